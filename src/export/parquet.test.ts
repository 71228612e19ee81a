import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { entryOf } from '../ledger/ledger.contract.ts';
import { parquetFile } from './parquet.ts';
import type { Piece, ReportTold } from './told.ts';

const TEXT =
  '𝔓ier stays\n\nMayor Mina Pell 🌉 came. “The pier, 🌉, will stay,” she said. Mina Pell told reporters on Monday that the ferry would sail.';

async function toldOf(text: string, given: Parameters<typeof entryOf>[1]): Promise<ReportTold> {
  const { report, statements } = (await entryOf(text, given)).record;
  return {
    report,
    statements: statements.map((statement) => ({ statement, report, decided: null, added: '' })),
  };
}

const GIVEN = { url: 'https://a.example/pier', outlet: 'The Écho', published: '2031-02-06' };
const told = [
  await toldOf(TEXT, GIVEN),
  await toldOf('“No,” Otto Quist said.', { path: 'b', published: '2032-03' }),
];
const all = told.flatMap(({ report, statements }) =>
  statements.map(({ statement }) => ({ report, statement })),
);

/** The bytes of a file, as they come piece by piece. */
function fileOf(some: readonly ReportTold[], group?: number): ArrayBuffer {
  const file = parquetFile(group);
  const pieces: Piece[] = [file.start(), ...some.map((one) => file.add(one).piece), file.end()];
  return new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))).buffer;
}

const span = z.strictObject({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  start_code_point: z.int(),
  end_code_point: z.int(),
});
const row = z.looseObject({
  statement: z.string(),
  negated: z.boolean(),
  speaker: z.string().nullable(),
  words: z.string(),
  source: z.array(span),
  cue: z.array(span),
  content: z.array(span),
  said: z.string().nullable(),
  said_first: z.date().nullable(),
  confidence: z.number(),
  chain: z.array(z.strictObject({ step: z.int(), name: z.string(), relation: z.string() })),
  to: z.array(z.string()),
  report: z.string(),
  report_outlet: z.string().nullable(),
  report_published: z.string(),
  report_day: z.date().nullable(),
});

const read = async (file: ArrayBuffer) => z.array(row).parse(await parquetReadObjects({ file }));

test('Parquet is read back row by row, with dates as dates and each piece where it stands', async () => {
  const rows = await read(fileOf(told));
  expect(rows.map(({ statement }) => statement)).toEqual(all.map(({ statement }) => statement.id));
  for (const [at, { statement, report }] of all.entries()) {
    const found = rows[at];
    const pieces = (['source', 'cue', 'content'] as const).map((name) =>
      found?.[name].map(({ text, start, end }) => ({ text, start, end })),
    );
    expect(pieces).toEqual([statement.source, statement.cue, statement.content]);
    for (const piece of found?.content ?? []) {
      const points = Array.from(report.text).slice(piece.start_code_point, piece.end_code_point);
      expect(points.join('')).toBe(piece.text);
    }
    expect(found?.chain.map(({ name }) => name)).toEqual(statement.chain.map(({ name }) => name));
    expect(found?.to).toEqual(statement.to.map(({ name }) => name));
    expect(found?.confidence).toBe(statement.confidence);
  }
  expect(rows[0]).toMatchObject({ report_outlet: 'The Écho', report_day: new Date('2031-02-06') });
  expect(rows.at(-1)).toMatchObject({ report_outlet: null, report_published: '2032-03', report_day: null });
  expect(rows.map(({ said, said_first: first }) => [said, first])).toContainEqual([
    '2031-02-03',
    new Date('2031-02-03'),
  ]);
});

test('Parquet is written in groups as the rows come, the same rows whatever their size', async () => {
  const some = Array.from({ length: 5 }, () => told).flat();
  const whole = await read(fileOf(some));
  const file = fileOf(some, 4);
  expect(parquetMetadata(file).row_groups.length).toBeGreaterThan(2);
  expect(await read(file)).toEqual(whole);
  expect(whole).toHaveLength(all.length * 5);
});

test('Parquet of nothing is a whole file with its columns', async () => {
  const file = fileOf([]);
  const metadata = parquetMetadata(file);
  expect(metadata.num_rows).toBe(0n);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  expect(names).toContain('report_day');
  expect(await read(file)).toEqual([]);
});
