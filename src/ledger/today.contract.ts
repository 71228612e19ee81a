import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LinkGroup, type News, news, type ReportId } from '../record/index.ts';
import { alertOf } from './alerts.contract.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';

const idOf = (kind: 'utterance' | 'what' | 'news' | 'issue', nth: number) =>
  `${kind}:${String(nth).padStart(16, '0')}`;

/** Reports as they come: their day of publication, and the moment of their adding. */
const COMING: readonly (readonly [published: string | undefined, at: string])[] = [
  ['2031-03-02', '2031-03-02T08:00:00.000Z'],
  ['2031-03-04', '2031-03-04T08:00:00.000Z'],
  ['2031-01-20', '2031-03-05T08:00:00.000Z'],
  [undefined, '2031-03-03T09:00:00.000Z'],
];

/** An utterance that some reports render, as linking keeps it. */
function utteranceIn(nth: number, reports: readonly ReportId[]): LinkGroup {
  const body = {
    id: idOf('utterance', nth),
    speakers: [],
    words: `words ${nth}`,
    renditions: reports.map((report) => ({
      statement: `statement:${report.slice('report:'.length)}.0-9`,
      report,
      published: null,
      outlet: null,
      link: null,
    })),
    root: { kind: 'speaker', name: 'nobody', who: null, rule: 'test' },
    said: null,
    outlets: reports.length,
    differences: [],
  };
  return { id: body.id, name: body.words, names: body.words, units: [`u${nth}`], first: '', last: '', body };
}

function eventIn(
  nth: number,
  when: string | null,
  { status = 'planned', first = when ?? '', last = first }: Partial<Record<string, string>>,
): LinkGroup {
  const id = idOf('what', nth);
  const body = { id, what: `event ${nth}`, members: [], schedule: [], when, status, place: null };
  return { id, name: body.what, names: body.what, units: [`e${nth}`], first, last, body };
}

