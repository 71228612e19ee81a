import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entryOf } from '../ledger/ledger.contract.ts';
import { STATEMENT_COLUMNS, statement as statementSchema } from '../record/index.ts';
import { FORMAT_OF, type ReportTold, TEXT_FORMATS, type TextFormat } from './index.ts';

const TEXT =
  '𝔓ier “stays” & {tolls} ~5% up_a^b #1 \\ $2\n\nMayor Mina Pell 🌉 came. “The pier, 🌉, will stay,” she said. Mina Pell said the ferry would sail.';
const NEXT = '=Harbour shut\n\n“The harbour is shut,” Otto Quist said.';
const URL = 'https://a.example/pier%20one?a={1}&b=ü_~';

async function toldOf(text: string, given: Parameters<typeof entryOf>[1]): Promise<ReportTold> {
  const { record } = await entryOf(text, given);
  const { report } = record;
  return {
    report,
    statements: record.statements.map((statement) => ({ statement, report, decided: null, added: '' })),
  };
}

const first = await toldOf(TEXT, { url: URL, outlet: 'The Echo & Co', published: '2031-02-06' });
const told = [first, await toldOf(NEXT, { path: 'b', published: '2032-03' })];
const statements = told.flatMap((one) => one.statements);

function fileOf(name: TextFormat, some: readonly ReportTold[] = told): string {
  const { open, between, close, entries } = FORMAT_OF[name];
  return open + some.flatMap(entries).join(between) + close;
}

const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** What a text and a shape have in common: a piece of outside data that is as the standard has it. */
const strict = z.strictObject;

