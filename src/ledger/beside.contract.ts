import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LinkKind, ReportRecord, Statement, Utterance } from '../record/index.ts';
import type { AlsoTelling } from './beside.ts';
import { entryOf } from './ledger.contract.ts';
import type { Links, ToLink } from './links.ts';
import type { Ledger } from './port.ts';

const SAFE = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const CUT = 'Bridge shut\n\n“The bridge is safe,” Mayor Mina Pell said on Monday.';
const LATER = 'Bridge shut\n\n“The bridge is safe,” Mayor Mina Pell said on Monday. It rained.';
const FERRY = 'Ferry late\n\nThe harbour authority said that the ferry would sail on Monday.';
const ONE = 'utterance:0123456789abcdef';
const TALKS = 'what:0123456789abcdef';

const quoted = ({ report, statements }: ReportRecord) => {
  const [statement] = statements;
  const [span] = statement?.content ?? [];
  if (statement === undefined || span === undefined) throw new Error('expected a statement');
  return { statement: statement.id, report: report.id, span };
};

const rendered = ({ report, statements }: ReportRecord): Utterance['renditions'] =>
  statements.slice(0, 1).map(({ id }) => ({
    statement: id,
    report: report.id,
    published: report.published,
    outlet: report.outlet,
    link: null,
  }));

/** What every ledger tells of a report beside others. */
export function besideContract(name: string, open: () => Ledger): void {
  describe(`a report beside others in ${name}`, () => {
    let ledger: Ledger;
    let units: string[];
    beforeEach(() => {
      ledger = open();
      units = [];
    });
    afterEach(() => ledger.close());

    /** Adds reports and takes the first statement and an event of each but the last for one, as linking does. */
    async function linked(texts: readonly (readonly [text: string, url: string])[]): Promise<ReportRecord[]> {
      const records: ReportRecord[] = [];
      for (const [text, url] of texts) {
        const entry = await entryOf(text, { url, outlet: new URL(url).hostname, published: '2031-02-26' });
        records.push(entry.record);
        await ledger.add(entry);
      }
      const one = records.slice(0, -1);
      const [first, second] = one.map(quoted);
      if (first === undefined || second === undefined) throw new Error('expected two reports');
      const utterance = {
        id: ONE,
        speakers: [],
        words: first.span.text,
        renditions: one.flatMap(rendered),
        root: { kind: 'speaker', name: 'Mina Pell', who: null, rule: 'test' },
        said: null,
        outlets: 2,
        differences: [{ kind: 'negation', ...second, against: first }],
      };
      const event = {
        id: TALKS,
        what: 'talks',
        members: [],
        schedule: [],
        when: '2031-03-10',
        status: 'planned',
        place: null,
      };
      const bodies = { utterance, event };
      await ledger.linkNext('test', records.length, async ({ record }: ToLink, links: Links) => {
        if (!one.some(({ report }) => report.id === record.report.id)) return;
        for (const kind of ['utterance', 'event'] as const) await join(links, kind, record, bodies[kind]);
      });
      return records;
    }

    async function join(links: Links, kind: LinkKind, record: ReportRecord, body: { id: string }) {
      const own = `${kind} ${record.report.id}`;
      const id: Statement['id'] | string =
        kind === 'utterance' ? (record.statements[0]?.id ?? '') : `event of ${record.report.id}`;
      await links.put(kind, [
        { unit: own, id, report: record.report.id, keys: [], kept: '{}', alias: body.id },
      ]);
      const before = (await links.groupsOf(kind, units)).flatMap((group) => group.units);
      units.push(own);
      const all = [...new Set([...before, own])];
      const group = { id: body.id, name: 'talks', names: 'talks', units: all, first: '', last: '', body };
      await links.replace(kind, all, [group]);
    }

    const told = (some: readonly AlsoTelling[]) =>
      some.map(({ report, statements, events }) => [
        report.id,
        statements,
        events.map(({ what, when }) => `${what} ${when}`),
      ]);

    test('knows who tells of the same, by what is shared, and nobody else', async () => {
      const [safe, cut, ferry] = await linked([
        [SAFE, 'https://a.example/1'],
        [CUT, 'https://b.example/1'],
        [FERRY, 'https://c.example/1'],
      ]);
      const of = async (one: ReportRecord | undefined) =>
        told(await ledger.alsoTelling(one?.report.id as never, 12));
      expect(await of(safe)).toEqual([[cut?.report.id, 1, ['talks 2031-03-10']]]);
      expect(await of(cut)).toEqual([[safe?.report.id, 1, ['talks 2031-03-10']]]);
      expect(await of(ferry)).toEqual([]);
      expect(await ledger.alsoTelling('report:none' as never, 12)).toEqual([]);
      expect(await ledger.alsoTelling(safe?.report.id as never, 0)).toEqual([]);
    });

    test('takes versions of one report for one, the latest, and no version for another report', async () => {
      const [safe, cut, later] = await linked([
        [SAFE, 'https://a.example/1'],
        [CUT, 'https://b.example/1'],
        [LATER, 'https://b.example/1'],
        [FERRY, 'https://c.example/1'],
      ]);
      const of = async (one: ReportRecord | undefined) =>
        told(await ledger.alsoTelling(one?.report.id as never, 12)).map(([id]) => id);
      expect(await of(safe)).toEqual([later?.report.id]);
      expect(await of(cut)).toEqual([safe?.report.id]);
    });

    test('knows what of a report others quote otherwise, with both', async () => {
      const [safe, cut] = await linked([
        [SAFE, 'https://a.example/1'],
        [CUT, 'https://b.example/1'],
        [FERRY, 'https://c.example/1'],
      ]);
      const flags = await ledger.linkedFlagsOf(cut?.report.id as never, 9);
      expect(flags).toMatchObject([
        {
          kind: 'quotation-differs-between-reports',
          utterance: ONE,
          difference: 'negation',
          against: { report: safe?.report.id },
          spans: [{ text: '“The bridge is safe,”' }],
        },
      ]);
      expect(flags[0]?.message).toContain('a.example has');
      expect(await ledger.linkedFlagsOf(safe?.report.id as never, 9)).toEqual([]);
      expect(await ledger.linkedFlagsOf(cut?.report.id as never, 0)).toEqual([]);
    });
  });
}
