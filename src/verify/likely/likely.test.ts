import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { holds } from '../../text/index.ts';
import { type Known, likeliest, type Sharing, wordsToShare } from './index.ts';
import { pasted } from './post.ts';

const known = (text: string, added: string): Known => ({
  report: reportOf(text, { path: `${added}.txt` }),
  statements: [],
  added,
});
const BRIDGE = known(
  'Bridge to shut\n\nIt rained all day. The old bridge at Velm will be shut to lorries from May.',
  '1',
);
const FERRY = known('Ferry late\n\nThe ferry to Velm was late again.', '2');
const COPY = known(
  'Bridge to shut\n\nThe “old bridge” at Velm will be shut to lorries from May, Mina Pell told us.',
  '3',
);
const FIRST = known(
  'Bridge to shut\n\nThe “old bridge” at Velm will be shut to lorries, Mina Pell told us.',
  '4',
);
const SECOND = known(
  "Bridge to shut\n\nThe 'old bridge' at Velm will be shut to lorries, Mina Pell told us.",
  '5',
);

const sharing = (reports: readonly Known[], asked: string): Sharing => ({
  reports,
  counts: new Map(wordsToShare(asked, null).map((word) => [word, word.length > 3 ? 3 : 900])),
  total: 1000,
});
const ask = (asked: string, ...reports: Known[]) =>
  likeliest(asked, { by: null, alike: null }, sharing(reports, asked));

describe('what most likely says the same', () => {
  const ASKED = 'They are shutting the Velm bridge for lorries in May';

  test('is the passage that shares most, in other forms too, with its place', async () => {
    const [best, other] = await ask(ASKED, FERRY, BRIDGE);
    expect(best?.span.text).toBe(
      'It rained all day. The old bridge at Velm will be shut to lorries from May.',
    );
    expect(holds(best?.report.text ?? '', best?.span ?? { start: 0, end: 0, text: '' })).toBe(true);
    expect(best?.permalink).toContain('/r/report:');
    expect(other?.report.headline).toBe('Ferry late');
    expect(best?.isTold).toBe(true);
    expect(other?.isTold).toBe(false);
  });

  test('comes once where it differs in marks alone: as it was taken in first', async () => {
    const found = await ask(ASKED, SECOND, FIRST, COPY);
    expect(found.map(({ added }) => added)).toHaveLength(2);
    expect(found.map(({ added }) => added)).toContain('4');
  });

  test('is ordered by a sentence model too, where one is there', async () => {
    const alike = async (_: string, other: string) => (other.includes('ferry') ? 0.99 : 0.75);
    const [best] = await likeliest(ASKED, { by: null, alike }, sharing([BRIDGE, FERRY], ASKED));
    expect(best?.report.headline).toBe('Ferry late');
  });

  test('is nothing where no report shares a word', async () => {
    expect(await ask('Nobody')).toEqual([]);
  });
});

test.each([
  [
    'Shut!! #OldBridge https://a.example/x — Mina Pell (@MinaPell) May 3, 2031',
    'Shut!! Old Bridge',
    'Mina Pell ( Mina Pell) May 3, 2031',
  ],
  ['The toll — a small one — stays', 'The toll — a small one — stays', ''],
  ['#a_b @c', 'a b c', ''],
])('a pasted post is its own words and who signed it: %s', (typed, text, signed) => {
  expect(pasted(typed)).toEqual({ text, signed });
});
