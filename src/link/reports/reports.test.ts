import { describe, expect, test } from 'vitest';
import { recordOf, WORDS } from '../../../test/said-records.ts';
import type { PairLink } from '../../record/index.ts';
import { type Taken, takenIn } from '../taken.ts';
import { correctionsOf, reportsCompared, reprintsOf } from './index.ts';

const COPY = `The harbour board of Lorn closed the old pier on Tuesday after a plank gave way under two anglers, and told the boats that moor there to move to the fish quay by the end of the week. Nobody was hurt.

The pier was built for the herring fleet and has stood without repairs for thirty years, the board's engineer told the meeting. A new deck would cost more than the board takes in fees in a year, and the town has been asked to pay half.`;

const taken = (outlet: string, published: string, text: string) =>
  takenIn(recordOf(outlet, published, text, []), 0);
const FIRST = taken('NordPress', '2031-05-06', COPY);

const how = reportsCompared(WORDS);
async function pairsOf(...takens: readonly Taken[]): Promise<PairLink[]> {
  const told = takens.flatMap((one) => how.membersOf(one));
  const pairs: PairLink[] = [];
  for (const [at, one] of told.entries())
    for (const other of told.slice(at + 1))
      pairs.push(...[await how.pair(one, other)].filter((pair) => pair !== null));
  return pairs;
}

const at = (takens: readonly Taken[]) => (id: string) => takens.find(({ record }) => record.report.id === id);
const idOf = ({ record }: Taken) => record.report.id;

describe('a report printed again', () => {
  test.each([
    ['whole', COPY],
    ['without its last sentence', COPY.slice(0, COPY.lastIndexOf('A new deck'))],
    ['under a paragraph of its own', `Anglers have a long walk this week.\n\n${COPY}`],
    ['with words changed', COPY.replace('gave way', 'broke').replace('thirty', '30')],
  ])('%s is a copy of the one before, and shares keys with it', async (_, text) => {
    const copy = taken('Marrow Gazette', '2031-05-07', text);
    const takens = [copy, FIRST];
    const reprints = reprintsOf(await pairsOf(...takens), at(takens));
    expect(reprints).toEqual([{ report: idOf(copy), of: idOf(FIRST), shared: expect.any(Number) }]);
    const [one, other] = takens.map((each) => new Set(how.membersOf(each).flatMap((own) => how.keysOf(own))));
    expect(one?.intersection(other ?? new Set()).size).toBeGreaterThan(0);
  });

  test.each([
    [
      'of the same outlet, which is a version',
      taken('NordPress', '2031-05-06', `${COPY} The board meets on Friday.`),
    ],
    ['of weeks later', taken('Marrow Gazette', '2031-06-20', COPY)],
    [
      'in words of its own',
      taken(
        'Marrow Gazette',
        '2031-05-07',
        'Two anglers had a lucky escape when a plank broke under them. The board of the harbour shut the pier at once; boats have until Sunday to find another berth. Repairs would cost more than a year of fees, and half of that would fall to the town.',
      ),
    ],
  ])('is not one %s', async (_, other) => {
    const takens = [other, FIRST];
    expect(reprintsOf(await pairsOf(...takens), at(takens))).toEqual([]);
  });
});

describe('a correction', () => {
  const other = taken(
    'Marrow Gazette',
    '2031-05-06',
    'The ferry will sail an hour later from Monday, when the tide table changes.',
  );
  const own = taken(
    'Marrow Gazette',
    '2031-05-06',
    'Two anglers were hurt when a plank of the old pier broke, the board of the harbour said.',
  );

  test('is tied to the report that has the mistake, and not to another of that day', async () => {
    const told = taken(
      'Marrow Gazette',
      '2031-05-08',
      'Correction: we wrongly reported on Tuesday that two anglers were hurt when a plank of the old pier broke. Nobody was hurt.',
    );
    const takens = [other, told, own];
    expect(correctionsOf(await pairsOf(...takens), at(takens), WORDS)).toEqual([
      expect.objectContaining({ report: idOf(told), of: idOf(own) }),
    ]);
  });

  test.each([
    [
      'what corrects nothing',
      'The course was corrected at noon, and the ferry came to the old pier in time, the board said.',
    ],
    [
      'what is reported rightly',
      'As we reported on Tuesday, a plank of the old pier broke. The anglers are at home again.',
    ],
  ])('is not %s', async (_, text) => {
    const takens = [own, taken('Marrow Gazette', '2031-05-08', text)];
    expect(correctionsOf(await pairsOf(...takens), at(takens), WORDS)).toEqual([]);
  });
});
