import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkedActorId } from '../record/index.ts';
import { entryOf } from './ledger.contract.ts';
import type { Links } from './links.ts';
import type { Ledger } from './port.ts';

const WHO = linkedActorId.parse('who:00000000000000aa');
const OTHER = linkedActorId.parse('who:00000000000000bb');
const WIRE =
  'Bridge closed\n\n“The bridge is not safe,” Mina Pell, a spokeswoman for the Harbour Authority, told the town council.';
const LATER = 'Bridge stays closed\n\n“It will stay closed,” Mina Pell said. She said that nobody would pay.';
const READ = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What every ledger answers of actors over all reports. */
export function linkedActorsContract(name: string, open: () => Ledger): void {
  describe(`actors over all reports in ${name}`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = open();
      for (const [nth, text] of [WIRE, LATER].entries())
        await ledger.add(
          await entryOf(text, {
            url: `https://a.example/${nth}`,
            outlet: `Outlet ${nth}`,
            published: `2031-03-0${nth + 1}`,
          }),
        );
    });
    afterEach(() => ledger.close());

    /** Links the Pells of all reports as one, or each as its own. */
    async function link(
      isOne: boolean,
      last: (links: Links) => Promise<void> = async () => {},
    ): Promise<void> {
      await ledger.linkNext('test', 9, async ({ record: { report, actors }, nth }, links) => {
        const own = actors.find((actor) => actor.name === 'Mina Pell');
        if (own === undefined) throw new Error('expected Mina Pell');
        const unit = isOne ? 'pell' : `${report.id} pell`;
        const id = isOne || nth === 1 ? WHO : OTHER;
        await links.put('actor', [
          { unit, id: own.actor, report: report.id, keys: [], kept: '{}', alias: `who:${nth}` },
        ]);
        await links.replace(
          'actor',
          [unit],
          [
            {
              id,
              name: 'Mina Pell',
              names: 'Mina Pell · Pell',
              units: [unit],
              first: '',
              last: '',
              body: { links: [{ a: unit, b: unit, rule: 'same-name', score: 0.9 }], kind: 'person' },
            },
          ],
        );
        if (nth === 2) await last(links);
      });
    }

    test('one is told with all that its reports say of it, and by the id of any of its members', async () => {
      await link(true);
      expect(await ledger.bearersOf('actor:mina-pell')).toMatchObject([{ id: WHO, reports: 2 }]);
      expect(await ledger.bearersOf('who:2')).toMatchObject([{ id: WHO }]);
      expect(await ledger.bearersOf('who:none')).toEqual([]);
      const whole = await ledger.wholeActor(WHO);
      expect(whole).toMatchObject({
        isLinked: true,
        name: 'Mina Pell',
        names: ['Mina Pell', 'Pell'],
        kind: 'person',
        reports: 2,
        joined: [{ names: ['Mina Pell', 'Mina Pell'], rule: 'same-name', score: 0.9 }],
      });
      expect(whole?.statements).toBe(3);
      expect(await ledger.officesOf(WHO, 9)).toMatchObject([
        { title: 'spokeswoman', report: { outlet: 'Outlet 0', published: '2031-03-01' } },
      ]);
      expect(await ledger.wholeActor('who:none')).toBeNull();
    });

    test('a name that two bear leads to both, those that say most first', async () => {
      await link(false);
      const bearers = await ledger.bearersOf('actor:mina-pell');
      expect(bearers.map(({ id }) => id)).toEqual([OTHER, WHO]);
      expect(await ledger.bearersOf(WHO)).toMatchObject([{ id: WHO }]);
    });

    test('a name whose reports wait to be linked is told by itself', async () => {
      expect(await ledger.bearersOf('actor:mina-pell')).toEqual([]);
      expect(await ledger.wholeActor('actor:mina-pell')).toMatchObject({
        isLinked: false,
        names: ['Mina Pell'],
        reports: 2,
        statements: 3,
        joined: [],
      });
      expect((await ledger.saidOnce('actor:mina-pell', { words: '', limit: 9, offset: 0 })).total).toBe(3);
      expect((await ledger.linkedActors({ limit: 9, offset: 0 })).actors).toEqual([]);
    });

    test('what one said is found by words, kind, outlet and day, the latest first and page by page', async () => {
      await link(true);
      const said = async (search: object) =>
        await ledger.saidOnce(WHO, { words: '', limit: 9, offset: 0, ...search });
      const all = await said({});
      expect(all).toMatchObject({ total: 3, isMore: false });
      expect(all.said.map(({ first }) => first.report.outlet)).toEqual(['Outlet 1', 'Outlet 1', 'Outlet 0']);
      const wordsOf = async (search: object) =>
        (await said(search)).said.map(({ first }) => first.statement.content[0]?.text);
      expect(await wordsOf({ words: 'safe' })).toEqual(['“The bridge is not safe,”']);
      expect(await wordsOf({ kind: 'indirect' })).toHaveLength(1);
      expect(await wordsOf({ outlet: 'outlet 0' })).toHaveLength(1);
      expect(await wordsOf({ to: 'council' })).toEqual(['“The bridge is not safe,”']);
      expect(await wordsOf({ when: { first: '2031-03-02', last: '2031-03-02' } })).toHaveLength(2);
      expect(await wordsOf({ limit: 1, offset: 2 })).toEqual(['“The bridge is not safe,”']);
      expect(await wordsOf({ words: 'submarine' })).toEqual([]);
      expect((await ledger.reportsNaming(WHO, { limit: 1, offset: 0 }))[0]).toMatchObject({ statements: 2 });
    });

    test('of one who says much the same is found, and of another of a like name nothing', async () => {
      const lines = Array.from({ length: 210 }, (_, nth) => `“Pier ${nth + 1000} is safe,” Mina Pell said.`);
      const other = '“Pier 1007 is not safe,” Mina Pell-Harrow said.';
      const text = `Piers\n\n${[...lines, other].join('\n')}`;
      await ledger.add(
        await entryOf(text, { url: 'https://a.example/9', outlet: 'Outlet 9', published: '2031-04-01' }),
      );
      await link(true);
      expect((await ledger.wholeActor(WHO))?.statements).toBeGreaterThan(200);
      const found = async (search: object) => {
        const { said } = await ledger.saidOnce(WHO, { words: '', limit: 9, offset: 0, ...search });
        return said.map(({ first }) => first.statement.content[0]?.text);
      };
      expect(await found({ words: '1007' })).toEqual(['“Pier 1007 is safe,”']);
      expect(await found({ outlet: 'Outlet 0', kind: 'direct' })).toEqual(['“The bridge is not safe,”']);
      expect(await found({ when: { first: '2031-04-01', last: '2031-04-30' } })).toHaveLength(9);
      expect(await found({ words: 'submarine' })).toEqual([]);
    });

    test('what several reports render is told once, by the one that has it first', async () => {
      const { said } = await ledger.saidOnce('actor:mina-pell', { words: '', limit: 9, offset: 0 });
      const [second, , first] = said.map((one) => one.first);
      if (first === undefined || second === undefined) throw new Error('expected three statements');
      const rendition = ({ statement, report }: typeof first) => ({
        statement: statement.id,
        report: report.id,
        published: report.published,
        outlet: report.outlet,
        link: null,
      });
      const body = {
        id: 'utterance:00000000000000cc',
        speakers: [{ who: WHO, name: 'Mina Pell' }],
        words: 'x',
        renditions: [rendition(first), rendition(second)],
        root: { kind: 'speaker', name: 'Mina Pell', who: WHO, rule: 'x' },
        said: null,
        outlets: 2,
        differences: [],
      };
      await link(true, async (links) => {
        const units = [first, second].map(({ statement }) => statement.id);
        for (const { statement, report } of [first, second])
          await links.put('utterance', [
            { unit: statement.id, id: statement.id, report: report.id, keys: [], kept: '{}', alias: body.id },
          ]);
        await links.replace('utterance', units, [
          { id: body.id, name: 'x', names: 'x', units, first: '', last: '', body },
        ]);
      });
      const once = await ledger.saidOnce(WHO, { words: '', limit: 9, offset: 0 });
      expect(once.total).toBe(2);
      expect(once.said.map((one) => one.utterance?.id ?? null)).toEqual([null, body.id]);
      expect(once.said[1]?.first.report.outlet).toBe('Outlet 0');
      expect((await ledger.voicesOf(WHO)).renditions).toEqual([
        {
          utterance: body.id,
          in: [
            { outlet: 'Outlet 0', published: '2031-03-01' },
            { outlet: 'Outlet 1', published: '2031-03-02' },
          ],
        },
      ]);
    });

    test('whom one speaks for and to is counted, and who speaks to it', async () => {
      await link(true);
      const voices = await ledger.voicesOf(WHO);
      expect(voices.statements).toBe(3);
      expect(voices.speaksFor).toMatchObject([{ name: 'Harbour Authority', times: 1 }]);
      expect(voices.to).toMatchObject([{ name: expect.stringContaining('council'), times: 1 }]);
      expect(voices.from).toEqual([]);
    });

    test('lists count by what each says and follow what is linked, parted and read again', async () => {
      await link(true);
      const list = async () => await ledger.linkedActors({ limit: 9, offset: 0, sort: 'person' });
      expect(await list()).toMatchObject({
        kinds: [{ kind: 'person', actors: 1 }],
        actors: [{ id: WHO, statements: 3, reports: 2 }],
      });
      expect((await ledger.linkedActors({ limit: 9, offset: 0, sort: 'body' })).actors).toEqual([]);
      const again = await entryOf(
        WIRE,
        { url: 'https://a.example/0', outlet: 'Outlet 0', published: '2031-03-01' },
        'test/2',
      );
      await ledger.add(again);
      expect((await list()).actors).toMatchObject([{ id: WHO, statements: 2, reports: 1 }]);
      await ledger.unlink();
      expect(await list()).toEqual({ kinds: [], actors: [] });
      expect((await ledger.prove(READ)).broken).toEqual([]);
    });
  });
}
