import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Decision,
  decision,
  extentOf,
  type ReportRecord,
  type Statement,
  statementIdAt,
} from '../record/index.ts';
import { spanOf } from '../text/index.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger, NewEntry } from './port.ts';

const TEXT =
  'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said. The council promised that “nobody will pay” for the ferry.';
const HOLT = { kind: 'named', actor: 'actor:anna-holt', name: 'Anna Holt', sort: 'person' } as const;
const NOTHING = { content: null, speaker: null, act: null, said: null, stance: null };

const readAgain = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

let made = 0;
type Kind = 'accept' | 'reject' | { [Field in keyof typeof NOTHING]?: unknown };

/** A decision on a statement of an entry, as the command makes it. */
function on({ record }: NewEntry, { content, cue }: Statement, what: Kind): Decision {
  const own =
    typeof what === 'string' ? { kind: what } : { kind: 'correct', corrected: { ...NOTHING, ...what } };
  return decision.parse({
    id: `decision:${(++made).toString(16).padStart(16, '0')}`,
    ...own,
    on: { report: record.report.id, content, cue },
    by: 'A tester',
    at: '2031-03-01T08:00:00.000Z',
    why: null,
  });
}

const undoing = (undoes: Decision): Decision =>
  decision.parse({
    id: `decision:${(++made).toString(16).padStart(16, '0')}`,
    kind: 'undo',
    undoes: undoes.id,
    by: 'A tester',
    at: '2031-03-02T08:00:00.000Z',
    why: 'a mistake',
  });

function first(entry: NewEntry): Statement {
  const found = entry.record.statements.find(({ content }) => content[0]?.text.includes('not safe'));
  if (found === undefined) throw new Error('expected a statement');
  return found;
}

/** An entry of the same report by another analyser. */
function moved(entry: NewEntry, change: (record: ReportRecord) => Partial<ReportRecord>): NewEntry {
  return { ...entry, analyser: 'test/2', record: { ...entry.record, ...change(entry.record) } };
}

/** A statement whose content begins a little later. */
const shorter = (one: Statement, { report }: ReportRecord): Statement => {
  const content = one.content.map(({ start, end }) => spanOf(report.text, { start: start + 4, end }));
  const spans = { ...one, content };
  return { ...spans, id: statementIdAt(report.id, extentOf(spans), 1) };
};

