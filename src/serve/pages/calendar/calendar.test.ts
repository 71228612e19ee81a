import { expect, test } from 'vitest';
import type { EventLine } from '../../../ledger/index.ts';
import { type LinkedEvent, linkedEvent } from '../../../record/index.ts';
import { type CalendarAsked, calendarAsked, queryOf } from '../../calendar/asked.ts';
import { calendarRow } from '../../calendar/csv.ts';
import { standingPill } from '../../calendar/standing.ts';
import { tellingsOf } from '../../calendar/telling.ts';
import { agenda } from './agenda.ts';
import { wordsAround } from './around.ts';
import { calendarPage } from './calendar.ts';
import { monthGrid } from './month.ts';
import { shortWhen, whenCell } from './when.ts';

type Step = readonly [when: string | null, status: LinkedEvent['status'], by?: string];

const REPORTS = ['report:0000000000000001', 'report:0000000000000002', 'report:0000000000000003'];

function eventOf(steps: readonly Step[], more: Partial<LinkedEvent> = {}): LinkedEvent {
  const span = { start: 0, end: 5, text: 'March' };
  const schedule = steps.map(([when, status, by], at) => ({
    when,
    status,
    by: by === undefined ? null : { who: null, name: by },
    place: null,
    report: REPORTS[at] ?? REPORTS[0],
    published: `2031-02-1${at}`,
    event: `event:000000000000000${at + 1}.0-5`,
    statement: null,
    span,
  }));
  const members = schedule.map(({ event, report, published }) => ({ event, report, published, link: null }));
  const { when = null, status = 'planned' } = schedule.at(-1) ?? {};
  const what = 'Ferry talks';
  const id = 'what:0000000000000001';
  return linkedEvent.parse({ id, what, members, schedule, when, status, place: null, ...more });
}

const lineOf = (event: LinkedEvent): EventLine => ({ event, sequence: 0, reports: [] });
const textOf = (page: unknown) => `${page}`.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

test.each([
  ['2031-03-10', '10 March 2031'],
  ['2031-03-10/2031-03-11', '10–11 March 2031'],
  ['2031-03-30/2031-04-02', '30 March – 2 April 2031'],
  ['2031-12-30/2032-01-02', '30 December 2031 – 2 January 2032'],
  ['2031-03', 'March 2031'],
  ['../2031-04-30', 'by Wed, 30 April 2031'],
  ['2031-W09', 'week 9 of 2031'],
  ['odd', 'odd'],
])('%s in a calendar', (date, words) => {
  expect(shortWhen(date)).toBe(words);
});

test.each<[steps: readonly Step[], cell: string, pill: string]>([
  [[['2031-03-14', 'planned']], '14 March 2031', 'planned'],
  [
    [
      ['2031-03-03', 'planned'],
      ['2031-03-10/2031-03-11', 'rescheduled'],
    ],
    '3 March → 10–11 March 2031',
    'moved once',
  ],
  [
    [
      ['2031-03-01', 'planned'],
      ['2031-03-08', 'rescheduled'],
      [null, 'postponed'],
    ],
    '1 March → 8 March 2031 → open',
    'postponed, no date',
  ],
  [
    [
      ['2031-03-01', 'planned'],
      [null, 'cancelled'],
    ],
    '1 March 2031',
    'cancelled',
  ],
  [
    [
      ['2031-03-01', 'planned'],
      ['2031-03-08', 'rescheduled'],
      ['2031-03-09', 'confirmed'],
    ],
    '1 March → 8 March → 9 March 2031',
    'moved twice, confirmed',
  ],
  [[['2031-03', 'possible']], 'March 2031', 'possible'],
  [[[null, 'postponed']], 'open', 'postponed, no date'],
  [[[null, 'cancelled']], 'no date', 'cancelled'],
])('%j: when, and how it stands', (steps, cell, pill) => {
  const event = eventOf(steps);
  expect(textOf(whenCell(event)).trim()).toBe(cell);
  expect(standingPill(event)).toBe(pill);
});

test('words of reports are text in the list, and nobody is guessed', () => {
  const hostile = '<img src=x> & <b>';
  const parties = ['A', 'B', 'C', 'D', hostile, 'F'].map((name) => ({
    who: null,
    name,
    part: 'party' as const,
  }));
  const title = {
    text: hostile,
    form: 'clause' as const,
    report: REPORTS[0] as never,
    span: { start: 0, end: 1, text: 'x' },
  };
  const page = `${agenda([lineOf(eventOf([['2031-03-14', 'planned']], { title, parties, place: hostile }))])}`;
  expect(page).not.toContain('<img');
  expect(textOf(page)).toContain('“&lt;img src=x&gt; &amp; &lt;b&gt;”');
  expect(textOf(page)).toContain('A, B, C, D and 2 more');
  const bare = textOf(agenda([lineOf(eventOf([]))]));
  for (const words of ['no date', 'not said', 'nobody gives its date']) expect(bare).toContain(words);
  expect(
    textOf(
      agenda([
        lineOf(
          eventOf([
            ['2031-03-14', 'planned', 'Ilan Dorr'],
            ['2031-03-14', 'confirmed'],
          ]),
        ),
      ]),
    ),
  ).toContain('unnamed, 11 Febfirst: Ilan Dorr, 10 Feb');
});

