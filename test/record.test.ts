import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { analyse } from '../src/analyse/index.ts';
import { loadKit } from '../src/load/index.ts';
import { csvLine, failure, jsonSchema, reportRecord, STATEMENT_COLUMNS } from '../src/record/index.ts';
import { reportOf } from './reports.ts';

/** Every field of a schema with its path, however deep. */
function* fields(schema: z.ZodType, path = ''): Generator<{ path: string; schema: z.ZodType }> {
  const { def } = schema as unknown as { def: Record<string, unknown> };
  if (def.shape !== undefined)
    for (const [name, inner] of Object.entries(def.shape as Record<string, z.ZodType>)) {
      yield { path: `${path}.${name}`, schema: inner };
      yield* fields(inner, `${path}.${name}`);
    }
  if (def.element !== undefined) yield* fields(def.element as z.ZodType, `${path}[]`);
  if (def.innerType !== undefined) yield* fields(def.innerType as z.ZodType, path);
  for (const option of (def.options as z.ZodType[] | undefined) ?? []) yield* fields(option, path);
}

const record = await (async () => {
  const kit = await loadKit({ tagger: 'linear' });
  const [made] = await analyse(
    [reportOf('Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.', { outlet: 'A, or "B"' })],
    kit,
  );
  if (made === undefined) throw new Error('expected a record');
  return made;
})();

describe('the record’s schema', () => {
  test.each([...fields(reportRecord), ...fields(failure)].map(({ path, schema }) => [path, schema] as const))(
    '%s has a label and a sentence of purpose',
    (_, schema) => {
      const { title, description } = schema.meta() ?? {};
      expect(title).toMatch(/^\p{Lu}/u);
      expect(description).toMatch(/^\p{Lu}.*\.$/u);
    },
  );

  test('as JSON Schema takes records and failures, and nothing else', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(jsonSchema());
    expect(validate(JSON.parse(JSON.stringify(record))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ error: { code: 'empty', message: 'x' }, path: 'a.txt' })).toBe(true);
    expect(validate({ ...record, extra: 1 })).toBe(false);
    expect(validate({ ...record, statements: [{ ...record.statements[0], act: 'sing' }] })).toBe(false);
    expect(validate({ ...record, report: { ...record.report, published: 'yesterday' } })).toBe(false);
    expect(validate({})).toBe(false);
  });

  test('refuses ids of another kind, and spans as long as nothing', () => {
    const [statement] = record.statements;
    expect(
      reportRecord.safeParse({ ...record, statements: [{ ...statement, id: 'report:1' }] }).success,
    ).toBe(false);
    expect(
      reportRecord.safeParse({
        ...record,
        statements: [{ ...statement, cue: [{ start: 0, end: 9, text: 'said' }] }],
      }).success,
    ).toBe(false);
  });
});

describe('CSV', () => {
  test('takes statements and events of an analyser that left no rules, and says that it left none', () => {
    const [statement] = record.statements;
    const { rules, ...former } = statement ?? {};
    expect(rules).toEqual({ found: ['tagger'], mode: 'cue-of-saying', act: 'act-of-the-cue' });
    const read = reportRecord.parse({ ...record, statements: [former] });
    expect(read.statements[0]).toEqual({ ...former, rules: null });
  });

  test('has a column for every field of a statement, each with a cell', () => {
    const [statement] = record.statements;
    if (statement === undefined) throw new Error('expected a statement');
    const cells = STATEMENT_COLUMNS.map((column) => [column.name, column.cell(statement, record.report)]);
    expect(Object.fromEntries(cells)).toMatchObject({
      mode: 'said',
      kind: 'direct',
      source: 'Mayor Mina Pell',
      cue: 'said',
      content: '“The bridge is not safe,”',
      span: '15-40',
      to: '',
      report_outlet: 'A, or "B"',
    });
    for (const { label, purpose } of STATEMENT_COLUMNS) expect([label, purpose]).not.toContain('');
  });
  test('quotes what must be quoted, and no cell is a formula', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng'])).toBe('a,"b,c","d""e","f\ng"\r\n');
    const [statement] = record.statements;
    const source = STATEMENT_COLUMNS.find(({ name }) => name === 'source');
    if (statement === undefined) throw new Error('expected a statement');
    expect(source?.cell({ ...statement, source: [{ start: 0, end: 4, text: '=1+1' }] }, record.report)).toBe(
      "'=1+1",
    );
  });
});
