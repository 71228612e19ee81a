import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Alert, alert, type News, news } from '../record/index.ts';
import type { Wanted } from './alerts.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';

const SAFE = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const AGAIN =
  'Bridge still closed\n\n“The bridge is not safe,” Mayor Mina Pell said. The harbour said that the ferry would sail.';
const FERRY = 'Ferry late\n\nThe harbour authority said that the ferry would sail on Monday.';

let made = 0;
/** An alert as the command makes it. */
export const alertOf = (name: string, search: Alert['search'], more: Partial<Alert> = {}): Alert =>
  alert.parse({
    id: `alert:${String(++made).padStart(16, '0')}`,
    name,
    search,
    actor: null,
    issue: null,
    once: false,
    event: null,
    webhook: null,
    made: '2031-03-01T09:00:00.000Z',
    ...more,
  });

const wanted = (words: string): Wanted => ({ search: { words }, actor: null, among: null });
const WEBHOOK = { url: 'https://desk.example/hook', allowPrivate: false };
const at = (minute: number) => `2031-03-02T08:${String(minute).padStart(2, '0')}:00.000Z`;

/** What every ledger does for those who want to be told. */
export function alertsContract(name: string, open: () => Ledger): void {
  describe(`alerts in ${name}`, () => {
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
    });
    afterEach(() => ledger.close());

    /** Keeps news of a statement, as looking does. */
    async function found(of: Alert, nth: number): Promise<News> {
      const kept = await ledger.alertNamed(of.id);
      const [statement] = (await ledger.find({ words: 'bridge' })).statements;
      if (kept === null || statement === undefined) throw new Error('expected an alert and a statement');
      const one = news.parse({
        kind: 'statement',
        id: `news:${String(nth).padStart(16, '0')}`,
        at: at(nth),
        statement: statement.statement.id,
        who: 'Mina Pell',
        cue: 'said',
        stance: null,
        from: {
          report: statement.report.id,
          outlet: null,
          published: null,
          headline: null,
          url: null,
          start: 15,
          end: 20,
          words: 'x',
        },
      });
      const looked = { ...kept.looked, statements: kept.looked.statements + 1 };
      const isKept = await ledger.keepNews(of.id, {
        former: kept.looked,
        looked,
        news: [one],
        found: at(nth),
      });
      expect(isKept).toBe(true);
      return one;
    }

    test('an alert is kept by a name that is its own, and goes with its news', async () => {
      await ledger.add(await entryOf(SAFE));
      const own = alertOf('Bridge', { words: 'bridge' });
      await ledger.addAlert(own, null);
      await expect(ledger.addAlert(alertOf('BRIDGE', {}), null)).rejects.toMatchObject({
        code: 'alert-exists',
      });
      expect((await ledger.alertNamed('bridge'))?.alert).toEqual(own);
      expect(await ledger.alertNamed('ferry')).toBeNull();
      expect(await ledger.alerts()).toMatchObject([
        { alert: own, looked: { statements: 1, changes: 1, event: null }, news: 0, waiting: 0, latest: null },
      ]);
      await found(own, 1);
      await ledger.removeAlert(own.id);
      expect(await ledger.alerts()).toEqual([]);
      expect(await ledger.newsOf(own.id, { limit: 9, offset: 0 })).toEqual([]);
      await ledger.addAlert(own, null);
    });

    test('statements are new by the coming of their reports, and not because they are read again', async () => {
      await ledger.add(await entryOf(SAFE));
      const entry = await entryOf(FERRY, { path: '2.txt' });
      await ledger.add(entry);
      const words = async (after: number, to: number, of: Wanted) =>
        (await ledger.broughtBy({ after, to }, of)).map(({ report }) => report.headline);
      expect(await words(0, 2, wanted('bridge'))).toEqual(['Bridge closed']);
      expect(await words(1, 2, wanted('bridge'))).toEqual([]);
      expect(await words(1, 2, wanted('ferry'))).toEqual(['Ferry late']);
      expect(await words(0, 1, wanted('ferry'))).toEqual([]);
      expect(await words(0, 2, wanted(''))).toEqual([]);
      // Read again it has the highest numbers, and is the first report all the same.
      await ledger.add({ ...(await entryOf(SAFE)), analyser: 'test/2' });
      expect(await words(1, 2, wanted('bridge'))).toEqual([]);
      expect(await words(0, 1, wanted('bridge'))).toEqual(['Bridge closed']);
      const among = entry.record.statements.map(({ id }) => id);
      expect(await words(0, 2, { search: { words: '' }, actor: null, among })).toEqual(['Ferry late']);
      expect(await words(0, 2, { search: { words: '', by: 'harbour' }, actor: null, among: null })).toEqual([
        'Ferry late',
      ]);
    });

    test('what an earlier version has already is not new', async () => {
      await ledger.add(await entryOf(SAFE, { url: 'https://a.example/1' }));
      await ledger.add(await entryOf(AGAIN, { url: 'https://a.example/1' }));
      await ledger.add(await entryOf(SAFE, { url: 'https://b.example/1' }));
      const of = async (words: string) =>
        (await ledger.broughtBy({ after: 1, to: 3 }, wanted(words))).map(({ report }) => report.url);
      expect(await of('bridge')).toEqual(['https://b.example/1']);
      expect(await of('ferry')).toEqual(['https://a.example/1']);
    });

    test('what an actor says over all reports', async () => {
      const entry = await entryOf(SAFE);
      await ledger.add(entry);
      await ledger.add(await entryOf(FERRY, { path: '2.txt' }));
      const [statement] = entry.record.statements;
      const speaker = statement?.speaker.kind === 'named' ? (statement.speaker.actor ?? '') : '';
      const id = 'who:0123456789abcdef';
      await ledger.linkNext('test', 1, async ({ record: { report } }, links) => {
        const member = { unit: 'mina pell', id: speaker, report: report.id };
        await links.put('actor', [{ ...member, keys: [], kept: '{}', alias: id }]);
        const names = { name: 'Mina Pell', names: 'Mina Pell', first: '', last: '' };
        await links.replace(
          'actor',
          ['mina pell'],
          [{ id, ...names, units: ['mina pell'], body: { links: [], kind: 'person' } }],
        );
      });
      expect(await ledger.linkedTo()).toBe(1);
      const of = async (actor: string) =>
        (await ledger.broughtBy({ after: 0, to: 2 }, { ...wanted(''), actor: actor as never })).map(
          ({ report }) => report.headline,
        );
      expect(await of(id)).toEqual(['Bridge closed']);
      expect(await of('who:fedcba9876543210')).toEqual([]);
      const numbers = await ledger.numbersOf([entry.record.report.id]);
      expect([...numbers]).toEqual([[entry.record.report.id, 1]]);
    });

    test('news is kept once, by whoever looked first', async () => {
      await ledger.add(await entryOf(SAFE));
      const own = alertOf('bridge', { words: 'bridge' });
      await ledger.addAlert(own, null);
      const before = (await ledger.alertNamed('bridge'))?.looked;
      const one = await found(own, 1);
      if (before === undefined) throw new Error('expected an alert');
      const late = { former: before, looked: { ...before, statements: 9 }, news: [one], found: at(2) };
      expect(await ledger.keepNews(own.id, late)).toBe(false);
      expect(await ledger.newsOf(own.id, { limit: 9, offset: 0 })).toEqual([
        { number: 1, news: one, found: at(1) },
      ]);
      expect(await ledger.alertNamed('bridge')).toMatchObject({ news: 1, waiting: 0, latest: at(1) });
    });

    test('a digest has what none told before, or all since a moment', async () => {
      await ledger.add(await entryOf(SAFE));
      const own = alertOf('bridge', { words: 'bridge' });
      await ledger.addAlert(own, null);
      const ids = async (since: string | null) =>
        (await ledger.newsSince(own.id, since)).map((one) => one.news.id);
      const first = await found(own, 1);
      expect(await ids(null)).toEqual([first.id]);
      await ledger.digested(own.id, 1);
      const second = await found(own, 2);
      await ledger.digested(own.id, 0);
      expect(await ids(null)).toEqual([second.id]);
      expect(await ids(at(1))).toEqual([first.id, second.id]);
      expect(await ids(at(2))).toEqual([second.id]);
    });

    test('one process sends, until it is done or its time is over; what has arrived is not sent again', async () => {
      await ledger.add(await entryOf(SAFE));
      const own = alertOf('bridge', { words: 'bridge' }, { webhook: WEBHOOK });
      await ledger.addAlert(own, 'whsec_AAAA');
      expect(await ledger.secretOf(own.id)).toBe('whsec_AAAA');
      expect(await ledger.claim(own.id, at(0), at(10))).toBe(false);
      const [first, second] = [await found(own, 1), await found(own, 2)];
      expect(await ledger.claim(own.id, at(0), at(10))).toBe(true);
      expect(await ledger.claim(own.id, at(5), at(15))).toBe(false);
      expect(await ledger.claim(own.id, at(11), at(20))).toBe(true);
      expect((await ledger.toSend(own.id, 9)).map((one) => one.news.id)).toEqual([first.id, second.id]);
      await ledger.sent(own.id, first.id, at(12));
      expect((await ledger.toSend(own.id, 9)).map((one) => one.news.id)).toEqual([second.id]);
      const failed = { failures: 2, due: at(30), why: 'status 500', isOver: false };
      await ledger.release(own.id, failed);
      expect(await ledger.alertNamed('bridge')).toMatchObject({ delivery: failed, news: 2, waiting: 1 });
      expect(await ledger.claim(own.id, at(29), at(40))).toBe(false);
      expect(await ledger.claim(own.id, at(30), at(40))).toBe(true);
      await ledger.release(own.id, { ...failed, due: null, isOver: true });
      expect(await ledger.claim(own.id, at(50), at(59))).toBe(false);
      expect((await ledger.alertNamed('bridge'))?.waiting).toBe(0);
    });
  });
}
