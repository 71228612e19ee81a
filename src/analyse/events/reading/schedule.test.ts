import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../../test/reports.ts';
import { loadWords } from '../../../load/index.ts';
import type { Event } from '../../../record/index.ts';
import { analyse, type EventReading, type Tagger } from '../../index.ts';

const words = await loadWords();
const ROLES = { '=': 'names', c: 'current', f: 'former', p: 'place', w: 'who' } as const;
const STATUSES: readonly Event['status'][] = [
  'planned',
  'possible',
  'confirmed',
  'rescheduled',
  'postponed',
  'cancelled',
  'held',
];

/** Reads one event off marks in a text: `[= words]` name it, `[c …]` are its date, `[f …]` one it had, `[p …]` its place, `[w …]` who takes part. */
async function read(marked: string, status: Event['status'], published = '2031-05-02'): Promise<Event> {
  let text = '';
  const names: { start: number; end: number }[] = [];
  const told: EventReading['words'][number][] = [];
  for (const [whole, letter, own] of marked.matchAll(/\[([=cfpw]) ([^\]]+)\]|[^[]+/g)) {
    const start = text.length;
    text += own ?? whole;
    const role = letter === undefined ? 'none' : ROLES[letter as keyof typeof ROLES];
    if (role === 'names') names.push({ start, end: text.length });
    for (const { 0: word, index } of (own ?? whole).matchAll(/[\p{L}\p{N}’'-]+/gu)) {
      const share = (one: string) => (one === role ? 0.9 : 0.02);
      const range = { start: start + index, end: start + index + word.length };
      told.push({
        ...range,
        current: share('current'),
        former: share('former'),
        place: share('place'),
        who: share('who'),
      });
    }
  }
  const shares = STATUSES.map((name) => [name, name === status ? 0.4 : 0.1] as const);
  const tagger: Tagger = {
    name: 'marks',
    tag: async (layouts) =>
      layouts.map(() => ({
        attributions: [],
        within: [],
        names: [],
        trees: [],
        events: [{ names, status: shares, words: told }],
      })),
  };
  const kit = { ...words, tagger, fingerprint: 'marks' };
  const [record] = await analyse([reportOf(text, { published })], kit);
  const event = record?.events.find(({ spans }) => spans.some(({ start }) => start === names[0]?.start));
  if (event === undefined) throw new Error('expected the event that was read, found none');
  return event;
}

describe('what is read of an event becomes its schedule', () => {
  test.each([
    ['The [= tasting] is on [c 9 May].', 'planned', '2031-05-09 planned'],
    [
      'The [= tasting] slides from [f 9 May] to [c 16 May].',
      'rescheduled',
      '2031-05-09 planned, 2031-05-16 rescheduled',
    ],
    ['The [= tasting] on [f 9 May] is binned.', 'cancelled', '2031-05-09 planned, null cancelled'],
    ['The [= tasting] on [f 9 May] goes on ice.', 'postponed', '2031-05-09 planned, null postponed'],
    // What was read as moved and has no date is put off.
    [
      'The [= tasting] will not be on [f 9 May] but later.',
      'rescheduled',
      '2031-05-09 planned, null postponed',
    ],
    [
      'The [= tasting], due on [f 9 May], was put back [c a fortnight].',
      'rescheduled',
      '2031-05-09 planned, 2031-05-23 rescheduled',
    ],
    [
      'The [= tasting], due on [f 9 May], comes forward by [c two days].',
      'rescheduled',
      '2031-05-09 planned, 2031-05-07 rescheduled',
    ],
    ['The [= tasting] is in [c three weeks].', 'planned', '2031-05-23 planned'],
    // The more exact of two dates that stand, and days that are told together.
    ['A [= tasting] in [c June]: it is on [c 6 June].', 'planned', '2031-06-06 planned'],
    ['The [= tasting] is on [c Thursday] and [c Friday].', 'planned', '2031-05-08/2031-05-09 planned'],
    ['The [= tasting] is on [c Monday] and [c Tuesday].', 'planned', '2031-05-05/2031-05-06 planned'],
    // A day of the month lies ahead of what is planned; a clock time is no date.
    ['The [= tasting] is on [c the 1st].', 'planned', '2031-06-01 planned'],
    ['The [= tasting] is at [c 7 p.m.] in the yard.', 'planned', ''],
    // A line that is a date is when the report was written.
    ['Cellars agree\n\n[c 9 May 2031]\n\nThe [= tasting] is a success.', 'planned', ''],
  ] as const)('%s', async (marked, status, expected) => {
    const { schedule, when } = await read(marked, status);
    expect(schedule.map((one) => `${one.when} ${one.status}`).join(', ')).toBe(expected);
    expect(when).toBe(schedule.at(-1)?.when ?? null);
  });

  test('a date that stands speaks against being off, a former one for being moved', async () => {
    const { status } = await read('The [= tasting], once meant for [f 9 May], is on [c 16 May].', 'planned');
    expect(status).toBe('rescheduled');
  });

  test('words that were read give place and participants', async () => {
    const { place, participants } = await read(
      'The [= tasting] in [p Salt Yard] on [c 9 May] brings [w the two cellars] together.',
      'planned',
    );
    expect(place?.name).toBe('Salt Yard');
    expect(participants).toContainEqual({ name: 'the two cellars', actor: null, part: 'party' });
  });
});
