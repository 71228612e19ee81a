import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Origin } from '../record/index.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';
import type { NewVisit } from './visits.ts';

const TEXT = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const ADDRESS = 'https://a.example/1';
const FEED = 'https://a.example/feed';
/** An hour of a day in February 2034. */
export const at = (hour: number, day = 2) => `2034-02-0${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** A visit that found nothing new, but for what it is made of. */
export const visited = (made: Partial<NewVisit>): NewVisit => ({
  place: ADDRESS,
  feed: null,
  at: at(12),
  outcome: 'unchanged',
  code: null,
  message: null,
  report: null,
  bytes: null,
  policy: null,
  ...made,
});

const policyOf = (etag: string, address = ADDRESS) => ({
  address,
  isMoved: address !== ADDRESS,
  etag,
  modified: null,
});

/** What every ledger keeps of visits, origins, feeds and marks. */
export function visitsContract(name: string, open: () => Ledger): void {
  describe(`${name} keeps what was tried`, () => {
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
    });
    afterEach(() => ledger.close());

    test('a visit with the report that it brought, and all later ones to the same place', async () => {
      const entry = {
        ...(await entryOf(TEXT, { url: ADDRESS })),
        place: ADDRESS,
        at: at(10),
        policy: policyOf('"a"'),
      };
      await ledger.add(entry);
      const { id } = entry.record.report;
      await ledger.visit(visited({ report: id, policy: policyOf('"b"') }));
      await ledger.visit(visited({ at: at(14), outcome: 'gone', code: 'gone', message: 'status 404' }));
      await ledger.visit(visited({ place: 'https://b.example/', outcome: 'failed', code: 'unreachable' }));
      expect((await ledger.visitsTo(id, 10)).map(({ outcome }) => outcome)).toEqual([
        'gone',
        'unchanged',
        'added',
      ]);
      expect(await ledger.visitsTo('report:0000000000000000', 10)).toEqual([]);
      // What gave no report is asked for in full.
      expect(await ledger.policy(ADDRESS)).toEqual({ ...policyOf('"b"'), etag: null, report: id });
      expect(await ledger.policy('https://b.example/')).toBeNull();
    });

    test('a changed report is told as one', async () => {
      for (const text of [TEXT, `${TEXT} She smiled.`])
        await ledger.add({ ...(await entryOf(text, { url: ADDRESS })), place: ADDRESS });
      const { sources, analysers } = await ledger.coverage();
      expect(analysers).toEqual([{ analyser: expect.any(String), reports: 2 }]);
      expect(sources[0]?.days).toEqual([{ day: expect.any(String), visits: 2, reports: 2 }]);
      expect(sources[0]).toMatchObject({
        source: 'a.example',
        visits: 2,
        places: 1,
        reports: 2,
        outcomes: { added: 1, changed: 1 },
      });
    });

    test('coverage by source, with its longest gap, and why nothing came', async () => {
      const day = (number: number, made: Partial<NewVisit> = {}) =>
        ledger.visit(visited({ at: at(10, number), ...made }));
      await day(1);
      await day(2);
      await day(6, { outcome: 'refused', code: 'robots', message: 'forbidden' });
      await day(6, { place: 'notes.txt', outcome: 'failed', code: 'not-found' });
      const { sources, reasons, failures } = await ledger.coverage();
      expect(sources).toMatchObject([
        { source: 'a.example', visits: 3, gap: { from: at(10, 2), to: at(10, 6) } },
        { source: 'files', visits: 1, gap: null },
      ]);
      expect(sources[0]?.days).toEqual([
        { day: '2034-02-01', visits: 1, reports: 0 },
        { day: '2034-02-02', visits: 1, reports: 0 },
        { day: '2034-02-06', visits: 1, reports: 0 },
      ]);
      expect(reasons.toSorted((a, b) => a.code.localeCompare(b.code))).toEqual([
        { code: 'not-found', visits: 1 },
        { code: 'robots', visits: 1 },
      ]);
      expect(failures.map(({ code }) => code)).toEqual(['not-found', 'robots']);
    });

    test('the bytes of a page that gave no report', async () => {
      const bytes = Buffer.from('<p>Die Brücke');
      await ledger.visit(visited({ outcome: 'refused', code: 'not-english', bytes }));
      const id = 'sha256:d5ef6e5ef7d9c0d57a31f6d8b1b4b7b6a6a1e2ab1f5a8ec0c1c8f0c5d4a0c9fe';
      const { createHash } = await import('node:crypto');
      const own = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      expect(Buffer.from((await ledger.snapshot(own)) ?? [])).toEqual(bytes);
      expect(await ledger.snapshot(id)).toBeNull();
    });

    test('how a report came out of its page, and proves it by that', async () => {
      const entry = await entryOf(TEXT);
      const origin: Origin = {
        encoding: 'utf-8',
        address: ADDRESS,
        segments: [{ start: 0, end: 13, from: 20, to: 33 }],
        choices: [
          {
            field: 'headline',
            value: 'Bridge closed',
            rule: 'json-ld',
            others: [{ value: 'Bridge', rule: 'title' }],
          },
        ],
      };
      await ledger.add({ ...entry, origin });
      expect(await ledger.origin(entry.record.report.id)).toEqual(origin);
      expect(await ledger.origin('report:0000000000000000')).toBeNull();
      const asked: unknown[] = [];
      const proof = await ledger.prove((_, kept) => {
        asked.push(kept.origin);
        return kept.report.text;
      });
      expect(proof.broken).toEqual([]);
      expect(asked).toEqual([origin]);
    });

    test('what a feed lists: new, changed, vanished, and back again', async () => {
      const of = { place: FEED, title: 'T', below: [] };
      const list = (hour: number, ...items: [string, string][]) =>
        ledger.list(
          { ...of, at: at(hour), isWhole: true },
          items.map(([place, stamp]) => ({ place, stamp })),
        );
      expect(await list(1, ['/1', 'a'], ['/2', 'a'])).toEqual({ fresh: 2, changed: 0, vanished: 0 });
      expect((await ledger.dueItems([FEED], at(1), 10)).map(({ place }) => place)).toEqual(['/1', '/2']);
      await ledger.itemsVisited(['/1', '/2'].map((place) => ({ place, due: at(9), failed: false })));
      expect(await ledger.dueItems([FEED], at(2), 10)).toEqual([]);
      expect(await ledger.nextDue([FEED])).toBe(at(9));
      expect(await list(3, ['/1', 'b'])).toEqual({ fresh: 0, changed: 1, vanished: 1 });
      expect((await ledger.dueItems([FEED], at(3), 10)).map(({ place }) => place)).toEqual(['/1']);
      expect(await list(4, ['/1', 'b'], ['/2', 'a'])).toEqual({ fresh: 0, changed: 0, vanished: 0 });
      const part = { ...of, at: at(5), isWhole: false };
      expect(await ledger.list(part, [{ place: '/1', stamp: 'b' }])).toMatchObject({ vanished: 0 });
      expect((await ledger.coverage()).feeds).toMatchObject([
        { place: FEED, title: 'T', items: 2, vanished: 0 },
      ]);
      expect(await ledger.dueItems([], at(9), 10)).toEqual([]);
      expect(await ledger.nextDue(['https://b.example/feed'])).toBeNull();
    });

    test('how often in a row a feed could not be read', async () => {
      for (const message of ['status 500', 'status 500', null, 'status 500'])
        await ledger.checked({ place: FEED, at: at(1), due: at(2), message });
      expect(await ledger.feed(FEED)).toEqual({ due: at(2), failures: 1, items: 0 });
      expect(await ledger.feed('https://b.example/feed')).toBeNull();
    });

    test('how far a file of many reports is done', async () => {
      const mark = { place: 'file:///a.warc', fingerprint: 'x', at: 900, count: 3 };
      expect(await ledger.mark(mark.place)).toBeNull();
      await ledger.keepMark(mark);
      await ledger.keepMark({ ...mark, at: 1200, count: 4 });
      expect(await ledger.mark(mark.place)).toEqual({ ...mark, at: 1200, count: 4 });
      await ledger.dropMark(mark.place);
      expect(await ledger.mark(mark.place)).toBeNull();
    });
  });
}