/** What every ledger does with what people decide on statements. */
export function decidedContract(name: string, open: () => Promise<Ledger> | Ledger): void {
  describe(`what people decide on statements, in ${name}`, () => {
    let ledger: Ledger;
    let entry: NewEntry;
    let statement: Statement;
    beforeEach(async () => {
      ledger = await open();
      entry = await entryOf(TEXT, { outlet: 'A', published: '2031-02-26' });
      statement = first(entry);
      await ledger.add(entry);
    });
    afterEach(async () => {
      expect((await ledger.prove(readAgain)).broken).toEqual([]);
      await ledger.close();
    });

    test('what is rejected is hidden where nobody asks for it, and is on its report’s record', async () => {
      const rejected = on(entry, statement, 'reject');
      const before = await ledger.report(entry.record.report.id);
      await ledger.decide(rejected);
      expect((await ledger.find({ words: 'safe' })).total).toBe(0);
      expect((await ledger.find({ words: 'safe', held: true })).total).toBe(0);
      expect((await ledger.saidBy('actor:mina-pell', { limit: 10, offset: 0 })).total).toBe(0);
      expect(await ledger.actor('actor:mina-pell')).toMatchObject({ reports: 1, statements: 0 });
      const kept = await ledger.report(entry.record.report.id);
      expect(kept?.statements.map(({ id }) => id)).not.toContain(statement.id);
      expect(kept?.decided).toMatchObject([{ status: 'rejected', found: statement, decisions: [rejected] }]);
      expect(await ledger.statement(statement.id)).toMatchObject({
        statement,
        decided: { status: 'rejected' },
      });
      await ledger.decide(undoing(rejected));
      expect(await ledger.report(entry.record.report.id)).toEqual(before);
      expect((await ledger.find({ words: 'safe' })).total).toBe(1);
    });

    test('what is accepted is as it was read, and says who looked at it', async () => {
      await ledger.decide(on(entry, statement, 'accept'));
      const [found] = (await ledger.find({ words: 'safe' })).statements;
      expect(found).toMatchObject({ statement, decided: { status: 'accepted', found: statement } });
      const kept = await ledger.report(entry.record.report.id);
      expect(kept?.statements).toEqual(entry.record.statements);
      expect(kept?.orphaned).toEqual([]);
    });

    test('a corrected speaker speaks where it is looked for, though the report does not name it', async () => {
      const corrected = on(entry, statement, { speaker: HOLT });
      await ledger.decide(corrected);
      expect((await ledger.find({ words: 'safe', by: 'Holt' })).total).toBe(1);
      // The source stays what the report has.
      expect((await ledger.find({ words: '', by: 'Pell' })).total).toBe(1);
      const said = await ledger.saidBy('actor:anna-holt', { limit: 10, offset: 0 });
      expect(said.statements).toMatchObject([
        {
          statement: {
            speaker: { name: 'Anna Holt', how: 'decided', by: corrected.id },
            chain: [{ name: 'Anna Holt', actor: 'actor:anna-holt' }, { name: 'A' }],
          },
          decided: { status: 'corrected', found: statement },
        },
      ]);
      expect(await ledger.actor('actor:anna-holt')).toMatchObject({ kind: 'person', statements: 1 });
      expect((await ledger.saidBy('actor:mina-pell', { limit: 10, offset: 0 })).total).toBe(0);
      await ledger.decide(undoing(corrected));
      expect(await ledger.actor('actor:anna-holt')).toBeNull();
    });

    test('act, date and content are corrected, each by the last who did', async () => {
      const { text } = entry.record.report;
      const span = spanOf(text, { start: text.indexOf('The bridge'), end: text.indexOf(' safe') });
      await ledger.decide(on(entry, statement, { act: 'warn', said: '2031-02-20' }));
      await ledger.decide(on(entry, statement, { act: 'deny' }));
      await ledger.decide(on(entry, statement, { content: { spans: [span], kind: 'direct' } }));
      const [found] = (await ledger.find({ words: '', act: 'deny' })).statements;
      expect(found?.statement).toMatchObject({
        id: statement.id,
        act: 'deny',
        content: [span],
        said: { value: '2031-02-20', span: null, how: 'decided' },
      });
      expect((await ledger.find({ words: '', act: 'warn' })).total).toBe(0);
      expect((await ledger.find({ words: 'safe' })).total).toBe(0);
      const when = { first: '2031-02-20', last: '2031-02-20' };
      expect((await ledger.find({ words: 'bridge', when })).total).toBe(1);
      expect(found?.decided?.decisions).toHaveLength(3);
    });

    test('an act of holding makes a statement held', async () => {
      await ledger.decide(on(entry, statement, { act: 'believe' }));
      expect((await ledger.find({ words: 'safe' })).total).toBe(0);
      expect((await ledger.find({ words: 'safe', held: true })).statements[0]?.statement.mode).toBe('held');
    });

    test('nobody can decide on words that the report does not have, nor where no statement is', async () => {
      const broken = { ...statement, content: [{ start: 0, end: 6, text: 'Tunnel' }] };
      await expect(ledger.decide(on(entry, broken, 'accept'))).rejects.toMatchObject({
        code: 'span-does-not-hold',
      });
      const headline = { ...statement, content: [spanOf(TEXT, { start: 0, end: 6 })], cue: [] };
      await expect(ledger.decide(on(entry, headline, 'accept'))).rejects.toMatchObject({
        code: 'no-statement',
      });
      const elsewhere = await entryOf('Ferry late\n\nThe ferry will sail, Mina Pell said.');
      await expect(ledger.decide(on(elsewhere, first(entry), 'accept'))).rejects.toMatchObject({
        code: 'no-report',
      });
      expect(await ledger.decisions()).toEqual([]);
    });

    test('a decision holds of the statement that a new analyser finds there', async () => {
      await ledger.decide(on(entry, statement, { speaker: HOLT, act: 'warn' }));
      const again = moved(entry, (record) => ({
        statements: record.statements.map((one) => (one.id === statement.id ? shorter(one, record) : one)),
      }));
      expect(await ledger.add(again)).toMatchObject({ outcome: 'analysed again' });
      const [found] = (await ledger.find({ words: 'bridge', by: 'Holt' })).statements;
      expect(found?.statement).toMatchObject({ act: 'warn', speaker: { name: 'Anna Holt' } });
      expect(found?.statement.id).not.toBe(statement.id);
      expect(await ledger.decisionLines()).toMatchObject([
        { state: 'in force', statement: found?.statement.id },
      ]);
    });

    test('one whose statement is not found any more is orphaned, and holds again when it is', async () => {
      const rejected = on(entry, statement, 'reject');
      await ledger.decide(rejected);
      await ledger.add(
        moved(entry, ({ statements }) => ({
          statements: statements.filter(({ id }) => id !== statement.id),
        })),
      );
      expect(await ledger.decisionLines()).toEqual([
        { decision: rejected, state: 'orphaned', statement: null },
      ]);
      expect((await ledger.report(entry.record.report.id))?.orphaned).toEqual([rejected]);
      await ledger.add({ ...entry, analyser: 'test/3' });
      expect(await ledger.decisionLines()).toMatchObject([{ state: 'in force', statement: statement.id }]);
      await ledger.decide(undoing(rejected));
      const lines = await ledger.decisionLines();
      expect(lines.map(({ state }) => state)).toEqual(['undone', 'in force']);
      expect((await ledger.report(entry.record.report.id))?.orphaned).toEqual([]);
    });

    test('a statement around the one decided on is another', async () => {
      await ledger.decide(on(entry, statement, 'reject'));
      const whole = spanOf(TEXT, { start: TEXT.indexOf('“The'), end: TEXT.length });
      const around = { ...statement, content: [whole], cue: [], source: [] };
      const id = statementIdAt(entry.record.report.id, extentOf(around), 1);
      await ledger.add(moved(entry, () => ({ statements: [{ ...around, id }] })));
      expect(await ledger.decisionLines()).toMatchObject([{ state: 'orphaned' }]);
      expect((await ledger.find({ words: 'safe' })).total).toBe(1);
    });

    test('nothing refers to what is rejected', async () => {
      const [outer, inner] = [statement, entry.record.statements.find(({ id }) => id !== statement.id)];
      if (inner === undefined) throw new Error('expected two statements');
      const nested = moved(entry, ({ statements, events }) => ({
        statements: statements.map((one) => (one.id === inner.id ? { ...one, within: outer.id } : one)),
        events,
      }));
      // Within one that it does not stand in breaks the contract: the reference alone is looked at.
      await ledger.add(nested);
      await ledger.decide(on(entry, outer, 'reject'));
      const kept = await ledger.report(entry.record.report.id);
      expect(kept?.statements.map(({ within }) => within)).toEqual([null]);
      await ledger.add({ ...entry, analyser: 'test/3' });
    });

    test('what is decided twice is kept once', async () => {
      const accepted = on(entry, statement, 'accept');
      await ledger.decide(accepted);
      await ledger.decide(accepted);
      expect(await ledger.decisions()).toEqual([accepted]);
    });
  });
}
