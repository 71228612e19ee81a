import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';
import { at, visited } from './visits.contract.ts';

const OLD = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const NEW = 'Bridge closed\n\n“The bridge is safe again,” Mayor Mina Pell said.';
const A = 'https://a.example/1';
const B = 'https://a.example/2';
const C = 'https://a.example/3';
const [FEED, OTHER] = ['https://a.example/feed', 'https://a.example/other'];
const HOST = 'a.example';

const policyOf = (address: string, place = address) => ({
  address,
  isMoved: address !== place,
  etag: '"a"',
  modified: 'Mon, 30 Jan 2034 10:00:00 GMT',
});
/** What every ledger knows of what stands where now, and how that is asked for. */
export function standingContract(name: string, open: () => Ledger): void {
  describe(`${name} knows what stands`, () => {
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
    });
    afterEach(() => ledger.close());

    const added = async (text: string, hour: number) => {
      const entry = { ...(await entryOf(text, { url: A })), lineage: A, place: A, at: at(hour) };
      await ledger.add(entry);
      return entry.record.report;
    };
    const list = (feed: string, hour: number, ...items: [string, string][]) =>
      ledger.list(
        { place: feed, title: 'T', at: at(hour), below: [], isWhole: true },
        items.map(([place, stamp]) => ({ place, stamp })),
      );
    const due = async (hour: number, ...feeds: string[]) =>
      (await ledger.dueItems(feeds, at(hour), 10)).map(({ place, visits }) => `${place} ${visits}`);

    test('which version stood when: one that came back stands now', async () => {
      const first = await added(OLD, 1);
      await ledger.visit(visited({ at: at(2), report: first.id }));
      const second = await added(NEW, 3);
      await ledger.visit(visited({ at: at(4), outcome: 'refused', code: 'error-page' }));
      expect(await ledger.standing(A)).toEqual(second);
      await ledger.visit(visited({ at: at(5), outcome: 'changed back', report: first.id }));
      expect(await ledger.stood(second.id)).toEqual([
        { report: first.id, version: 1, from: at(1), to: at(2) },
        { report: second.id, version: 2, from: at(3), to: at(3) },
        { report: first.id, version: 1, from: at(5), to: at(5) },
      ]);
      expect(await ledger.standing(A)).toEqual(first);
      expect(await ledger.stood('report:0000000000000000')).toEqual([]);
      expect(await ledger.standing(B)).toBeNull();
      expect((await ledger.coverage()).sources[0]?.outcomes).toMatchObject({ 'changed back': 1 });
    });

    test('what is told late of an earlier time is no later version', async () => {
      const now = await added(NEW, 9);
      const former = await added(OLD, 3);
      expect((await ledger.stood(now.id)).map(({ report }) => report)).toEqual([former.id, now.id]);
      expect(await ledger.standing(A)).toEqual(now);
    });

    test('which report was found at a place, also where it has moved since, and which has a text', async () => {
      const report = await added(OLD, 1);
      const found = { report: report.id, lineage: A };
      expect(await ledger.foundAt(A)).toEqual(found);
      expect(await ledger.foundAt(B)).toBeNull();
      await ledger.visit(visited({ report: report.id, policy: policyOf(B, A) }));
      expect(await ledger.foundAt(B)).toEqual(found);
      expect(await ledger.withText(A, OLD)).toEqual(report);
      expect(await ledger.withText(A, NEW)).toBeNull();
      expect(await ledger.withText(B, OLD)).toBeNull();
    });

    test('where a place has moved for good, over several moves, in a circle, and after what was there is gone', async () => {
      await ledger.visit(visited({ policy: policyOf(B, A) }));
      expect(await ledger.movedTo(A)).toBe(B);
      // What told of a change at the new place tells nothing at the old one.
      expect(await ledger.policy(A)).toMatchObject({ address: B, isMoved: true, etag: null, modified: null });
      expect(await ledger.policy(B)).toMatchObject({ ...policyOf(B), isMoved: false });
      await ledger.visit(visited({ place: B, policy: policyOf(C, B) }));
      expect([await ledger.movedTo(A), await ledger.movedTo(B)]).toEqual([C, C]);
      await ledger.visit(visited({ place: C, policy: policyOf(A, C) }));
      expect([await ledger.movedTo(A), await ledger.movedTo(B), await ledger.movedTo(C)]).toEqual([A, A, A]);
      await ledger.visit(visited({ place: A, outcome: 'gone', code: 'gone' }));
      expect([await ledger.movedTo(B), await ledger.movedTo(C)]).toEqual([B, C]);
    });

    test('what several feeds list is one item: due once, and visited for all of them', async () => {
      await list(FEED, 1, [A, 'a']);
      await list(OTHER, 1, [A, 'x'], [B, 'x']);
      expect(await due(1, FEED, OTHER)).toEqual([`${A} 0`, `${B} 0`]);
      await ledger.itemsVisited([{ place: A, due: at(9), failed: false }]);
      expect(await due(2, FEED, OTHER)).toEqual([`${B} 0`]);
      expect(await list('https://a.example/third', 3, [A, 'q'])).toEqual({
        fresh: 1,
        changed: 0,
        vanished: 0,
      });
      expect(await due(3, 'https://a.example/third')).toEqual([]);
      await list(OTHER, 4, [A, 'y'], [B, 'x']);
      expect(await due(4, FEED)).toEqual([`${A} 0`]);
    });

    test('what a second feed says of a page as the first did is no news; what it says otherwise is', async () => {
      await list(FEED, 1, [A, 'a']);
      await list(OTHER, 1, [A, 'a']);
      await ledger.itemsVisited([{ place: A, due: null, failed: false }]);
      await list(FEED, 2, [A, 'b']);
      expect(await due(2, FEED, OTHER)).toEqual([`${A} 0`]);
      await ledger.itemsVisited([{ place: A, due: at(9), failed: false }]);
      expect(await list(OTHER, 3, [A, 'b'])).toMatchObject({ changed: 1 });
      expect(await due(3, FEED, OTHER)).toEqual([]);
      await list(OTHER, 4, [A, 'c']);
      expect(await due(4, FEED, OTHER)).toEqual([`${A} 0`]);
    });

    test('a page that leads to what was never found there has not moved', async () => {
      const here = await added(OLD, 1);
      const lead = {
        ...(await entryOf(`${NEW} It is another story.`, { url: B })),
        lineage: B,
        place: B,
        at: at(2),
      };
      await ledger.add(lead);
      await list(FEED, 2, [A, 'a']);
      for (const hour of [3, 4]) {
        const found = { at: at(hour), report: lead.record.report.id, policy: policyOf(B, A) };
        await ledger.visit(visited(found));
        expect(await ledger.movedTo(A)).toBe(A);
      }
      await ledger.visit(visited({ at: at(5), report: here.id, policy: policyOf(B, A) }));
      expect(await ledger.movedTo(A)).toBe(B);
    });

    test('an item whose page has moved is the one that is listed at the new place', async () => {
      await list(FEED, 1, [A, 'a']);
      await list(OTHER, 1, [A, 'x'], [B, 'x']);
      await ledger.visit(visited({ policy: policyOf(B, A) }));
      await ledger.itemsVisited([{ place: A, due: at(9), failed: false }]);
      expect(await due(9, FEED, OTHER)).toEqual([`${B} 1`]);
      expect(await list(FEED, 2, [A, 'a'])).toEqual({ fresh: 0, changed: 0, vanished: 0 });
      expect((await ledger.coverage()).feeds).toMatchObject([
        { place: FEED, items: 1, waiting: 0 },
        { place: OTHER, items: 1, waiting: 0 },
      ]);
      expect((await ledger.prove(() => null)).broken).toEqual([]);
    });

    test('what was gone is due when its feed lists it again', async () => {
      await list(FEED, 1, [A, 'a']);
      await ledger.itemsVisited([{ place: A, due: null, failed: true }]);
      await list(FEED, 2, [A, 'a']);
      expect(await due(2, FEED)).toEqual([]);
      await list(FEED, 3);
      await list(FEED, 4, [A, 'a']);
      expect(await due(4, FEED)).toEqual([`${A} 0`]);
    });

    test('how often a page was found, whatever failed before', async () => {
      await list(FEED, 1, [A, 'a']);
      for (const failed of [true, true, false]) {
        await ledger.itemsVisited([{ place: A, due: at(2), failed }]);
        await ledger.itemsVisited([{ place: A, due: at(2), failed: true }]);
      }
      expect(await ledger.dueItems([FEED], at(2), 1)).toMatchObject([{ visits: 2, failures: 1 }]);
      await ledger.itemsVisited([{ place: A, due: at(2), failed: false }]);
      expect(await ledger.dueItems([FEED], at(2), 1)).toMatchObject([{ visits: 2, failures: 0 }]);
      expect((await ledger.prove(() => null)).broken).toEqual([]);
    });

    test('a feed that has moved keeps its name, unless the new one has a feed of its own', async () => {
      expect(await ledger.feedOf(FEED)).toBe(FEED);
      await list(FEED, 1, [A, 'a']);
      await ledger.keepPolicy(FEED, policyOf(OTHER, FEED));
      expect([await ledger.feedOf(FEED), await ledger.feedOf(OTHER)]).toEqual([FEED, FEED]);
      await list(OTHER, 1, [A, 'a']);
      expect([await ledger.feedOf(FEED), await ledger.feedOf(OTHER)]).toEqual([OTHER, OTHER]);
    });

    test('what a list of feeds led to when it was read last', async () => {
      const of = { place: OTHER, title: null, at: at(1), isWhole: true };
      await ledger.list({ ...of, below: [FEED, B, FEED] }, []);
      expect(await ledger.below(OTHER)).toEqual([B, FEED]);
      await ledger.list({ ...of, below: [FEED] }, []);
      expect(await ledger.below(OTHER)).toEqual([FEED]);
      await ledger.list({ ...of, isWhole: false, below: [B] }, []);
      expect(await ledger.below(OTHER)).toEqual([B, FEED]);
      expect(await ledger.below(FEED)).toEqual([]);
    });

    test('until when a host rests, and what is put off for that', async () => {
      expect(await ledger.rest(HOST)).toBeNull();
      await ledger.keepRest(HOST, { until: at(3), times: 1 });
      await ledger.keepRest(HOST, { until: at(5), times: 2 });
      expect(await ledger.rest(HOST)).toEqual({ until: at(5), times: 2 });
      await list(FEED, 1, [A, 'a']);
      for (const place of [FEED, A]) await ledger.postpone(place, at(5));
      expect(await ledger.feed(FEED)).toEqual({ due: at(5), failures: 0, items: 1 });
      expect([await due(4, FEED), await due(5, FEED)]).toEqual([[], [`${A} 0`]]);
      await ledger.keepRest(HOST, null);
      expect(await ledger.rest(HOST)).toBeNull();
    });
  });
}
