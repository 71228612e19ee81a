import { expect, test } from 'vitest';
import type { EventId, LinkedEvent, ReportRecord } from '../../src/record/index.ts';
import { followedIn, type ReadItem } from './followed.ts';
import { lastOfReports } from './index.ts';
import { type Chain, chainsOf } from './read.ts';
import { changesOf, type State, statesOf, Tally } from './tally.ts';

const itemLine = (item: number, gold: object) =>
  JSON.stringify({
    chain: 'z1',
    item,
    published: `2031-05-0${item}`,
    outlet: 'Marrow Gazette',
    headline: null,
    text: 'The fair.',
    gold: { event: 'fair', anchor: ['fair'], place: null, by: null, ...gold },
  });

const LINES = [
  itemLine(1, { when: '2031-05-12/2031-05-14', status: 'planned' }),
  itemLine(2, { when: null, status: 'postponed', alsoStatus: 'cancelled' }),
  itemLine(3, { when: '2031-06-02/2031-06-04', status: 'rescheduled', needsEarlier: true }),
  itemLine(4, { when: '2031-05-12/2031-05-14', status: 'planned', stale: true }),
  itemLine(5, { when: '2031-06-02', status: 'confirmed' }),
  JSON.stringify({
    chain: 'z1',
    final: {
      when: '2031-06-02/2031-06-04',
      status: 'confirmed',
      revisions: ['2031-05-12/2031-05-14', null, '2031-06-02/2031-06-04'],
    },
  }),
].join('\n');

const [CHAIN] = chainsOf(LINES) as [Chain];

const RIGHT: readonly State[] = [
  { when: '2031-05-12/2031-05-14', status: 'planned' },
  { when: null, status: 'postponed' },
  { when: '2031-06-02/2031-06-04', status: 'rescheduled' },
  { when: '2031-06-02/2031-06-04', status: 'rescheduled' },
  { when: '2031-06-02/2031-06-04', status: 'confirmed' },
];

function figuresOf(states: readonly (State | null)[], steps: readonly State[]) {
  const tally = new Tally();
  for (const [at, gold] of statesOf(CHAIN).entries()) {
    const item = CHAIN.items[at];
    if (item !== undefined) tally.addItem(item, gold, states[at] ?? null);
  }
  tally.addChain(CHAIN, steps);
  return tally.figures('z');
}

test('a stale item leaves what stood, and so does the first day of a range', () => {
  expect(statesOf(CHAIN).map(({ when, status }) => ({ when, status }))).toEqual(RIGHT);
});

test('all is right where the picture says what stands after each report', () => {
  expect(figuresOf(RIGHT, changesOf(RIGHT))).toEqual({
    zFound: 100,
    zWhen: 100,
    zStatus: 100,
    zBoth: 100,
    zNeedsEarlier: 100,
    zStale: 100,
    zList: 100,
    zDates: 100,
  });
});

test('what each report tells by itself takes the stale date for news and misses one that was not found', () => {
  const alone = CHAIN.items.map(({ gold: { when, status } }, at) => (at === 1 ? null : { when, status }));
  const steps = changesOf(alone.filter((state) => state !== null));
  expect(figuresOf(alone, steps)).toEqual({
    zFound: 80,
    zWhen: 60,
    zStatus: 60,
    zBoth: 60,
    zNeedsEarlier: 100,
    zStale: 0,
    zList: 0,
    zDates: 0,
  });
});

test('another status is right where the gold allows it', () => {
  const states = RIGHT.map((state, at) => (at === 1 ? { when: null, status: 'cancelled' } : state));
  expect(figuresOf(states, changesOf(states))).toMatchObject({ zBoth: 100, zList: 0 });
});

test('of what one report adds the last counts', () => {
  const steps = [{ report: 'r1' }, { report: 'r2' }, { report: 'r2' }] as unknown as LinkedEvent['schedule'];
  expect(lastOfReports(steps)).toEqual([steps[0], steps[2]]);
});

test('the chain’s event is the one that the anchors of most items name', () => {
  const event = (...ids: string[]) =>
    ({
      members: ids.map((id) => ({ event: id, published: '2031-05-01' })),
      schedule: [],
    }) as unknown as LinkedEvent;
  const read = (...ids: string[]): ReadItem => ({
    item: CHAIN.items[0] as ReadItem['item'],
    record: {} as ReportRecord,
    named: new Set(ids as EventId[]),
  });
  const [one, other] = [event('1/0'), event('2/0', '3/0')];
  expect(followedIn({ events: [one, other] }, [read('1/0'), read('2/0', '2/1'), read('3/0')])).toBe(other);
  expect(followedIn({ events: [one] }, [read('2/0')])).toBeNull();
});
