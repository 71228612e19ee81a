import { expect, test } from 'vitest';
import { readMarks } from '../../../test/marked.ts';
import { loadWords } from '../../load/index.ts';
import { layOut } from '../layout.ts';
import type { Attribution } from '../tag/index.ts';
import type { Found } from './found.ts';
import { mends } from './mend.cases.ts';
import { mended } from './mend.ts';

const { abbreviations, words } = await loadWords();
const ROLES = { s: 'source', c: 'cue', k: 'content' } as const;

/** The attributions that marks stand for, by their numbers. */
function attributionsOf(marked: string): { text: string; attributions: Attribution[] } {
  const { text, ranges } = readMarks(marked);
  const numbers = new Set([...ranges.keys()].map((mark) => mark.slice(1)));
  const attributions = [...numbers].map((number) => ({
    source: ranges.get(`s${number}`) ?? [],
    cue: ranges.get(`c${number}`) ?? [],
    content: ranges.get(`k${number}`) ?? [],
    confidence: 1,
  }));
  return { text, attributions };
}

/** Attributions as lines that can be compared: the words of each role. */
function lines(text: string, all: readonly Found[]): string[] {
  return all
    .map((found) =>
      Object.values(ROLES)
        .map((role) => `${role}: ${found[role].map(({ start, end }) => text.slice(start, end)).join(' … ')}`)
        .join(' | '),
    )
    .toSorted();
}

test.each(mends)('$name', ({ name, given, gives }) => {
  const { text, attributions } = attributionsOf(given);
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    kind: index === 0 && name.startsWith('headline') ? ('headline' as const) : ('paragraph' as const),
  }));
  const found = mended(attributions, layOut({ text, blocks }, abbreviations), words);
  expect(lines(text, found)).toEqual(lines(text, attributionsOf(gives).attributions));
});

test('an attribution says what found it and what changed it, and nothing of mends that left it alone', () => {
  const { text, attributions } = attributionsOf(
    'SANNOW, April 28 (Quillwire) – <k1>Talks begin in May</k1>, <s1>Edda Vold</s1> <c1>said</c1>. <s2>Lunn</s2> <c2>said</c2> <k2>no</k2>. “It is chaos out here on the bridge.”',
  );
  const [first, second] = attributions;
  if (first === undefined || second === undefined) throw new Error('expected two attributions');
  const behindDateline = { ...first, content: [{ start: 0, end: first.content[0]?.end ?? 0 }] };
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  const found = mended([behindDateline, second], layOut({ text, blocks }, abbreviations), words);
  const inOrder = found.toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  expect(inOrder.map(({ by }) => by)).toEqual([
    ['tagger', 'without-the-dateline'],
    ['tagger'],
    ['bare-quotation'],
  ]);
});
