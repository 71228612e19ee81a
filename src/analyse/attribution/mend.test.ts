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
