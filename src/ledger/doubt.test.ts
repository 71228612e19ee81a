import { describe, expect, test } from 'vitest';
import type { Statement } from '../record/index.ts';
import { type Doubted, rankOf, reasonsIn, weightOf } from './doubt.ts';

const NOTHING = { flagged: [], headline: 0 };
const span = { start: 10, end: 40, text: 'the bridge is not safe at all.' };
const STATED = {
  kind: 'named',
  actor: null,
  name: 'Mina Pell',
  role: null,
  affiliation: null,
  speaksFor: null,
  how: 'stated',
  by: 'name-in-source',
  others: [],
} as const;
const OTHER = { actor: null, name: 'Anna Holt', why: 'named before' };

const statement = (own: Partial<Doubted> = {}): Doubted => ({
  confidence: 0.9,
  speaker: STATED,
  content: [span],
  cue: [],
  act: 'say',
  negated: false,
  ...own,
});
const weight = (own: Partial<Doubted> = {}, beside = NOTHING as Parameters<typeof weightOf>[1]) =>
  weightOf(statement(own), beside);

describe('how much a statement wants a person’s eye', () => {
  test('is how likely something of it is wrong, by the reason that weighs most', () => {
    expect(weight()).toEqual({ kind: 'reading', doubt: 100, extra: 0 });
    expect(weight({ confidence: 0.4 })).toMatchObject({ kind: 'reading', doubt: 600 });
    expect(weight({ speaker: { ...STATED, how: 'inferred' } })).toMatchObject({
      kind: 'speaker',
      doubt: 352,
    });
    expect(weight({ speaker: { ...STATED, how: 'inferred', others: [OTHER] } })).toMatchObject({
      kind: 'runner-up',
      doubt: 550,
    });
    expect(weight({ speaker: { kind: 'unknown', why: 'nobody', others: [] } }).kind).toBe('no-speaker');
  });

  test('has every reason in it, and a flag only where it touches', () => {
    const flagged = { flagged: [{ start: 39, end: 41 }], headline: 0 };
    expect(weight({}, flagged)).toMatchObject({ kind: 'flag', doubt: 352 });
    expect(weight({}, { flagged: [{ start: 40, end: 41 }], headline: 0 })).toMatchObject({ doubt: 100 });
    const inferred = statement({ speaker: { ...STATED, how: 'inferred' } });
    expect(reasonsIn(inferred, flagged).map(({ kind }) => kind)).toEqual(['speaker', 'flag', 'reading']);
  });

  test('somebody who came second to a stated speaker is no doubt', () => {
    expect(weight({ speaker: { ...STATED, others: [OTHER] } })).toEqual(weight());
  });

  test('the number of the queue is that times what hangs on it: renditions, the headline, a side that is taken', () => {
    expect(rankOf(weight(), 1)).toBe(100);
    expect(rankOf(weight(), 5)).toBe(500);
    expect(weight({}, { flagged: [], headline: 11 }).extra).toBe(1);
    expect(weight({ act: 'demand' as Statement['act'] }, { flagged: [], headline: 11 }).extra).toBe(2);
    expect(rankOf(weight({ act: 'refuse' }), 1)).toBe(200);
  });
});
