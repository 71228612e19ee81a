import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse/index.ts';
import { loadKit } from '../load/index.ts';
import { type Change, changesBetween, wordDiff } from './index.ts';

const kit = await loadKit({ tagger: 'linear' });
const version = async (text: string) => {
  const [record] = await analyse([reportOf(text, { published: '2034-02-02' })], kit);
  if (record === undefined) throw new Error('expected a record');
  return record;
};
const HEAD = 'Bridge closed to lorries\n';
const FIRST = 'The council voted on Monday to close the old bridge to lorries.\n';
const QUOTED = '“The bridge is not safe,” Mayor Mina Pell said.\n';
const LAST = 'The harbour authority said that the bridge would stay open to cars.\n';
const kinds = async (before: string, after: string) =>
  changesBetween(await version(before), await version(after)).map(({ kind }) => kind);

describe('two versions', () => {
  test('that say the same have no changes, also where paragraphs changed places', async () => {
    expect(await kinds(HEAD + FIRST + QUOTED + LAST, HEAD + FIRST + QUOTED + LAST)).toEqual([]);
    expect(await kinds(HEAD + FIRST + QUOTED + LAST, HEAD + FIRST + LAST + QUOTED)).toEqual([]);
  });

  test('tell a quotation that was removed, added or altered', async () => {
    expect(await kinds(HEAD + FIRST + QUOTED, HEAD + FIRST)).toContain('quotation-removed');
    expect(await kinds(HEAD + FIRST, HEAD + FIRST + QUOTED)).toContain('quotation-added');
    expect(
      await kinds(HEAD + FIRST + QUOTED, HEAD + FIRST + QUOTED.replace('not safe', 'not really safe')),
    ).toContain('quotation-altered');
  });

  test('tell another speaker of the same words', async () => {
    const changes = changesBetween(
      await version(HEAD + FIRST + QUOTED),
      await version(HEAD + FIRST + QUOTED.replace('Mayor Mina Pell', 'Minister Oren Wend')),
    );
    const [change] = changes.filter(
      (one): one is Extract<Change, { kind: 'speaker-changed' }> => one.kind === 'speaker-changed',
    );
    expect(change?.before.speaker).toMatchObject({ name: 'Mina Pell' });
    expect(change?.after.speaker).toMatchObject({ name: 'Oren Wend' });
    expect(changes.map(({ kind }) => kind)).not.toContain('quotation-removed');
  });

  test('tell a date that moved', async () => {
    const announced = (day: number) => `${HEAD}The talks will be held in Sannow on May ${day}.\n`;
    const changes = changesBetween(await version(announced(12)), await version(announced(19)));
    expect(changes).toMatchObject([
      { kind: 'date-moved', before: { when: '2034-05-12' }, after: { when: '2034-05-19' } },
    ]);
  });

  test('tell a headline and paragraphs that changed', async () => {
    expect(await kinds(HEAD + FIRST + LAST, `Bridge open to cars\n${FIRST}`)).toEqual([
      'headline-changed',
      'statement-removed',
    ]);
  });
});

test('a diff of words gives both texts back, and nothing twice', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd');
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after);
      const without = (kind: 'removed' | 'added') =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join(' ');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
