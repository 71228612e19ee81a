import ICAL from 'ical.js';
import { afterAll, describe, expect, test } from 'vitest';
import { pageOf } from '../../../test/reports.ts';
import { NOTHING_FOUND } from '../../check/index.ts';
import { oneLane } from '../../lanes/index.ts';
import { type Ledger, openSqlite } from '../../ledger/index.ts';
import { loadKit } from '../../load/index.ts';
import { linkerBeside } from '../../load/linker.ts';
import { addPages, linkNew } from '../../pipeline/index.ts';
import type { RawPage } from '../../record/index.ts';
import { app } from '../app.ts';

const lanes = oneLane(await loadKit({ tagger: 'linear' }));
const linker = linkerBeside(lanes.analyser);
const ledgers: Ledger[] = [];
afterAll(async () => {
  for (const ledger of ledgers) await ledger.close();
});

function opened(): Ledger {
  const ledger = openSqlite(':memory:');
  ledgers.push(ledger);
  return ledger;
}

let minutes = 0;
async function add(ledger: Ledger, ...pages: readonly RawPage[]): Promise<void> {
  async function* each() {
    yield* pages;
  }
  const now = () => new Date(Date.UTC(2031, 4, 1, 0, minutes++));
  for await (const adding of addPages(each(), { lanes, ledger, linker, now }))
    expect(adding.kind).toBe('added');
}

/** What a calendar program shows of an entry. */
interface Shown {
  readonly summary: string;
  readonly start: string;
  readonly place: string | null;
  readonly status: string;
  readonly sequence: number;
}

/** A subscriber that keeps entries by UID and goes by SEQUENCE (RFC 5545, 3.8.7.4; RFC 5546, 2.1.5): a poll changes what has a higher one. */
class Subscriber {
  readonly entries = new Map<string, Shown>();
  private readonly web: ReturnType<typeof app>;

  private readonly query: string;

  constructor(ledger: Ledger, query = '') {
    this.query = query;
    this.web = app(ledger, { check: async () => NOTHING_FOUND, bytePlaces: () => new Uint32Array() });
  }

  /** Gives what changed. */
  async poll(): Promise<Shown[]> {
    const changed: Shown[] = [];
    for (const [uid, shown] of await this.feed()) {
      const known = this.entries.get(uid);
      if (known !== undefined) {
        expect(shown.sequence, `${uid} ${shown.summary}`).toBeGreaterThanOrEqual(known.sequence);
        // Whoever goes by the number alone misses nothing.
        if (shown.sequence === known.sequence) expect(shown).toEqual(known);
      }
      if (known !== undefined && shown.sequence <= known.sequence) continue;
      this.entries.set(uid, shown);
      changed.push(shown);
    }
    return changed;
  }

  /** What the feed has now, read by a parser that is not ours. */
  async feed(): Promise<ReadonlyMap<string, Shown>> {
    const response = await this.web.request(`http://127.0.0.1/calendar.ics${this.query}`, {
      headers: { host: '127.0.0.1' },
    });
    expect(response.status).toBe(200);
    const components = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent');
    const entries = components.map((component) => {
      const { uid, summary, startDate, location, sequence } = new ICAL.Event(component);
      const status = String(component.getFirstPropertyValue('status'));
      return [
        uid,
        { summary, start: startDate.toString(), place: location ?? null, status, sequence },
      ] as const;
    });
    expect(new Set(entries.map(([uid]) => uid)).size, 'one VEVENT an event').toBe(entries.length);
    return new Map(entries);
  }
}

const report = (published: string, outlet: string, text: string): RawPage =>
  pageOf(`${text}\n`, { published, outlet, path: `${outlet} ${published}.txt` });