/** What every ledger does for the page of what is new. */
export function todayContract(name: string, open: () => Ledger): void {
  describe(`what is new in ${name}`, () => {
    let ledger: Ledger;
    let reports: ReportId[];
    beforeEach(async () => {
      ledger = open();
      reports = [];
      for (const [nth, [published, at]] of COMING.entries()) {
        const entry = await entryOf(`Report ${nth}\n\nNobody said anything.`, {
          path: `${nth}.txt`,
          ...(published !== undefined && { published }),
        });
        await ledger.add({ ...entry, at, lineage: `${nth}` });
        reports.push(entry.record.report.id);
      }
    });
    afterEach(() => ledger.close());

    /** Links utterances to reports by their places in the order of coming, and events. */
    async function link(told: readonly (readonly number[])[], events: readonly LinkGroup[] = []) {
      let isDone = false;
      await ledger.linkNext('test', 9, async (_, links) => {
        if (isDone) return;
        isDone = true;
        for (const [kind, groups] of [
          [
            'utterance',
            told.map((own, nth) =>
              utteranceIn(
                nth,
                own.flatMap((one) => reports[one] ?? []),
              ),
            ),
          ],
          ['event', events],
        ] as const)
          for (const group of groups) {
            const member = {
              unit: group.units[0] ?? '',
              id: group.id,
              keys: [],
              kept: '{}',
              alias: `${group.id}+`,
            };
            await links.put(kind, [{ ...member, report: reports[0] ?? ('' as ReportId) }]);
            await links.replace(kind, group.units, [group]);
          }
      });
    }
    const ids = async (asked: Omit<Parameters<Ledger['newlySaid']>[0], 'limit'>, limit = 9) =>
      (await ledger.newlySaid({ ...asked, limit }))?.map(({ utterance }) => utterance.id.at(-1)).join('');

    test('utterances are told once, the latest day first, by their first publication', async () => {
      await link([[0, 1], [1], [2], [3], [2, 1]]);
      const told = await ledger.newlySaid({ limit: 9 });
      expect(told?.map(({ utterance, day }) => [utterance.words, day])).toEqual([
        ['words 1', '2031-03-04'],
        ['words 3', '2031-03-03'],
        ['words 0', '2031-03-02'],
        ['words 2', '2031-01-20'],
        ['words 4', '2031-01-20'],
      ]);
      expect(told?.[1]?.came).toBe('2031-03-03T09:00:00.000Z');
      expect(told?.[2]?.first?.id).toBe(reports[0]);
    });

    test('a list goes on behind one, or from a day, and ends', async () => {
      await link([[0], [1], [2], [0], [1]]);
      const all = await ids({});
      expect(all).toBe('41302');
      expect(await ids({}, 2)).toBe('41');
      expect(await ids({ behind: idOf('utterance', 1) }, 2)).toBe('30');
      expect(await ids({ behind: idOf('utterance', 0) }, 2)).toBe('2');
      expect(await ids({ behind: idOf('utterance', 2) })).toBe('');
      expect(await ids({ behind: `${idOf('utterance', 1)}+` })).toBe('302');
      expect(await ids({ behind: idOf('utterance', 8) })).toBeUndefined();
      expect(await ids({ day: '2031-03-03' })).toBe('302');
      expect(await ids({ day: '2030-01-01' })).toBe('');
    });

    test('what came since a moment comes in the order of its coming, however old it is', async () => {
      await link([[0], [1], [2], [1, 2]]);
      expect(await ids({ since: '2031-03-04T08:00:00.000Z' })).toBe('231');
      expect(await ids({ since: '2031-03-04T08:00:00.000Z', behind: idOf('utterance', 3) })).toBe('1');
      expect(await ids({ since: '2031-03-05' })).toBe('2');
      expect(await ids({ since: '2031-03-06' })).toBe('');
    });

    test('an utterance that is not there any more is not told, and the ledger proves', async () => {
      await link([[0], [1]]);
      const { broken } = await ledger.prove((bytes) => new TextDecoder().decode(bytes));
      expect(broken.filter(({ what }) => !what.startsWith('utterance:'))).toEqual([]);
      await ledger.unlink();
      expect(await ledger.newlySaid({ limit: 9 })).toEqual([]);
    });

    test('what lies ahead is in the order of the dates that stand, without what is over or called off', async () => {
      await link(
        [],
        [
          eventIn(1, '2031-03-20', {}),
          eventIn(2, '2031-03-12', { status: 'rescheduled', first: '2031-03-01', last: '2031-03-12' }),
          eventIn(3, '2031-03-01', { first: '2031-03-01', last: '2031-03-30' }),
          eventIn(4, null, { status: 'postponed', first: '2031-03-11' }),
          eventIn(5, '2031-03-15', { status: 'cancelled' }),
          eventIn(6, '2031', { first: '2031-01-01', last: '2031-12-31' }),
          eventIn(7, '2031-03-11', { status: 'held' }),
        ],
      );
      const next = async (limit: number) =>
        (await ledger.ahead({ day: '2031-03-10', limit })).map(({ event }) => event.what);
      expect(await next(9)).toEqual(['event 2', 'event 1', 'event 6', 'event 4']);
      expect(await next(2)).toEqual(['event 2', 'event 1']);
      expect(await ledger.ahead({ day: '2040-01-01', limit: 9 })).toEqual([]);
    });

    test('a change of position that several alerts tell is told once, the latest first', async () => {
      const from = {
        outlet: null,
        published: null,
        headline: null,
        url: null,
        start: 0,
        end: 3,
        words: 'Rep',
      };
      const changed = (nth: number, who: string): News => {
        const report = reports[0] ?? '';
        const statement = `statement:${report.slice('report:'.length)}.0-9`;
        return news.parse({
          kind: 'position',
          id: idOf('news', nth),
          at: '2031-03-02T08:00:00.000Z',
          issue: idOf('issue', 1),
          proposition: 'The pier may be sold',
          who,
          before: { stance: 'for', statement, from: { ...from, report } },
          stance: 'against',
          statement,
          from: { ...from, report },
        });
      };
      for (const told of [[changed(1, 'Mina Pell')], [changed(2, 'Mina Pell'), changed(3, 'Oda Brekk')]]) {
        const own = alertOf(`pier ${told.length}`, { words: 'pier' });
        await ledger.addAlert(own, null);
        const kept = await ledger.alertNamed(own.id);
        if (kept === null) throw new Error('expected an alert');
        const { looked } = kept;
        await ledger.keepNews(own.id, {
          former: looked,
          looked,
          news: told,
          found: '2031-03-03T08:00:00.000Z',
        });
      }
      expect((await ledger.positionNews(5)).map(({ who }) => who)).toEqual(['Oda Brekk', 'Mina Pell']);
      expect(await ledger.positionNews(1)).toHaveLength(1);
    });
  });
}
