import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Decision, decision, type ReportRecord, type Statement } from '../record/index.ts';
import { rankOf, weightOf } from './doubt.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger, NewEntry } from './port.ts';
import type { ReviewFilter } from './review.ts';

const TEXT =
  'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said. She said that it would stay closed. The council demanded that nobody should pay. Anna Holt said that the ferry was late.';
const OTHER = 'Ferry late\n\nThe harbour said that the ferry was late.';
/** How sure the tagger is of each statement, in their order. */
const SURE = [0.9, 0.8, 0.5, 0.95];

const readAgain = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

let made = 0;
const decide = (what: object, at = '2031-03-01T08:00:00.000Z'): Decision =>
  decision.parse({
    ...what,
    id: `decision:${(++made).toString(16).padStart(16, '0')}`,
    by: 'A tester',
    at,
    why: null,
  });

const on = ({ record }: NewEntry, { content, cue }: Statement) => ({
  report: record.report.id,
  content,
  cue,
});

/** What every ledger does with what waits for a person. */
export function reviewContract(name: string, open: () => Promise<Ledger> | Ledger): void {
  describe(`what waits for a person, in ${name}`, () => {
    let ledger: Ledger;
    let entry: NewEntry;
    let said: readonly Statement[];
    beforeEach(async () => {
      ledger = await open();
      entry = await entryOf(TEXT, { outlet: 'A', published: '2031-02-26' });
      const { record } = entry;
      const statements = record.statements.map((one, nth) => ({ ...one, confidence: SURE[nth] ?? 1 }));
      entry = { ...entry, record: { ...record, statements } as ReportRecord };
      said = statements.filter(({ mode }) => mode !== 'held');
      await ledger.add(entry);
    });
    afterEach(async () => {
      expect((await ledger.prove(readAgain)).broken).toEqual([]);
      await ledger.close();
    });

    const ids = async (filter: ReviewFilter = {}, part: object = {}) =>
      (await ledger.toReview(filter, { limit: 9, ...part })).map(({ statement: { id } }) => id);
    const first = () => {
      const [one] = said;
      if (one === undefined) throw new Error('expected a statement');
      return one;
    };

    test('is in the order of the one number, with why it waits', async () => {
      const ranked = said
        .map((one) => ({ id: one.id, rank: rankOf(weightOf(one, { flagged: [], headline: 13 }), 1) }))
        .toSorted((a, b) => b.rank - a.rank);
      const queue = await ledger.toReview({}, { limit: 9 });
      expect(queue.length).toBeGreaterThan(3);
      expect(queue.map(({ statement: { id }, rank }) => ({ id, rank }))).toEqual(ranked);
      expect(queue[0]?.doubt).toBe('reading');
      expect(queue[0]?.renditions).toBe(1);
    });

    test('goes on behind a statement and back before it, and begins again behind one that is not there', async () => {
      const all = await ids();
      expect(await ids({}, { behind: all[0] })).toEqual(all.slice(1));
      expect(await ids({}, { at: all[1] })).toEqual(all.slice(1));
      expect(await ids({}, { behind: all[1], limit: 1 })).toEqual(all.slice(2, 3));
      expect(await ids({}, { before: all[3], limit: 2 })).toEqual(all.slice(1, 3));
      expect(await ids({}, { before: all[0] })).toEqual([]);
      expect(await ids({}, { behind: 'statement:0000000000000000.1-2' })).toEqual(all);
    });

    test('is asked by report, by who speaks and by why it waits', async () => {
      const other = await entryOf(OTHER, { outlet: 'B', published: '2031-02-27' });
      await ledger.add(other);
      expect(await ids({ report: other.record.report.id })).toEqual(
        other.record.statements.map(({ id }) => id),
      );
      const queue = await ledger.toReview({ speaker: 'actor:mina-pell' }, { limit: 9 });
      expect(queue.length).toBeGreaterThan(0);
      for (const { statement } of queue)
        expect(statement.speaker).toMatchObject({ kind: 'named', actor: 'actor:mina-pell' });
      const doubts = await ledger.toReview({ doubt: 'speaker' }, { limit: 9 });
      for (const { doubt } of doubts) expect(doubt).toBe('speaker');
      const both = { report: entry.record.report.id, speaker: 'actor:mina-pell' };
      expect(await ids(both)).toEqual(queue.map(({ statement: { id } }) => id));
      expect(await ids({ ...both, doubt: queue[0]?.doubt })).toContain(queue[0]?.statement.id);
      expect(await ids({ speaker: '' })).toEqual([]);
      expect(await ids({ ...both, speaker: '' })).toEqual([]);
      expect(await ids({ report: 'report:0000000000000000' as never })).toEqual([]);
    });

    test('waits no more when somebody decides, and again when that is undone', async () => {
      const before = await ids();
      const accepted = decide({ kind: 'accept', on: on(entry, first()) });
      await ledger.decide(accepted);
      expect(await ids()).toEqual(before.filter((id) => id !== first().id));
      const since = '2031-03-01T00:00:00.000Z';
      expect(await ledger.reviewProgress({}, since)).toMatchObject({
        waiting: before.length - 1,
        looked: 1,
        isMore: false,
      });
      expect((await ledger.reviewProgress({}, '2031-03-02T00:00:00.000Z')).looked).toBe(0);
      await ledger.decide(decide({ kind: 'undo', undoes: accepted.id }));
      expect(await ids()).toEqual(before);
      const progress = await ledger.reviewProgress({ report: entry.record.report.id }, since);
      expect(progress).toMatchObject({ waiting: before.length, looked: 0 });
      expect(Object.values(progress.byDoubt).reduce((sum, one) => sum + one, 0)).toBe(before.length);
    });

    test('what another analyser finds takes the place of what waited', async () => {
      const sure = entry.record.statements.map((one) => ({ ...one, confidence: 1 }));
      await ledger.add({ ...entry, analyser: 'test/2', record: { ...entry.record, statements: sure } });
      const queue = await ledger.toReview({}, { limit: 9 });
      expect(queue).toHaveLength(said.length);
      expect(queue.at(-1)?.rank).toBe(0);
    });

    test('decisions are listed from the last, with how each stands', async () => {
      const [one, other] = [
        decide({ kind: 'accept', on: on(entry, first()) }),
        decide({ kind: 'reject', on: on(entry, said[1] ?? first()) }),
      ];
      await ledger.decide(one);
      await ledger.decide(other);
      const undoing = decide({ kind: 'undo', undoes: one.id });
      await ledger.decide(undoing);
      const lines = await ledger.decisionsBefore(null, 9);
      expect(lines.map(({ number, decision: { id }, state }) => [number, id, state])).toEqual([
        [3, undoing.id, 'in force'],
        [2, other.id, 'in force'],
        [1, one.id, 'undone'],
      ]);
      expect(lines[1]?.statement).toBe(said[1]?.id);
      expect(await ledger.decisionsBefore(3, 1)).toEqual(lines.slice(1, 2));
      const whole = await ledger.decisionLines();
      expect(whole.map(({ state }) => state)).toEqual(lines.toReversed().map(({ state }) => state));
    });
  });
}