const EVERYTHING = calendarAsked({}) as CalendarAsked;

test('a month has its days, and the first and the last of all a page too', () => {
  for (const month of ['0001-01', '9999-12', '2032-02']) {
    const span = { first: '0001-01-01', last: '9999-12-31' };
    const asked = { ...EVERYTHING, month };
    const shelf = { asked, month, events: [], total: 0, isMore: false, deeds: 0, number: 1, last: 1, span };
    const page = `${calendarPage(shelf)}`;
    expect(page.match(/<td>\d+<\/td>/g)?.length).toBe(month === '2032-02' ? 29 : 31);
    const leads = { '0001-01': ['next'], '9999-12': ['prev'] }[month] ?? ['prev', 'next'];
    expect(page.match(/rel="(?:prev|next)"/g)).toEqual(leads.map((rel) => `rel="${rel}"`));
  }
});

test('a day leads to its events, one that was given up struck out; longer times stand in the list alone', () => {
  const moved = lineOf(
    eventOf([
      ['2031-03-03', 'planned'],
      ['2031-03-10/2031-03-11', 'rescheduled'],
    ]),
  );
  const grid = `${monthGrid('2031-03', [moved, lineOf(eventOf([['2031-03', 'possible']]))])}`;
  expect(grid.match(/<a /g)?.length).toBe(3);
  expect(grid).toContain('aria-label="3 Mar: Ferry talks (was to be)"><s>3</s>');
  expect(grid).toContain('aria-label="11 Mar: Ferry talks">11<span');
});

test('what is asked for is the same in the address', () => {
  const asked = calendarAsked({
    month: '2031-03',
    q: ' a&b ',
    who: 'Ilan',
    place: 'Lorn',
    status: 'under way',
    deeds: '1',
    x: '1',
  });
  expect(asked).toMatchObject({ words: 'a&b', deeds: true });
  expect(queryOf(asked as CalendarAsked)).toBe(
    'month=2031-03&q=a%26b&who=Ilan&place=Lorn&status=under+way&deeds=1',
  );
  expect(queryOf({ ...EVERYTHING, month: null })).toBe('ahead=1');
  for (const odd of [{ month: '2031' }, { month: 'May' }, { status: 'odd' }, { q: 'x'.repeat(201) }])
    expect(calendarAsked(odd)).toHaveProperty('wrong');
});

test('a report that tells another date than stood is told so, one that repeats or confirms it is not', () => {
  const event = eventOf([
    ['2031-03-03', 'planned'],
    ['2031-03-10', 'rescheduled'],
    [null, 'postponed'],
  ]);
  const [first, second, third] = event.members as [never, never, never];
  const members = [
    first,
    second,
    { ...event.members[0], event: 'event:000000000000000a.0-5' },
    { ...event.members[0], event: 'event:000000000000000b.0-5' },
    third,
  ] as unknown as LinkedEvent['members'];
  const told = members.map(({ event: id }, at) => ({
    id,
    when: ['2031-03-03', '2031-03-10', '2031-03-03', '2031-03', '2031-03-20'][at],
  }));
  const against = tellingsOf({ ...event, members }, told as never).map((one) => one.against);
  expect(against).toEqual([undefined, undefined, '2031-03-10', undefined, undefined]);
});

test('a row of the table quotes what a spreadsheet would run', () => {
  const title = {
    text: '=1+1',
    form: 'name' as const,
    report: REPORTS[0] as never,
    span: { start: 0, end: 1, text: 'x' },
  };
  const row = calendarRow(
    lineOf(
      eventOf(
        [
          ['2031-03-03', 'planned'],
          ['2031-03-10', 'rescheduled', 'Dorr, Ilan'],
        ],
        { title },
      ),
    ),
  );
  expect(row).toContain(
    ',\'=1+1,occasion,2031-03-10,2031-03-03,rescheduled,moved once,,,"Dorr, Ilan",2031-02-11,',
  );
  expect(row.endsWith('\r\n')).toBe(true);
});

test('words are shown in their line, cut at words', () => {
  const line = `${'word '.repeat(40)}on March 3 ${'more '.repeat(40)}`;
  const text = `Headline\n${line}\nnext`;
  const start = text.indexOf('March 3');
  const { before, after } = wordsAround(text, { start, end: start + 7 });
  expect(before).toMatch(/^… word .*on $/);
  expect(after).toMatch(/^ more .* …$/);
  expect(wordsAround('on March 3 now', { start: 3, end: 10 })).toEqual({ before: 'on ', after: ' now' });
  expect(wordsAround('A\nMarch 3\nB', { start: 2, end: 9 })).toEqual({ before: '', after: '' });
});
