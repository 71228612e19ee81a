import { expect, test } from 'vitest';
import { issue, linkedActorId } from '../../record/index.ts';
import type { KeptPicture } from './kept.ts';
import { knownIssues, latestTurns, standingsOf } from './known.ts';
import { pictureWith, toldOf, turnOf } from './positions.cases.ts';

const issueOf = (nth: number) =>
  issue.parse({ id: `issue:${String(nth).padStart(16, '0')}`, proposition: `The bridge ${nth}`, terms: [] });
const ODA = linkedActorId.parse('who:00000000000000a1');
const LENN = linkedActorId.parse('who:00000000000000b2');

const before = toldOf('Oda Brekk', 'for', '2034-05-01', { who: ODA, for: 'Lenn', forWho: LENN });
const after = toldOf('Oda Brekk', 'conditional', '2034-06-01', { who: ODA, for: 'Lenn', forWho: LENN });
const other = toldOf('Pia Roe', 'against', '2034-07-01');
const bridge = {
  issue: issueOf(1),
  picture: pictureWith([before, after, other], [turnOf(before, after)]),
};
const later = toldOf('Oda Brekk', 'against', '2034-08-01', { who: ODA });
const ferry = { issue: issueOf(2), picture: pictureWith([later], []) };
const unread = { issue: issueOf(3), picture: null };

test('whoever speaks and whoever is spoken for stand where it was said last, with what it was before', () => {
  const [latest, first, ...others] = standingsOf(ODA, [bridge, ferry, unread]);
  expect(latest).toMatchObject({
    issue: { id: ferry.issue.id },
    stance: 'against',
    was: null,
    statements: 1,
  });
  expect(first).toMatchObject({
    holder: LENN,
    stance: 'conditional',
    was: 'for',
    last: after,
    statements: 2,
  });
  expect(others).toEqual([]);
  expect(standingsOf(LENN, [bridge, ferry]).map(({ stance }) => stance)).toEqual(['conditional']);
  expect(standingsOf('who:00000000000000c3', [bridge, ferry])).toEqual([]);
});

test('changes of all issues, the latest first, and no more than are asked for', () => {
  const turn = turnOf(later, other);
  const two = [bridge, { ...ferry, picture: pictureWith([later, other], [turn]) }, unread];
  expect(latestTurns(two, 9).map(({ issue: { id } }) => id)).toEqual([ferry.issue.id, bridge.issue.id]);
  expect(latestTurns(two, 1).length).toBe(1);
});

test('nobody waits for what is not found yet, and no more is asked for than is kept', async () => {
  const asked: number[] = [];
  const pictures = {
    ask: async (_: unknown, patience: number): Promise<KeptPicture> => {
      asked.push(patience);
      return { picture: null, isFresh: false, isFailed: false };
    },
    begin: async () => {},
  };
  const issues = Array.from({ length: 70 }, (_, nth) => issueOf(nth));
  expect((await knownIssues({ issues: async () => issues }, pictures)).length).toBe(64);
  expect(new Set(asked)).toEqual(new Set([0]));
  expect(await knownIssues({ issues: async () => issues }, null)).toEqual([]);
});
