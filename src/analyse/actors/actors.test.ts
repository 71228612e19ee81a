import { describe, expect, test } from 'vitest';
import { readMarks } from '../../../test/marked.ts';
import { loadKit } from '../../load/index.ts';
import type { Report } from '../../record/index.ts';
import { toStatements } from '../attribution/index.ts';
import { layOut } from '../layout.ts';
import { passed, speaks, spokenTo } from './actors.cases.ts';
import { resolveActors } from './index.ts';
import { reads } from './reading.cases.ts';
import { readSource } from './reading.ts';
import { behalf } from './speaks-for/speaks-for.cases.ts';

const { abbreviations, words, tagger } = await loadKit({ tagger: 'linear' });

test.each(reads)('%s', (source, reading) => {
  const { text: _, ...read } = readSource(source, { ...words, named: new Map() });
  const none = {
    pronoun: null,
    name: null,
    role: null,
    affiliation: null,
    gender: null,
    definite: false,
    possessive: false,
  };
  expect(read).toEqual({
    ...none,
    ...(/^the /i.test(source) ? { definite: read.definite } : {}),
    ...reading,
  });
});

/** Marks of names, with what a tagger takes them for. */
const NAMES: ReadonlyMap<string, 'person' | 'place' | 'organization'> = new Map([
  ['n', 'person'],
  ['p', 'place'],
  ['o', 'organization'],
]);

async function resolve(marked: string, outlet: string | null = null) {
  const { text, ranges } = readMarks(marked);
  const numbers = [
    ...new Set([...ranges.keys()].filter((mark) => !NAMES.has(mark)).map((mark) => mark.slice(1))),
  ];
  const names = [...NAMES]
    .flatMap(([mark, kind]) => (ranges.get(mark) ?? []).map((range) => ({ ...range, kind })))
    .toSorted((a, b) => a.start - b.start);
  const attributions = numbers.map((number) => ({
    source: ranges.get(`s${number}`) ?? [],
    cue: ranges.get(`c${number}`) ?? [],
    content: ranges.get(`k${number}`) ?? [],
    confidence: 1,
  }));
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  const report = {
    id: 'report:0123456789abcdef' as Report['id'],
    text,
    blocks,
    outlet,
    agency: null,
    published: null,
  };
  const statements = toStatements(report, { attributions, quotations: [] }, words);
  const layout = layOut(report, abbreviations);
  const sentences = layout.blocks.flatMap((block) => block.sentences);
  const [{ trees } = { trees: [] }] = await tagger.tag([layout], 'text');
  return resolveActors(report, { names, trees, statements, sentences }, words);
}

describe('speakers', () => {
  test.each(speaks)('$text', async ({ text, speakers }) => {
    const { statements } = await resolve(text);
    const found = statements.map(({ speaker }) =>
      speaker.kind === 'named' ? speaker.name : speaker.kind === 'described' ? `~${speaker.text}` : '?',
    );
    expect(found).toEqual(speakers);
  });

  test('an unknown one of two says who both are', async () => {
    const { statements } = await resolve(
      '<s1>Minister Pavel Strunin</s1> <c1>said</c1> <k1>no</k1>. <s2>Minister Anna Kolb</s2> <c2>said</c2> <k2>yes</k2>. <s3>The minister</s3> <c3>said</c3> <k3>more</k3>.',
    );
    expect(statements[2]?.speaker).toMatchObject({
      kind: 'unknown',
      others: [{ name: 'Pavel Strunin' }, { name: 'Anna Kolb' }],
    });
  });
});

describe('chains', () => {
  test('end with the outlet, and go through a medium that the sentence names', async () => {
    const { statements } = await resolve(
      '<s>Ruben Aske</s> <c>told</c> Radio Vantry <k>that schools were shut</k>.',
      'The Echo',
    );
    expect(statements[0]?.chain.map(({ name, relation }) => [name, relation])).toEqual([
      ['Ruben Aske', 'speaks'],
      ['Radio Vantry', 'quotes'],
      ['The Echo', 'cites'],
    ]);
    expect(statements[0]?.to).toMatchObject([{ name: 'Radio Vantry' }]);
  });

  test.each(passed)('$text', async ({ text, outlet, chain }) => {
    const { statements } = await resolve(text, outlet);
    expect(
      statements.map(({ chain: links }) => links.map(({ name, relation }) => `${name} ${relation}`)),
    ).toEqual(chain);
  });
});

describe('those spoken to', () => {
  test.each(spokenTo)('$text', async ({ text, to }) => {
    expect((await resolve(text)).statements.map((statement) => statement.to.map(({ name }) => name))).toEqual(
      to,
    );
  });
});

describe('whom a speaker speaks for', () => {
  test.each(behalf)('$text', async ({ text, of }) => {
    const { statements } = await resolve(text);
    const found = statements.map(({ speaker }) => {
      const own = speaker.kind === 'unknown' ? null : speaker.speaksFor;
      return own === null
        ? null
        : `${own.how === 'inferred' ? '~' : ''}${own.actor === null ? '' : '+'}${own.name}`;
    });
    expect(found).toEqual(of);
  });
});
