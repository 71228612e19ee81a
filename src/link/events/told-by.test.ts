import { expect, test } from 'vitest';
import type { Event } from '../../record/index.ts';
import { toldBy } from './told-by.ts';
import type { ToldEvent } from './told-event.ts';

type Status = Event['status'];
type Entry = readonly [when: string | null, status: Status];

const SPAN = { start: 0, end: 8, text: 'The fair' };

/** An event of a report that ends as the last of its revisions, if not told otherwise. */
function eventOf(entries: readonly Entry[], end: Entry | undefined = entries.at(-1)): ToldEvent['event'] {
  const [when, status] = end ?? [null, 'planned'];
  return {
    id: 'e0' as Event['id'],
    what: 'fair',
    type: null,
    time: 'planned',
    place: null,
    when,
    status,
    schedule: entries.map(([date, told]) => ({
      when: date,
      status: told,
      statement: null,
      by: null,
      rule: null,
      span: SPAN,
    })),
    spans: [SPAN],
  };
}

test.each<[string, ToldEvent['event'], string | null, former: string | null, end: Entry | null]>([
  [
    'how the report leaves it, and the date that it gives up',
    eventOf([
      ['2031-05-12', 'planned'],
      ['2031-05-19', 'rescheduled'],
    ]),
    null,
    '2031-05-12',
    ['2031-05-19', 'rescheduled'],
  ],
  [
    'the date of what was put off',
    eventOf([
      ['2031-05-12', 'planned'],
      [null, 'postponed'],
    ]),
    null,
    '2031-05-12',
    [null, 'postponed'],
  ],
  [
    'no date given up where nothing was',
    eventOf([
      ['2031-05-10', 'planned'],
      ['2031-05-12', 'planned'],
    ]),
    null,
    null,
    ['2031-05-12', 'planned'],
  ],
  [
    'of two dates the one that did not stand, where the one that did is told as new',
    eventOf([
      ['2031-05-19', 'planned'],
      ['2031-05-12', 'rescheduled'],
    ]),
    '2031-05-12',
    '2031-05-19',
    ['2031-05-19', 'rescheduled'],
  ],
  [
    'the end of a range "from the old day to the new one"',
    eventOf([['2031-05-12/2031-05-19', 'rescheduled']]),
    '2031-05-12',
    null,
    ['2031-05-19', 'rescheduled'],
  ],
  [
    'a whole range where no day of it stood',
    eventOf([['2031-05-12/2031-05-19', 'rescheduled']]),
    '2031-04-02',
    null,
    ['2031-05-12/2031-05-19', 'rescheduled'],
  ],
  [
    'a range of one day as the day',
    eventOf([['2031-05-12/2031-05-12', 'planned']]),
    null,
    null,
    ['2031-05-12', 'planned'],
  ],
  ['no day of a week that is not known', eventOf([['XXXX-WXX-1', 'planned']]), null, null, [null, 'planned']],
  ['how an event without a schedule stands', eventOf([], [null, 'held']), '2031-05-12', null, [null, 'held']],
])('tells %s', (_, event, standing, former, end) => {
  const told = toldBy({ event, beside: [], report: { published: '2031-05-01' } }, standing);
  expect(told.former?.when ?? null).toBe(former);
  expect(told.end === null ? null : [told.end.when, told.end.status]).toEqual(end);
});

test('an event without words tells nothing', () => {
  expect(
    toldBy({ event: { ...eventOf([]), spans: [] }, beside: [], report: { published: null } }, null),
  ).toEqual({ former: null, end: null });
});

test.each<[string, ToldEvent['event'], beside: string, published: string, end: Entry]>([
  [
    'the day that stood, told beside a date of something else',
    eventOf([['2031-09-01', 'rescheduled']]),
    '2031-05-12',
    '2031-05-13',
    ['2031-05-12', 'held'],
  ],
  [
    'a new date, where the day that stood is given up for it',
    eventOf([
      ['2031-05-12', 'planned'],
      ['2031-09-01', 'rescheduled'],
    ]),
    '2031-05-12',
    '2031-05-13',
    ['2031-09-01', 'rescheduled'],
  ],
  [
    'a new date, where the day that stood has not come',
    eventOf([['2031-09-01', 'rescheduled']]),
    '2031-05-12',
    '2031-05-10',
    ['2031-09-01', 'rescheduled'],
  ],
  [
    'a new date, where the day that stood is not told',
    eventOf([['2031-09-01', 'rescheduled']]),
    '2031-05-11',
    '2031-05-13',
    ['2031-09-01', 'rescheduled'],
  ],
  [
    'that it is off, whatever day is told',
    eventOf([[null, 'cancelled']], [null, 'cancelled']),
    '2031-05-12',
    '2031-05-13',
    [null, 'cancelled'],
  ],
])('of a day that has come tells %s', (_, event, beside, published, end) => {
  const told = toldBy({ event, beside: [beside], report: { published } }, '2031-05-12');
  expect(told.end === null ? null : [told.end.when, told.end.status]).toEqual(end);
});