const PLANNED = report(
  '2031-05-02',
  'Marrow Gazette',
  'Lorn and Quarn to talk about the ferry\n\nThe ferry talks between Lorn and Quarn will be held on May 12 in Lorn, Mayor Edda Pell said on Friday.',
);
const MOVED = report(
  '2031-05-04',
  'Lorn Evening Post',
  'Ferry talks moved\n\nThe ferry talks between Lorn and Quarn, planned for May 12, have been moved to May 19, Mayor Edda Pell said on Sunday.',
);
const STALE = report(
  '2031-05-05',
  'Daily Herring',
  'Ferry talks ahead\n\nThe ferry talks between Lorn and Quarn will be held on May 12 in Lorn, the Daily Herring has learnt.',
);
const CONFIRMED = report(
  '2031-05-07',
  'Quarn Argus',
  'Ferry talks go to Sannow\n\nThe ferry talks between Lorn and Quarn will be held on May 19 in Sannow, Mayor Otto Quist of Quarn confirmed on Wednesday.',
);
const CANCELLED = report(
  '2031-05-09',
  'Marrow Gazette',
  'Ferry talks off\n\nThe ferry talks between Lorn and Quarn, planned for May 19 in Sannow, have been cancelled, Mayor Edda Pell said on Friday.',
);

/** Two that nobody takes for one, until a third report says that they are. */
const CONFERENCE = report(
  '2031-05-02',
  'Marrow Gazette',
  'Ferry news of Lorn\n\nThe ferry conference will be held on May 12 in Lorn, Mayor Edda Pell said.',
);
const MEETING = report(
  '2031-05-03',
  'Quarn Argus',
  'News of Quarn\n\nThe meeting of mayors will be held on May 19 in Quarn, Mayor Otto Quist said.',
);
const BOTH = report(
  '2031-05-04',
  'Lorn Evening Post',
  'Ferry and harbour\n\nThe ferry conference, a meeting of mayors planned for May 12 in Lorn, has been moved to May 19 in Quarn, Mayor Edda Pell said.',
);
const CHAIN = [PLANNED, MOVED, STALE, CONFIRMED, CANCELLED];

const last = (shown: readonly Shown[]) =>
  shown.map(({ start, place, status, sequence }) => [start, place, status, sequence]);

