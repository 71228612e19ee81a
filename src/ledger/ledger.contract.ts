import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageOf, reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse/index.ts';
import { loadKit } from '../load/index.ts';
import { extentOf, type ReportRecord, statementIdAt } from '../record/index.ts';
import { spanOf } from '../text/index.ts';
import type { Ledger, NewEntry } from './port.ts';
import type { NewVisit } from './visits.ts';

const kit = await loadKit({ tagger: 'linear' });

const FIRST = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said. She wants to close it.';
const SECOND = 'Ferry late\n\nThe harbour authority said that the ferry would sail on Monday.';
const SPOKEN =
  'Pier stays\n\n“The pier will stay,” Anna Holt, a spokeswoman for the Harbour Authority, told the town council. She promised that nobody would pay.';
const MOVED =
  'Talks moved\n\nThe talks, planned for March 3, will now be held on March 10, Mayor Mina Pell said.';
const DATED = 'Ferry late\n\nThe ferry will not sail, Mayor Mina Pell said on Monday.';
const RESOLVED =
  'Bridge closed\n\nMayor Mina Pell visited the bridge. “The bridge is not safe,” she said. “It will stay closed,” Pell said.';
const CHANGED = 'Bridge closed\n\n“The bridge is safe again,” Mayor Mina Pell said.';

const POLICY = { address: 'https://a.example/gone', isMoved: false, etag: '"a"', modified: null };

/** An entry for a text, as `add` would write it. */
export async function entryOf(
  text: string,
  given: Parameters<typeof pageOf>[1] = {},
  analyser = 'test/1',
): Promise<NewEntry> {
  const page = pageOf(text, given);
  const [record] = await analyse([reportOf(text, given)], kit);
  return {
    record: record as ReportRecord,
    bytes: page.bytes,
    format: 'text',
    origin: null,
    place: 'file:///report.txt',
    feed: null,
    policy: null,
    lineage: page.lineage,
    analyser,
    at: '2031-03-01T08:00:00.000Z',
  };
}