describe('an export', () => {
  test.each(TEXT_FORMATS)('as %s of nothing is a whole file', (name) => {
    const file = fileOf(name, []);
    if (name === 'csl' || name === 'schema-org') expect(JSON.parse(file)).toBeTypeOf('object');
    else if (name === 'csv') expect(parse(file)).toHaveLength(1);
    else expect(file).toBe('');
  });

  test('as JSON lines has every statement, as its schema has it', () => {
    const shape = z.looseObject({ statement: statementSchema, permalink: z.string() });
    const read = jsonLines(fileOf('jsonl')).map((line) => shape.parse(line));
    expect(read.map(({ statement }) => statement)).toEqual(statements.map(({ statement }) => statement));
    expect(fileOf('jsonl')).not.toContain('"text":"𝔓ier “stays”');
  });

  test('as CSV is read by another reader, row by row, and no cell is a formula', () => {
    const rows = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(fileOf('csv'), { columns: true, record_delimiter: '\r\n' }));
    expect(rows).toHaveLength(statements.length);
    expect(Object.keys(rows[0] ?? {})).toEqual(STATEMENT_COLUMNS.map(({ name }) => name));
    expect(rows.map(({ id }) => id)).toEqual(statements.map(({ statement }) => statement.id));
    expect(rows.at(-1)?.report_headline).toBe("'=Harbour shut");
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+@]/);
  });

  const annotation = strict({
    '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
    id: z.url(),
    type: z.literal('Annotation'),
    motivation: z.literal('describing'),
    body: z.array(
      strict({
        type: z.literal('TextualBody'),
        purpose: z.enum(['describing', 'tagging']),
        value: z.string(),
        format: z.literal('text/plain').optional(),
      }),
    ),
    target: z
      .array(
        strict({
          type: z.literal('SpecificResource'),
          source: strict({
            id: z.url(),
            type: z.literal('Text'),
            format: z.literal('text/plain'),
            language: z.string().optional(),
          }),
          scope: z.url().optional(),
          selector: z.tuple([
            strict({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
            strict({
              type: z.literal('TextQuoteSelector'),
              exact: z.string(),
              prefix: z.string(),
              suffix: z.string(),
            }),
          ]),
        }),
      )
      .min(1),
  });

  test('as Web Annotations points to the very characters, counted in code points', () => {
    const read = jsonLines(fileOf('annotations')).map((line) => annotation.parse(line));
    expect(read.map(({ id }) => id)).toEqual(statements.map(({ statement }) => statement.id));
    const texts = new Map<string, string>(told.map(({ report }) => [report.id, report.text]));
    for (const { target } of read)
      for (const { source, selector } of target) {
        const text = texts.get(source.id) ?? '';
        const [{ start, end }, { exact, prefix, suffix }] = selector;
        expect(Array.from(text).slice(start, end).join('')).toBe(exact);
        expect(text).toContain(prefix + exact + suffix);
        expect((prefix + suffix).isWellFormed()).toBe(true);
      }
    expect(read.flatMap(({ body }) => body.map(({ value }) => value))).toContain(
      'Mina Pell (inferred; the text has “she”)',
    );
  });

  test('as CSL-JSON keeps to the fields and types of its schema, an item a report', () => {
    const item = strict({
      id: z.string(),
      type: z.literal('article-newspaper'),
      title: z.string(),
      'container-title': z.string().optional(),
      author: z.array(strict({ literal: z.string() })).optional(),
      issued: strict({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2) }).optional(),
      URL: z.string().optional(),
      language: z.string().optional(),
    });
    const items = z.array(item).parse(JSON.parse(fileOf('csl')));
    expect(items.map(({ id }) => id)).toEqual(told.map(({ report }) => report.id));
    expect(items.map(({ issued }) => issued?.['date-parts'])).toEqual([[[2031, 2, 6]], [[2032, 3]]]);
    const read: unknown = new Cite(fileOf('csl')).data;
    expect(read).toMatchObject(items.map(({ id, title, issued }) => ({ id, title, issued })));
  });

  test('as BibTeX is read by another reader, which finds every sign again', () => {
    const item = z.looseObject({
      'citation-key': z.string(),
      title: z.string(),
      publisher: z.string().optional(),
      issued: z.looseObject({ 'date-parts': z.array(z.array(z.int())) }),
      URL: z.string().optional(),
    });
    const [one, other, ...none] = z.array(item).parse(new Cite(fileOf('bibtex')).data);
    expect(none).toEqual([]);
    expect(one).toMatchObject({
      title: '𝔓ier “stays” & {tolls} ~5% up_a^b #1 \\ $2',
      publisher: 'The Echo & Co',
      issued: { 'date-parts': [[2031, 2, 6]] },
      URL: 'https://a.example/pier%20one?a=%7B1%7D&b=%C3%BC_~',
    });
    expect(other?.issued['date-parts']).toEqual([[2032, 3]]);
    expect(other?.['citation-key']).not.toBe(one?.['citation-key']);
  });

  test('as schema.org has the direct quotations of each report, and no guess as a fact', () => {
    const quotation = strict({
      '@type': z.literal('Quotation'),
      identifier: z.string(),
      text: z.string(),
      creditText: z.string(),
      spokenByCharacter: strict({ name: z.string(), description: z.string().optional() }).optional(),
      dateCreated: z.string().optional(),
    });
    const graph = strict({
      '@context': z.literal('https://schema.org'),
      '@graph': z.array(
        strict({
          '@type': z.literal('NewsArticle'),
          identifier: z.string(),
          headline: z.string(),
          url: z.string().optional(),
          creditText: z.string().optional(),
          publisher: strict({ '@type': z.literal('Organization'), name: z.string() }).optional(),
          datePublished: z.string().optional(),
          dateModified: z.string().optional(),
          inLanguage: z.string().optional(),
          hasPart: z.array(quotation).min(1),
        }),
      ),
    }).parse(JSON.parse(fileOf('schema-org')))['@graph'];
    expect(graph.map(({ hasPart }) => hasPart.map(({ text }) => text))).toEqual([
      ['“The pier, 🌉, will stay,”'],
      ['“The harbour is shut,”'],
    ]);
    expect(graph[0]?.hasPart[0]?.spokenByCharacter).toEqual({
      name: 'Mina Pell',
      description: 'inferred; the text has “she”',
    });
  });
});
