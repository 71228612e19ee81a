import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LinkedEvent, linkedEvent } from '../record/index.ts';
import type { CalendarFilter } from './calendar.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';

const TEXT = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';

type Step = readonly [when: string | null, status: LinkedEvent['status'], place?: string];
type Given = Partial<Pick<LinkedEvent, 'kind' | 'names' | 'parties' | 'places'>> & {
  readonly what: string;
  readonly steps: readonly Step[];
};

/** What every ledger does with what lies ahead. */
export function calendarContract(name: string, open: () => Ledger): void {
  describe(`the calendar in ${name}`, () => {
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
    });
    afterEach(() => ledger.close());

    let added = 0;
    /** Puts events in place of those of the same number, as linking a report would. */
    async function put(...events: readonly (Given & { readonly number: number })[]): Promise<void> {
      await ledger.add(
        await entryOf(`${TEXT} ${++added}`, { path: `${added}.txt`, published: '2031-02-26' }),
      );
      await ledger.linkNext('test', 1, async ({ record: { report } }, links) => {
        for (const given of events) {
          const unit = `event:${given.number}`;
          await links.put('event', [
            { unit, id: unit, report: report.id, alias: `what:alias${given.number}`, keys: [], kept: '{}' },
          ]);
          await links.replace('event', [unit], [groupOf(given, report.id)]);
        }
      });
      await ledger.linkNext('test', 1, async () => {});
    }

    const asked = { first: '2031-01-01', last: '2031-12-31', limit: 50, offset: 0 };
    const found = async (filter: CalendarFilter & Partial<typeof asked> = {}) =>
      (await ledger.calendar({ ...asked, ...filter })).events.map(({ event }) => event.what);

    const TALKS = {
      number: 1,
      what: 'Ferry talks',
      names: ['talks', 'tóll talks'],
      parties: [{ who: null, name: 'Harbour Authority', part: 'party' }],
      steps: [
        ['2031-03-03', 'planned', 'Quarn'],
        ['2031-05-10', 'rescheduled', 'Lorn'],
      ],
    } as const satisfies Given & { number: number };
    const LEAVES = { number: 2, what: 'leave', kind: 'deed', steps: [['2031-04-02', 'planned']] } as const;
    const VOTE = {
      number: 3,
      what: 'Vote',
      steps: [
        ['2031-05-09', 'planned'],
        [null, 'postponed'],
      ],
    } as const;

    test('lists what touches a period by the day that stands, what has none by the last that it had', async () => {
      await put(TALKS, LEAVES, VOTE);
      expect(await found()).toEqual(['leave', 'Vote', 'Ferry talks']);
      expect(await found({ first: '2031-03-01', last: '2031-03-31' })).toEqual(['Ferry talks']);
      expect(await found({ first: '2031-04-01', last: '2031-04-30' })).toEqual(['leave', 'Ferry talks']);
      expect(await found({ first: '2031-06-01', last: '2031-06-30' })).toEqual([]);
      expect(await found({ limit: 1, offset: 1 })).toEqual(['Vote']);
      expect(await ledger.calendar({ ...asked, limit: 0 })).toEqual({ total: 3, isMore: false, events: [] });
    });

    test('finds by kind, status, words of its names, of who takes part and of where it is now', async () => {
      await put(TALKS, LEAVES, VOTE);
      expect(await found({ kind: 'occasion' })).toEqual(['Vote', 'Ferry talks']);
      expect(await found({ kind: 'deed' })).toEqual(['leave']);
      expect(await found({ status: 'postponed' })).toEqual(['Vote']);
      expect(await found({ status: 'planned', kind: 'occasion' })).toEqual([]);
      expect(await found({ words: 'TOLL' })).toEqual(['Ferry talks']);
      expect(await found({ words: 'authority' })).toEqual([]);
      expect(await found({ who: 'harbour auth*' })).toEqual(['Ferry talks']);
      expect(await found({ place: 'lorn' })).toEqual(['Ferry talks']);
      expect(await found({ place: 'quarn' })).toEqual([]);
      expect(await found({ place: 'lorn', kind: 'deed' })).toEqual([]);
      expect(await found({ words: '"' })).toHaveLength(3);
    });

    test('tells subscribers what fitted before and does no more', async () => {
      const fits = async (filter: CalendarFilter) =>
        (await ledger.subscribed({ ...asked, ...filter })).map(({ event, fits }) => [event.what, fits]);
      await put(TALKS, LEAVES, VOTE);
      expect(await fits({ place: 'quarn' })).toEqual([['Ferry talks', false]]);
      expect(await fits({ status: 'planned', kind: 'occasion' })).toEqual([
        ['Vote', false],
        ['Ferry talks', false],
      ]);
      expect(await fits({ kind: 'occasion' })).toEqual([
        ['Vote', true],
        ['Ferry talks', true],
      ]);
      const [before] = (await ledger.calendar({ ...asked, words: 'vote' })).events;
      await put({ ...VOTE, kind: 'deed' });
      expect(await fits({ kind: 'occasion' })).toEqual([
        ['Vote', false],
        ['Ferry talks', true],
      ]);
      const [after] = (await ledger.calendar({ ...asked, words: 'vote' })).events;
      expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
      // A deed from the first on was never told as an occasion.
      expect(await fits({ kind: 'occasion', words: 'leave' })).toEqual([]);
    });

    test('tells what is gone to those alone who may have had it', async () => {
      await put(TALKS, LEAVES, VOTE);
      await ledger.unlink();
      await ledger.linkNext('test', 5, async () => {});
      const gone = async (filter: CalendarFilter = {}) =>
        (await ledger.goneEvents({ ...asked, ...filter })).map(({ entry }) => entry.what);
      await ledger.linkNext('test', 5, async () => {});
      expect(await gone()).toEqual(['leave', 'Vote', 'Ferry talks']);
      expect(await gone({ kind: 'occasion' })).toEqual(['Vote', 'Ferry talks']);
      expect(await gone({ kind: 'deed' })).toEqual(['leave']);
      expect(await gone({ who: 'harbour' })).toEqual(['Ferry talks']);
      expect(await gone({ place: 'LORN', words: 'ferry' })).toEqual(['Ferry talks']);
      expect(await gone({ place: 'Quarn' })).toEqual([]);
    });

    test('its lines follow from what is linked, also made again', async () => {
      await put(TALKS, LEAVES, VOTE);
      await put({ ...TALKS, steps: [...TALKS.steps, ['2031-W30', 'rescheduled', 'Sannow']] });
      expect(await found({ place: 'Sannow' })).toEqual(['Ferry talks']);
      expect(await found({ place: 'lorn' })).toEqual([]);
      const { broken } = await ledger.prove((bytes) => new TextDecoder().decode(bytes));
      expect(broken.filter(({ what }) => what.startsWith('calendar_line'))).toEqual([]);
      await ledger.unlink();
      expect(await found()).toEqual([]);
    });
  });
}

function groupOf(
  { number, what, kind = 'occasion', names = [], parties = [], steps }: Given & { number: number },
  report: string,
) {
  const id = `what:${String(number).padStart(16, '0')}`;
  const span = { start: 0, end: 6, text: 'Bridge' };
  const schedule = steps.map(([when, status, place = null]) => ({
    when,
    status,
    place,
    by: null,
    report,
    published: '2031-02-26',
    event: `event:0000000000000000.0-${number}`,
    statement: null,
    span,
  }));
  const last = schedule.at(-1);
  const title = { text: what, form: 'name', report, span };
  const places = [...new Set(schedule.flatMap(({ place }) => place ?? []))];
  const { when = null, status = 'planned', place = null } = last ?? {};
  const body = linkedEvent.parse({
    id,
    what,
    title,
    kind,
    names,
    parties,
    places,
    members: [],
    schedule,
    when,
    status,
    place,
  });
  const days = schedule
    .flatMap((step) => (step.when === null ? [] : [DAYS[step.when] ?? step.when]))
    .toSorted();
  return {
    id,
    name: what,
    names: what,
    units: [`event:${number}`],
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    body,
  };
}

const DAYS: Readonly<Record<string, string>> = { '2031-W30': '2031-07-21' };