const readAgain = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What every ledger does, whatever it is kept in. */
export function ledgerContract(name: string, open: () => Promise<Ledger>): void {
  describe(`the ledger in ${name}`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });
    afterEach(() => ledger.close());

    test('gives back what was added, character for character', async () => {
      const entry = await entryOf(FIRST, {
        url: 'https://a.example/1',
        outlet: 'A',
        published: '2031-02-26',
      });
      expect(await ledger.add(entry)).toEqual({ outcome: 'added', version: 1 });
      const kept = await ledger.report(entry.record.report.id);
      expect(kept?.report).toEqual(entry.record.report);
      expect(kept?.statements).toEqual(entry.record.statements);
      expect(kept).toMatchObject({ version: 1, versions: 1, added: entry.at });
      expect(Buffer.from((await ledger.snapshot(entry.record.report.snapshot)) ?? [])).toEqual(entry.bytes);
    });

    test('keeps the same report once', async () => {
      const entry = await entryOf(FIRST);
      await ledger.add(entry);
      expect(await ledger.has(entry.record.report.id, 'test/1')).toBe(true);
      expect(await ledger.add(entry)).toEqual({ outcome: 'unchanged', version: 1 });
      expect(await ledger.counts()).toMatchObject({
        reports: 1,
        log: 1,
        statements: entry.record.statements.length,
      });
    });

    test('takes a changed report as a new version of it, and the same text elsewhere as another report', async () => {
      const [old, changed, elsewhere] = [
        await entryOf(FIRST, { url: 'https://a.example/1' }),
        await entryOf(CHANGED, { url: 'https://a.example/1' }),
        await entryOf(FIRST, { url: 'https://b.example/1' }),
      ];
      for (const entry of [old, changed, elsewhere]) await ledger.add(entry);
      expect((await ledger.report(changed.record.report.id))?.version).toBe(2);
      expect((await ledger.versions(old.record.report.id)).map(({ id }) => id)).toEqual([
        old.record.report.id,
        changed.record.report.id,
      ]);
      expect(await ledger.versions(elsewhere.record.report.id)).toHaveLength(1);
    });

    test('finds statements again with a newer analyser, and old ids lead to what stands there now', async () => {
      const entry = await entryOf(FIRST);
      await ledger.add(entry);
      const [before] = entry.record.statements;
      if (before === undefined) throw new Error('expected a statement');
      const extent = extentOf(before);
      const { report, statements } = entry.record;
      const id = statementIdAt(report.id, { start: extent.start, end: extent.end - 1 }, 1);
      const shorter = (spans: typeof before.content) =>
        spans.map(({ start, end }) => spanOf(report.text, { start, end: Math.min(end, extent.end - 1) }));
      const one = { ...before, id, cue: shorter(before.cue) };
      const moved = { ...entry.record, statements: [one, ...statements.slice(1)] };
      expect(await ledger.has(entry.record.report.id, 'test/2')).toBe(false);
      expect(await ledger.add({ ...entry, record: moved, analyser: 'test/2' })).toEqual({
        outcome: 'analysed again',
        version: 1,
      });
      expect((await ledger.statement(before.id))?.statement.id).toBe(id);
      expect(
        await ledger.statement(statementIdAt(entry.record.report.id, { start: 900, end: 950 }, 1)),
      ).toBeNull();
      expect((await ledger.find({ words: 'bridge' })).total).toBe(1);
      expect((await ledger.prove(readAgain)).broken).toEqual([]);
    });

    test('refuses a span that is not in the text, and one id for two, and writes nothing', async () => {
      const entry = await entryOf(FIRST);
      const [statement] = entry.record.statements;
      if (statement === undefined) throw new Error('expected a statement');
      const shifted = {
        ...statement,
        content: statement.content.map((span) => ({ ...span, start: span.start + 1, end: span.end + 1 })),
      };
      const record = { ...entry.record, statements: [shifted] };
      await expect(ledger.add({ ...entry, record })).rejects.toMatchObject({ code: 'span-does-not-hold' });
      const twice = { ...entry.record, actors: entry.record.actors.flatMap((actor) => [actor, actor]) };
      const added = ledger.add({ ...entry, record: twice });
      await expect(added).rejects.toMatchObject({ code: 'ids-not-unique' });
      expect(await ledger.counts()).toMatchObject({ reports: 0, log: 0, statements: 0 });
    });

    test('keeps a batch together; an entry that cannot be written fails alone', async () => {
      const [first, second] = [await entryOf(FIRST), await entryOf(SECOND, { path: '2.txt' })];
      const [statement] = second.record.statements;
      if (statement === undefined) throw new Error('expected a statement');
      const content = statement.content.map((span) => ({
        ...span,
        start: span.start + 1,
        end: span.end + 1,
      }));
      const broken = { ...second, record: { ...second.record, statements: [{ ...statement, content }] } };
      const visit: NewVisit = {
        place: 'https://a.example/gone',
        feed: null,
        at: '2031-03-01T08:00:00.000Z',
        outcome: 'gone',
        code: 'gone',
        message: 'status 404',
        report: null,
        bytes: null,
        policy: POLICY,
      };
      const mark = { place: 'file:///a.warc', fingerprint: 'x', at: 900, count: 3 };
      const kept = await ledger.keep({ entries: [broken, first, visit, first, second], mark });
      expect(kept).toEqual([
        { outcome: 'failed', cause: expect.objectContaining({ code: 'span-does-not-hold' }) },
        { outcome: 'added', version: 1 },
        null,
        { outcome: 'unchanged', version: 1 },
        { outcome: 'added', version: 1 },
      ]);
      expect(await ledger.counts()).toMatchObject({ reports: 2, log: 2 });
      expect(await ledger.mark(mark.place)).toEqual(mark);
      expect(await ledger.policy(visit.place)).toEqual({ ...POLICY, report: null });
      expect((await ledger.coverage()).reasons).toEqual([{ code: 'gone', visits: 1 }]);
      expect(await ledger.prove(readAgain)).toMatchObject({ visits: 3, broken: [] });
    });

    test('finds by words, phrases, beginnings and source; held attitudes only when asked', async () => {
      await ledger.add(await entryOf(FIRST, { outlet: 'A' }));
      await ledger.add(await entryOf(SECOND, { outlet: 'B' }));
      const total = async (search: Parameters<Ledger['find']>[0]) => (await ledger.find(search)).total;
      expect(await total({ words: 'bridge' })).toBe(1);
      expect(await total({ words: '"not safe"' })).toBe(1);
      expect(await total({ words: '"safe not"' })).toBe(0);
      expect(await total({ words: 'ferr*' })).toBe(1);
      expect(await total({ words: 'ferr' })).toBe(0);
      expect(await total({ words: '', by: 'pell' })).toBe(1);
      expect(await total({ words: 'sail', outlet: 'b' })).toBe(1);
      expect(await total({ words: 'sail', outlet: 'A' })).toBe(0);
      expect(await total({ words: 'close' })).toBe(0);
      expect(await total({ words: 'close', held: true })).toBe(1);
      expect((await ledger.find({ words: 'the', limit: 1 })).statements).toHaveLength(1);
    });

    test('finds by the resolved speaker too, whatever words the text has for them, and says who that is', async () => {
      await ledger.add(await entryOf(RESOLVED));
      await ledger.add(await entryOf(SECOND));
      const by = async (name: string, words = '') => (await ledger.find({ words, by: name })).statements;
      const pell = await by('Pell');
      expect(pell.map(({ statement }) => statement.source.map(({ text }) => text).join())).toContain('she');
      expect(pell.map(({ statement: { speaker } }) => 'name' in speaker && speaker.name)).toEqual(
        pell.map(() => 'Mina Pell'),
      );
      expect(await by('mina pell')).toEqual(pell);
      expect(await by('Pell', 'ferry')).toEqual([]);
      expect(await by('harbour', 'ferry')).toHaveLength(1);
      expect(await by('Holt')).toEqual([]);
    });

    test('finds by whom is spoken for and to, by act, by how it is told and by content alone', async () => {
      await ledger.add(await entryOf(SPOKEN));
      await ledger.add(await entryOf(FIRST));
      const ends = async (search: Omit<Parameters<Ledger['find']>[0], 'words'>) => {
        const { statements } = await ledger.find({ words: '', ...search });
        return statements.map(({ statement }) => statement.content[0]?.text.split(' ').at(-1)).toSorted();
      };
      expect(await ends({ for: 'harbour authority' })).toEqual(['pay', 'stay,”']);
      expect(await ends({ to: 'town council' })).toEqual(['stay,”']);
      expect(await ends({ act: 'promise' })).toEqual(['pay']);
      expect(await ends({ act: 'promise', for: 'Ostrey' })).toEqual([]);
      expect(await ends({ kind: 'direct' })).toEqual(['safe,”', 'stay,”']);
      expect(await ends({ about: 'pell' })).toEqual([]);
      expect(await ends({ about: 'pier' })).toEqual(['stay,”']);
      expect(await ends({})).toEqual([]);
      expect((await ledger.find({ words: 'council' })).total).toBe(0);
    });

    test('takes an outlet for the same in other case and punctuation, and never for one with more words', async () => {
      await ledger.add(await entryOf(FIRST, { outlet: 'The Harbour-Post' }));
      await ledger.add(await entryOf(SECOND, { outlet: 'The Harbour Post Extra' }));
      const outlets = async (outlet: string) =>
        (await ledger.find({ words: 'bridge*', outlet })).statements.map(({ report }) => report.outlet);
      expect(await outlets('the harbour-post')).toEqual(['The Harbour-Post']);
      expect(await outlets('The Harbour Post')).toEqual(['The Harbour-Post']);
      expect(await outlets('Harbour')).toEqual([]);
      expect((await ledger.find({ words: 'harbourpost' })).total).toBe(0);
    });

    test('lists actors with what they say over all reports, also after a newer analyser', async () => {
      const first = await entryOf(FIRST, { published: '2031-02-26', path: 'a' });
      const later = await entryOf(RESOLVED, { published: '2031-02-28', path: 'b' });
      const between = await entryOf(DATED, { published: '2031-02-27', path: 'c' });
      for (const entry of [first, later, between]) await ledger.add(entry);
      const [most] = (await ledger.actors({ limit: 9, offset: 0 })).actors;
      const id = most?.actor ?? '';
      const told = (entries: readonly NewEntry[]) =>
        entries.flatMap(({ record }) =>
          record.statements.filter(
            ({ mode, speaker }) => mode !== 'held' && speaker.kind === 'named' && speaker.actor === id,
          ),
        );
      expect(most).toMatchObject({ name: 'Mina Pell', reports: 3 });
      expect(most?.statements).toBe(told([first, later, between]).length);
      expect(await ledger.actor(id)).toMatchObject({ ...most, sector: 'GOV' });
      const days = async (page: { limit: number; offset: number }) =>
        (await ledger.reportsOn(id, page)).map(({ report, statements }) => [report.published, statements]);
      expect(await days({ limit: 2, offset: 0 })).toEqual([
        ['2031-02-28', told([later]).length],
        ['2031-02-27', told([between]).length],
      ]);
      expect(await days({ limit: 2, offset: 2 })).toEqual([['2031-02-26', told([first]).length]]);
      const said = await ledger.saidBy(id, { limit: 9, offset: 0 });
      expect(said.total).toBe(most?.statements);
      expect(said.statements.map(({ statement }) => statement.id)).toEqual(
        told([later, between, first]).map((statement) => statement.id),
      );
      const bare = { ...later.record, statements: [], actors: [], events: [] };
      await ledger.add({ ...later, record: bare, analyser: 'test/2', at: '2031-03-09T08:00:00.000Z' });
      expect(await ledger.actor(id)).toMatchObject({ reports: 2, statements: told([first, between]).length });
      await ledger.add({ ...later, analyser: 'test/3', at: '2031-03-10T08:00:00.000Z' });
      expect((await ledger.actors({ limit: 9, offset: 0 })).actors[0]).toEqual(most);
      expect((await ledger.prove(readAgain)).broken).toEqual([]);
    });

    test('counts and ranks few, and gives very many as they came, the last first', async () => {
      const entry = await entryOf(FIRST);
      const [statement] = entry.record.statements;
      if (statement === undefined) throw new Error('expected a statement');
      const many = {
        ...entry.record,
        statements: Array.from({ length: 10_400 }, (_, nth) => ({
          ...statement,
          id: statementIdAt(entry.record.report.id, extentOf(statement), nth + 1),
        })),
      };
      await ledger.add({ ...entry, record: many });
      const last = await entryOf(CHANGED);
      await ledger.add(last);
      const found = await ledger.find({ words: 'bridge', limit: 2, offset: 0 });
      expect(found).toMatchObject({ total: 10_000, isMore: true });
      expect(found.statements.map(({ statement: { id } }) => id)).toEqual([
        last.record.statements[0]?.id,
        many.statements.at(-1)?.id,
      ]);
      expect((await ledger.find({ words: 'bridge', limit: 2, offset: 10_400 })).statements).toHaveLength(1);
      expect(await ledger.find({ words: 'again' })).toMatchObject({ total: 1, isMore: false });
    });

    test.each([
      '"',
      '""',
      '*',
      'AND',
      'a OR',
      'NEAR(',
      'content:',
      '-x',
      '^a',
      '(',
      "'; drop table report; --",
      '\u{1F600}',
      '{a}',
      'a:b',
    ])('takes no character of a search for its own syntax: %s', async (words) => {
      await ledger.add(await entryOf(FIRST));
      await expect(ledger.find({ words })).resolves.toBeDefined();
      await expect(ledger.find({ words: 'x', by: words })).resolves.toBeDefined();
      await expect(ledger.likely([words])).resolves.toBeDefined();
    });

    test('finds the reports that may hold a quotation, misspelt or not', async () => {
      await ledger.add(await entryOf(FIRST));
      await ledger.add(await entryOf(SECOND));
      const ids = async (...pieces: string[]) =>
        (await ledger.likely(pieces)).map(({ report }) => report.headline);
      expect(await ids('bridge is not safe')).toEqual(['Bridge closed']);
      expect(await ids('harbuor authorty')).toEqual(['Ferry late']);
      expect(await ids('zebra')).toEqual([]);
    });

    test('finds the reports that share words in any form, those that share rare ones first, and how rare each is', async () => {
      await ledger.add(await entryOf(FIRST, { url: 'https://a.example/1' }));
      await ledger.add(await entryOf(SECOND, { url: 'https://a.example/2' }));
      const found = await ledger.sharing(['harbours', 'sailing', 'the', 'zebra'], 9);
      expect(found.reports.map(({ report }) => report.headline)).toEqual(['Ferry late', 'Bridge closed']);
      expect(found.total).toBe(2);
      expect([...found.counts]).toEqual([
        ['harbours', 1],
        ['sailing', 1],
        ['the', 2],
        ['zebra', 0],
      ]);
      expect((await ledger.sharing(['the'], 1)).reports).toHaveLength(1);
      expect((await ledger.sharing(['zebra', '"', ''], 9)).reports).toEqual([]);
    });

    test('gives an event with the whole report that tells of it', async () => {
      const entry = await entryOf(MOVED, { published: '2031-02-26' });
      await ledger.add(entry);
      const [event] = entry.record.events;
      const kept = await ledger.event(event?.id ?? '');
      expect(kept?.event).toEqual(event);
      expect(kept?.kept.events).toEqual(entry.record.events);
      expect(kept?.kept.times).toEqual(entry.record.times);
      expect((await ledger.prove(readAgain)).broken).toEqual([]);
    });

    test('finds what was said within a time: as the text dates it, else when it was published', async () => {
      await ledger.add(await entryOf(FIRST, { published: '2031-02-26' }));
      await ledger.add(await entryOf(DATED, { published: '2031-02-26' }));
      const total = async (words: string, first: string, last: string) =>
        (await ledger.find({ words, when: { first, last } })).total;
      expect(await total('safe', '2031-02-26', '2031-02-26')).toBe(1);
      expect(await total('safe', '2031-02-01', '2031-02-25')).toBe(0);
      expect(await total('safe', '0000-01-01', '2031-02-26')).toBe(1);
      expect(await total('safe', '2031-02-26', '9999-12-31')).toBe(1);
      expect(await total('safe', '2031-02-27', '9999-12-31')).toBe(0);
      expect(await total('ferry', '2031-02-24', '2031-02-24')).toBe(1);
      expect(await total('ferry', '2031-02-26', '2031-02-26')).toBe(0);
    });

    test('lists reports, latest first, in pages', async () => {
      for (const text of [FIRST, SECOND]) await ledger.add(await entryOf(text, { path: text.slice(0, 5) }));
      expect((await ledger.reports({ limit: 1, offset: 0 })).map(({ headline }) => headline)).toEqual([
        'Ferry late',
      ]);
      expect((await ledger.reports({ limit: 5, offset: 1 })).map(({ headline }) => headline)).toEqual([
        'Bridge closed',
      ]);
    });

    test('proves all that it holds, and tells a text that is not what its bytes hold', async () => {
      for (const text of [FIRST, SECOND]) await ledger.add(await entryOf(text, { path: text.slice(0, 5) }));
      const proof = await ledger.prove(readAgain);
      expect(proof).toMatchObject({ reports: 2, log: 2, broken: [] });
      expect(proof.spans).toBeGreaterThan(4);
      expect((await ledger.prove(() => 'another text')).broken).toHaveLength(2);
    });

    test('knows nothing of what it does not have', async () => {
      expect(await ledger.report('report:none')).toBeNull();
      expect(await ledger.statement('statement:none')).toBeNull();
      expect(await ledger.snapshot('sha256:none')).toBeNull();
      expect(await ledger.event('event:none')).toBeNull();
      expect(await ledger.calendarSpan()).toBeNull();
      expect(await ledger.versions('report:none')).toEqual([]);
    });
  });
}