describe('a subscriber of the calendar that polls after each report', () => {
  test('sees each revision of an event once, under one UID, to its cancellation', async () => {
    const ledger = opened();
    const subscriber = new Subscriber(ledger);
    const seen: unknown[] = [];
    for (const page of CHAIN) {
      await add(ledger, page);
      seen.push(last(await subscriber.poll()));
    }
    expect(seen).toEqual([
      [['2031-05-12', 'Lorn', 'TENTATIVE', 0]],
      [['2031-05-19', 'Lorn', 'TENTATIVE', 1]],
      [],
      [['2031-05-19', 'Sannow', 'CONFIRMED', 2]],
      [['2031-05-19', 'Sannow', 'CANCELLED', 3]],
    ]);
    expect(subscriber.entries.size).toBe(1);
  });

  test('sees a date that was given up no more, nor the place beside it, when a late report repeats both', async () => {
    const ledger = opened();
    const subscriber = new Subscriber(ledger);
    await add(ledger, PLANNED, MOVED, CONFIRMED);
    await subscriber.poll();
    const late = report('2031-05-08', 'Daily Herring', STALE.text);
    await add(ledger, late);
    expect(await subscriber.poll()).toEqual([]);
    await add(ledger, CANCELLED);
    expect(last(await subscriber.poll())).toEqual([['2031-05-19', 'Sannow', 'CANCELLED', 3]]);
    await add(ledger, report('2031-05-10', 'Daily Herring', STALE.text));
    expect(await subscriber.poll()).toEqual([]);
  });

  test.each<[string, readonly RawPage[]]>([
    ['the last first', CHAIN.toReversed()],
    ['the cancellation before what it cancels', [PLANNED, CANCELLED, MOVED, STALE, CONFIRMED]],
    ['the plan last', [MOVED, STALE, CONFIRMED, CANCELLED, PLANNED]],
    ['two together', [STALE, CONFIRMED, MOVED, PLANNED, CANCELLED]],
  ])('ends at what all five tell, in whatever order they come: %s', async (_, order) => {
    const ledger = opened();
    const subscriber = new Subscriber(ledger);
    for (const page of order) {
      await add(ledger, page);
      await subscriber.poll();
    }
    const live = [...subscriber.entries.values()].filter(({ summary }) => !summary.includes('one with'));
    expect(live.map(({ start, place, status }) => [start, place, status])).toEqual([
      ['2031-05-19', 'Sannow', 'CANCELLED'],
    ]);
    for (const { summary, status } of subscriber.entries.values())
      if (summary.includes('one with')) expect(status).toBe('CANCELLED');
  });

  test('notices nothing of a rebuilding between two polls, and the next revision has a higher number', async () => {
    const ledger = opened();
    const subscriber = new Subscriber(ledger);
    // The plan comes late: what was told first has more revisions behind it than the schedule has now.
    for (const page of [MOVED, CONFIRMED, PLANNED]) {
      await add(ledger, page);
      await subscriber.poll();
    }
    const before = await subscriber.feed();
    await ledger.unlink();
    await linkNew(ledger, linker, {});
    expect(await subscriber.feed()).toEqual(before);
    expect(await subscriber.poll()).toEqual([]);
    await add(ledger, CANCELLED);
    expect((await subscriber.poll()).map(({ status }) => status)).toEqual(['CANCELLED']);
  });

  test('is told that one of two entries is off where they turn out to be one event, and which one that is', async () => {
    const ledger = opened();
    const subscriber = new Subscriber(ledger);
    await add(ledger, CONFERENCE, MEETING);
    expect(last(await subscriber.poll())).toEqual([
      ['2031-05-12', 'Lorn', 'TENTATIVE', 0],
      ['2031-05-19', 'Quarn', 'TENTATIVE', 0],
    ]);
    const [conference, meeting] = [...subscriber.entries.keys()] as [string, string];
    await add(ledger, BOTH);
    await subscriber.poll();
    expect(subscriber.entries.size).toBe(2);
    expect(subscriber.entries.get(conference)).toMatchObject({ start: '2031-05-19', status: 'TENTATIVE' });
    expect(subscriber.entries.get(meeting)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    expect(subscriber.entries.get(meeting)?.summary).toBe('Meeting of mayors (one with another entry)');
    // The page of the id that it had is the event's.
    const line = await ledger.eventLine(meeting.replace('@onrecord', ''));
    expect(`${line?.event.id}@onrecord`).toBe(conference);
    const told = await subscriber.feed();
    await ledger.unlink();
    await linkNew(ledger, linker, {});
    expect(await subscriber.feed()).toEqual(told);
  });

  test('is told that an event is off where it is not among what is asked for any more', async () => {
    const ledger = opened();
    const [lorn, planned, sannow, other] = [
      '?place=lorn',
      '?status=planned',
      '?place=sannow',
      '?who=nobody',
    ].map((query) => new Subscriber(ledger, query)) as [Subscriber, Subscriber, Subscriber, Subscriber];
    await add(ledger, PLANNED);
    for (const one of [lorn, planned])
      expect(last(await one.poll())).toEqual([['2031-05-12', 'Lorn', 'TENTATIVE', 0]]);
    await add(ledger, MOVED);
    expect(last(await lorn.poll())).toEqual([['2031-05-19', 'Lorn', 'TENTATIVE', 1]]);
    expect(last(await planned.poll())).toEqual([['2031-05-19', 'Lorn', 'CANCELLED', 1]]);
    await add(ledger, CONFIRMED);
    const [off] = await lorn.poll();
    expect(off).toMatchObject({ status: 'CANCELLED', sequence: 2 });
    expect(off?.summary).toContain('(not among what is asked for any more)');
    expect(last(await sannow.poll())).toEqual([['2031-05-19', 'Sannow', 'CONFIRMED', 2]]);
    // What was never among it is not told.
    expect(await other.poll()).toEqual([]);
    expect(other.entries.size).toBe(0);
  });

  test('polls while everything is linked again, and is told nothing that is not so', async () => {
    const ledger = opened();
    const subscriber = new Subscriber(ledger);
    await add(ledger, ...CHAIN);
    await subscriber.poll();
    const known = new Map(subscriber.entries);
    await ledger.unlink();
    expect(await subscriber.feed()).toEqual(new Map());
    await linkNew(ledger, linker, {});
    await subscriber.poll();
    expect(subscriber.entries).toEqual(known);
  });
});
