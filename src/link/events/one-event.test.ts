import { expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { loadLinkKit } from '../../load/link.ts';
import type { Event, ReportRecord } from '../../record/index.ts';
import { candidatePairs } from '../candidates.ts';
import { join } from '../joining.ts';
import { takenIn } from '../taken.ts';
import { eventKeys } from './keys.ts';
import { areEventsApart, eventPair, LEAST } from './pairs.ts';
import { scheduleOf } from './schedule.ts';
import { type ToldEvent, toldEvents } from './told-event.ts';

const WORDS = await loadLinkKit({ vectors: false });

/** Words of a report that name an event, with its date and how it stands. */
type Told = readonly [words: string, when: string | null, status: Event['status']];

function recordOf(published: string, text: string, told: readonly Told[]): ReportRecord {
  const report = reportOf(text, { published, outlet: 'Marrow Gazette', path: `${published}.txt` });
  const events = told.map(([words, when, status], at) => {
    const start = report.text.indexOf(words);
    const span = { start, end: start + words.length, text: words };
    return {
      id: `${published}/${at}`,
      what: words,
      type: null,
      time: status === 'held' ? 'past' : 'planned',
      participants: [],
      place: null,
      when,
      status,
      schedule: [{ when, status, statement: null, by: null, rule: null, span }],
      spans: [span],
    };
  });
  return { report, events, statements: [], times: [], actors: [], flags: [] } as unknown as ReportRecord;
}

/** Groups of the events of reports, each by the words of its members, with the schedule. */
async function eventsOf(records: readonly ReportRecord[]): Promise<string[]> {
  const told = records.flatMap((record, nth) => toldEvents(takenIn(record, nth), WORDS));
  const byId = new Map(told.map((one) => [one.event.id as string, one]));
  const at = (id: string) => byId.get(id) as ToldEvent;
  const candidates = [...candidatePairs(told, { keysOf: eventKeys, idOf: ({ event }) => event.id })];
  const looked = await Promise.all(candidates.map(([a, b]) => eventPair(a, b, null)));
  const pairs = looked.filter((pair) => pair !== null);
  return join([...byId.keys()], { pairs, areApart: (a, b) => areEventsApart(at(a), at(b)), least: LEAST })
    .map(({ keys }) => {
      const own = keys.map(at);
      const steps = scheduleOf(own).map(({ when, status }) => `${when ?? '-'} ${status}`);
      return `${own.map(({ event }) => event.what).join(', ')}: ${steps.join(', ')}`;
    })
    .toSorted();
}

const REGATTA = recordOf(
  '2031-05-01',
  'Lake town sets its regatta\n\nThe Lorn regatta will be on 9 May, the Sailing Union of Marrow said.',
  [['Lorn regatta', '2031-05-09', 'planned']],
);
const MOVED = recordOf(
  '2031-05-05',
  'Wind moves the race on Lake Lorn\n\nThe race will now be on 16 May, the Sailing Union of Marrow said.',
  [['The race', '2031-05-16', 'planned']],
);
const STALE = recordOf(
  '2031-05-06',
  'What is on in Marrow\n\nThe Lorn regatta is on 9 May and the book fair on 12 May.',
  [
    ['Lorn regatta', '2031-05-09', 'planned'],
    ['book fair', '2031-05-12', 'planned'],
  ],
);
const HEARINGS = recordOf(
  '2031-05-02',
  'Court lists the Pell case\n\nThe hearing of Pell is on 20 May. A separate hearing of Quist is on 21 May.',
  [
    ['hearing of Pell', '2031-05-20', 'planned'],
    ['separate hearing of Quist', '2031-05-21', 'planned'],
  ],
);
const QUIST = recordOf('2031-05-21', 'Quist is heard\n\nQuist was heard in Marrow.', [
  ['Quist is heard', '2031-05-21', 'held'],
]);

test.each<[string, readonly ReportRecord[], readonly string[]]>([
  [
    'a date told as if it were the first is another one, as the earlier report tells',
    [REGATTA, MOVED],
    ['Lorn regatta, The race: 2031-05-09 planned, 2031-05-16 rescheduled'],
  ],
  [
    'a stale date changes nothing, and what stands beside it is another event',
    [REGATTA, MOVED, STALE],
    [
      'Lorn regatta, The race, Lorn regatta: 2031-05-09 planned, 2031-05-16 rescheduled',
      'book fair: 2031-05-12 planned',
    ],
  ],
  [
    'of two of one kind in one report each is found again by itself',
    [HEARINGS, QUIST],
    [
      'hearing of Pell: 2031-05-20 planned',
      'separate hearing of Quist, Quist is heard: 2031-05-21 planned, 2031-05-21 held',
    ],
  ],
  [
    'what has nothing in common stays apart',
    [REGATTA, HEARINGS],
    [
      'Lorn regatta: 2031-05-09 planned',
      'hearing of Pell: 2031-05-20 planned',
      'separate hearing of Quist: 2031-05-21 planned',
    ],
  ],
])('%s', async (_, records, events) => {
  expect(await eventsOf(records)).toEqual(events);
  expect(await eventsOf(records.toReversed())).toEqual(events);
});
