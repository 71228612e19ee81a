import { expect, test } from 'vitest';
import { formerState, type State, standingAfter, stateAfter, UNTOLD } from './standing.ts';

/** A report's day of publication, the date that it tells, and how it says that the event stands. */
type Telling = readonly [published: string, when: string | null, status: State['status']];

/** What tellings add, one after the other: "2031-05-12 planned". */
function stepsOf(tellings: readonly Telling[]): string[] {
  let standing = UNTOLD;
  return tellings.flatMap(([published, when, status]) => {
    const state = stateAfter(standing, { published, when, status });
    if (state === null) return [];
    standing = standingAfter(standing, state);
    return [`${state.when ?? 'no date'} ${state.status}`];
  });
}

const FIRST: Telling = ['2031-05-01', '2031-05-12', 'planned'];
const PUT_OFF: Telling = ['2031-05-08', null, 'postponed'];
const HOPED: Telling = ['2031-05-01', '2031-06', 'possible'];
const MONTH: Telling = ['2031-05-01', '2031-06', 'planned'];
const RANGE: Telling = ['2031-05-01', '2031-05-12/2031-05-14', 'planned'];

test.each<[kind: string, tellings: readonly Telling[], steps: readonly string[]]>([
  ['a date repeated is no step', [FIRST, ['2031-05-03', '2031-05-12', 'planned']], ['2031-05-12 planned']],
  [
    'a date that is said to stand is confirmed, once',
    [FIRST, ['2031-05-03', '2031-05-12', 'confirmed'], ['2031-05-04', '2031-05-12', 'confirmed']],
    ['2031-05-12 planned', '2031-05-12 confirmed'],
  ],
  [
    'what stands is confirmed without its date',
    [FIRST, ['2031-05-03', null, 'confirmed']],
    ['2031-05-12 planned', '2031-05-12 confirmed'],
  ],
  ['nothing is confirmed at first', [['2031-05-01', '2031-05-12', 'confirmed']], ['2031-05-12 planned']],
  [
    'what is off is not confirmed without a date',
    [FIRST, PUT_OFF, ['2031-05-09', null, 'confirmed']],
    ['2031-05-12 planned', 'no date postponed'],
  ],
  [
    'another date told as plain is a new one',
    [FIRST, ['2031-05-03', '2031-05-19', 'planned']],
    ['2031-05-12 planned', '2031-05-19 rescheduled'],
  ],
  [
    'a date given up and repeated is none',
    [FIRST, ['2031-05-03', '2031-05-19', 'rescheduled'], ['2031-05-04', '2031-05-12', 'planned']],
    ['2031-05-12 planned', '2031-05-19 rescheduled'],
  ],
  [
    'a date behind putting off is a new one, however it is told',
    [FIRST, PUT_OFF, ['2031-05-20', '2031-06-02', 'confirmed']],
    ['2031-05-12 planned', 'no date postponed', '2031-06-02 rescheduled'],
  ],
  [
    'the old date repeated brings back nothing that is off',
    [FIRST, PUT_OFF, ['2031-05-09', '2031-05-12', 'planned']],
    ['2031-05-12 planned', 'no date postponed'],
  ],
  [
    'on again for the old day, and then over',
    [FIRST, PUT_OFF, ['2031-05-09', '2031-05-12', 'confirmed'], ['2031-05-13', '2031-05-12', 'held']],
    ['2031-05-12 planned', 'no date postponed', '2031-05-12 planned', '2031-05-12 held'],
  ],
  [
    'off twice is one step, and worse is another',
    [FIRST, PUT_OFF, ['2031-05-09', null, 'postponed'], ['2031-05-10', null, 'cancelled']],
    ['2031-05-12 planned', 'no date postponed', 'no date cancelled'],
  ],
  [
    'a day in the month that stood is planned',
    [MONTH, ['2031-05-20', '2031-06-14', 'planned']],
    ['2031-06 planned', '2031-06-14 planned'],
  ],
  [
    'a day in the month that stood, where it is told as another, is rescheduled',
    [MONTH, ['2031-05-20', '2031-06-14', 'rescheduled']],
    ['2031-06 planned', '2031-06-14 rescheduled'],
  ],
  [
    'the month of a day that stands is no step',
    [
      ['2031-05-01', '2031-06-14', 'planned'],
      ['2031-05-20', '2031-06', 'planned'],
    ],
    ['2031-06-14 planned'],
  ],
  [
    'the first day of a range that stands confirms all of it',
    [RANGE, ['2031-05-06', '2031-05-12', 'confirmed']],
    ['2031-05-12/2031-05-14 planned', '2031-05-12/2031-05-14 confirmed'],
  ],
  [
    'a guess becomes a plan, of the same date or another',
    [HOPED, ['2031-05-03', '2031-06', 'planned'], ['2031-05-04', '2031-07', 'planned']],
    ['2031-06 possible', '2031-06 planned', '2031-07 rescheduled'],
  ],
  [
    'a guess and then another date is a plan',
    [HOPED, ['2031-05-03', '2031-07-02', 'planned']],
    ['2031-06 possible', '2031-07-02 planned'],
  ],
  [
    'a guess changes no date that stands',
    [FIRST, ['2031-05-03', '2031-06', 'possible']],
    ['2031-05-12 planned'],
  ],
  [
    'what is over is held',
    [FIRST, ['2031-05-13', '2031-05-12', 'held']],
    ['2031-05-12 planned', '2031-05-12 held'],
  ],
  [
    'what is told as over without a date was on the date that stood',
    [FIRST, ['2031-05-13', null, 'held']],
    ['2031-05-12 planned', '2031-05-12 held'],
  ],
  [
    'nothing is over before its date has come',
    [FIRST, ['2031-05-03', null, 'held'], ['2031-05-04', '2031-05-02', 'held']],
    ['2031-05-12 planned'],
  ],
  [
    'one of the days of a range over is the range over',
    [RANGE, ['2031-05-15', '2031-05-14', 'held']],
    ['2031-05-12/2031-05-14 planned', '2031-05-12/2031-05-14 held'],
  ],
  [
    'the month of a day that is over is the day',
    [FIRST, ['2031-06-03', '2031-05', 'held']],
    ['2031-05-12 planned', '2031-05-12 held'],
  ],
  [
    'a new date that becomes known only afterwards is one step',
    [FIRST, PUT_OFF, ['2031-06-05', '2031-06-04', 'held']],
    ['2031-05-12 planned', 'no date postponed', '2031-06-04 held'],
  ],
  [
    'what has begun goes on on its day, and is over the day after',
    [FIRST, ['2031-05-12', '2031-05-12', 'under way'], ['2031-05-13', '2031-05-12', 'under way']],
    ['2031-05-12 planned', '2031-05-12 under way', '2031-05-12 held'],
  ],
  [
    'behind what is over nothing is added',
    [FIRST, ['2031-05-13', '2031-05-12', 'held'], ['2031-05-14', '2031-08-01', 'planned']],
    ['2031-05-12 planned', '2031-05-12 held'],
  ],
  [
    'a date behind its report that nobody told is no plan of what lies ahead',
    [FIRST, ['2031-05-03', '2031-04-20', 'planned']],
    ['2031-05-12 planned'],
  ],
])('%s', (_, tellings, steps) => {
  expect(stepsOf(tellings)).toEqual(steps);
});

test.each<[string, string | null, string | null, State | null]>([
  ['is a step where nothing is known', null, '2031-05-12', { when: '2031-05-12', status: 'planned' }],
  ['is none where there is none', null, null, null],
  ['is none where another date stands', '2031-05-19', '2031-05-12', null],
])('a date that its report gives up %s', (_, when, former, state) => {
  const standing = when === null ? UNTOLD : standingAfter(UNTOLD, { when, status: 'planned' });
  expect(formerState(standing, former)).toEqual(state);
});
