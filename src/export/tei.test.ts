import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { RelaxNGValidator, XmlDocument, type XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { entryOf } from '../ledger/ledger.contract.ts';
import { tei } from './tei.ts';
import { nested } from './tei-text.ts';
import { textFile } from './text-file.ts';
import type { RecordTold } from './told.ts';

const TEXT =
  'Pier “stays” & <open>\n\nMayor Mina Pell 🌉 came. “The pier, 🌉, will stay,” she told the town council.\n\nThe ferry\n\nMina Pell said the Harbour Authority had said that “the ferry will sail”. It was “safe,\n\nand sound,” Otto Quist said. Critics believe that nothing\u000b\r\nwill change.';

async function toldOf(text: string, given: Parameters<typeof entryOf>[1]): Promise<RecordTold> {
  const { report, statements, actors, events } = (await entryOf(text, given)).record;
  const own = statements.map((statement) => ({ statement, report, decided: null, added: '' }));
  return { report, statements: own, actors, events };
}

const told = [
  await toldOf(TEXT, {
    url: 'https://a.example/pier one?ü={1}',
    outlet: 'Echo & Co',
    published: '2031-02-06',
  }),
  await toldOf('“The harbour is shut,” Otto Quist said.', { path: 'b', published: '2032-03' }),
];

function corpus(some: readonly RecordTold[]): string {
  const file = textFile(tei);
  return [file.start(), ...some.map((one) => file.add(one).piece), file.end()].join('');
}

const grammar = XmlDocument.fromBuffer(
  gunzipSync(readFileSync(new URL('../../test/schemas/tei_all.rng.gz', import.meta.url))),
);
const validator = RelaxNGValidator.fromDoc(grammar);
const NAMES = { t: 'http://www.tei-c.org/ns/1.0' };

function found(document: XmlDocument, path: string): XmlElement[] {
  return document.find(path, NAMES).filter((node): node is XmlElement => 'attrs' in node);
}

const attribute = (one: XmlElement, name: string) =>
  one.attrs.find((own) => own.name === name)?.value ?? null;

test('TEI is valid by the whole schema of TEI P5, and its text is the report’s', () => {
  const document = XmlDocument.fromString(corpus(told));
  expect(() => validator.validate(document)).not.toThrow();
  const broken = XmlDocument.fromString(corpus(told).replace('<listPerson>', '<listPerson><p/>'));
  expect(() => validator.validate(broken)).toThrow();
  const ids = found(document, '//*[@xml:id]').map((one) => attribute(one, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  const [first] = told;
  const blocks = found(document, '/t:teiCorpus/t:TEI[1]/t:text/t:body/*').map(({ content }) => content);
  expect(blocks).toEqual(
    first?.report.blocks.map(({ start, end }) =>
      first.report.text.slice(start, end).replace('\u000b', '\ufffd'),
    ),
  );
  expect(found(document, '//t:TEI[2]//t:bibl/t:date').map((one) => attribute(one, 'when'))).toEqual([
    '2032-03',
  ]);
});

test('TEI has every statement beside the text, from anchor to anchor', () => {
  const document = XmlDocument.fromString(corpus(told));
  const statements = told.flatMap((one) => one.statements.map(({ statement }) => statement));
  const groups = found(document, '//t:spanGrp');
  expect(groups).toHaveLength(statements.length);
  for (const [at, { content }] of statements.entries()) {
    const spans = found(document, `(//t:spanGrp)[${at + 1}]/t:span[@type="content"]`);
    expect(spans.map((span) => span.content.replace('\ufffd', '\u000b'))).toEqual(
      content.map(({ text }) => text),
    );
    for (const span of spans) {
      const ends = [attribute(span, 'from'), attribute(span, 'to')].map((name) => name?.slice(1));
      const between = `//text()[preceding::t:anchor[@xml:id="${ends[0]}"]][following::t:anchor[@xml:id="${ends[1]}"]]`;
      const words = document.find(between, NAMES).map((node) => node.content);
      expect(words.join('').replaceAll(/\s/g, '')).toBe(span.content.replaceAll(/\s/g, ''));
    }
  }
});

test('TEI names who says the words in the text', () => {
  const document = XmlDocument.fromString(corpus(told));
  const said = found(document, '//t:TEI[1]//t:said[@direct="true"]');
  const who = said.map((one) => {
    const [person] = found(document, `//*[@xml:id="${attribute(one, 'who')?.slice(1)}"]`);
    return [one.content, person?.name, person?.content];
  });
  expect(who).toContainEqual(['“The pier, 🌉, will stay,”', 'person', 'Mina Pell']);
});

test('of words that overlap, the text has those that do not cross', () => {
  const range = (start: number, end: number) => ({ start, end });
  const [whole, inner, crossing, behind] = [range(0, 10), range(2, 6), range(4, 12), range(12, 14)];
  expect(nested([crossing, inner, behind, whole])).toEqual([whole, inner, behind]);
});
