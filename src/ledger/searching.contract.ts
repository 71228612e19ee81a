import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';
import type { Search } from './searching.ts';

const STRIKES =
  'Strikes go on\n\n“The strikes will not end,” Mayor Mina Pell said. Mina Pell said that the pier was closing.';
const CLOSED =
  'Pier shut\n\n“The strike closed the pier,” Otto Quist said. The growers’ union wants the ferries to sail.';

/** How statements are asked for by words, what they have in common, and what else would find some. */
export function searchingContract(name: string, open: () => Ledger): void {
  describe(`searching in ${name}`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = open();
      await ledger.add(
        await entryOf(STRIKES, { outlet: 'The Harbour Post', published: '2031-02-26', path: 'a' }),
      );
      await ledger.add(await entryOf(CLOSED, { outlet: 'Quay Wire', published: '2032-03-01', path: 'b' }));
    });
    afterEach(() => ledger.close());

    const total = async (search: Partial<Search>) => (await ledger.find({ words: '', ...search })).total;
    const words = async (search: Search) =>
      (await ledger.find(search)).statements.map(({ statement }) => statement.content[0]?.text);

    test('finds a word in all its forms, and what stands in quotation marks as it is written', async () => {
      for (const one of ['strike', 'strikes', 'Striking']) expect(await total({ words: one }), one).toBe(2);
      for (const one of ['closing', 'closed', 'closes pier'])
        expect(await total({ words: one }), one).toBe(2);
      expect(await total({ about: 'closes' })).toBe(2);
      expect(await words({ words: '"strikes"' })).toEqual(['“The strikes will not end,”']);
      expect(await total({ words: '"closes"' })).toBe(0);
      expect(await total({ words: '"closed the pier" striking' })).toBe(1);
      expect(await total({ words: 'stri*' })).toBe(2);
      expect(await total({ words: 'union', held: true })).toBe(1);
      expect(await total({ words: 'unions', held: true })).toBe(1);
      expect(await total({ by: 'Quists' })).toBe(0);
    });

    test('ranks a word as it was typed before its other forms', async () => {
      expect((await words({ words: 'strikes' }))[0]).toContain('strikes');
      expect((await words({ words: 'strike' }))[0]).toContain('strike ');
    });

    test('takes an outlet for the same with and without its article', async () => {
      for (const outlet of ['The Harbour Post', 'Harbour Post', 'the harbour-post'])
        expect(await total({ words: 'strike', outlet }), outlet).toBe(1);
      expect(await total({ words: 'strike', outlet: 'The Quay Wire' })).toBe(1);
      expect(await total({ words: 'strike', outlet: 'The' })).toBe(0);
    });

    test('puts what was found in the order of days, either way, and of coming', async () => {
      const first = async (order: Search['order']) =>
        (await ledger.find({ words: 'strike', order })).statements.map(({ report }) => report.published);
      expect(await first('newest')).toEqual(['2032-03-01', '2031-02-26']);
      expect(await first('oldest')).toEqual(['2031-02-26', '2032-03-01']);
      expect(await first('latest')).toEqual(['2032-03-01', '2031-02-26']);
      await ledger.add(await entryOf('Late\n\n“The strike goes on,” Otto Quist said.', { path: 'c' }));
      expect(await first('newest')).toEqual(['2032-03-01', '2031-02-26', null]);
      expect(await first('oldest')).toEqual(['2031-02-26', '2032-03-01', null]);
      expect((await first('latest'))[0]).toBeNull();
    });

    test('goes through all that is found, and where nothing is asked through everything, some at a time', async () => {
      const all = async (search: Partial<Search>, limit: number) => {
        const found: string[] = [];
        for (let after: number | null = 0; after !== null; ) {
          const { statements, next } = await ledger.onward({ words: '', ...search }, { after, limit });
          found.push(...statements.map(({ statement, report }) => `${report.outlet} ${statement.mode}`));
          after = next;
        }
        return found;
      };
      const told = ['The Harbour Post said', 'The Harbour Post said', 'Quay Wire said'];
      for (const limit of [1, 2, 3, 50]) expect(await all({}, limit), `${limit} a page`).toEqual(told);
      expect(await all({ held: true }, 2)).toEqual([...told, 'Quay Wire held']);
      expect(await all({ words: 'strike', order: 'newest' }, 1)).toEqual([told[0], told[2]]);
      expect(await all({ outlet: 'Quay Wire' }, 1)).toEqual([told[2]]);
      expect(await all({ by: 'nobody' }, 1)).toEqual([]);
      expect(await all({ root: 'nobody' }, 1)).toEqual([]);
    });

    test('counts what the found have in common', async () => {
      const facets = await ledger.facets({ words: 'pier strike*' });
      expect(facets).toMatchObject({ of: 1, isAll: true });
      const all = await ledger.facets({ words: '', by: 'Pell' });
      expect(all.who).toEqual([{ value: 'Mina Pell', statements: 2 }]);
      expect(all.outlet).toEqual([{ value: 'The Harbour Post', statements: 2 }]);
      expect(all.month).toEqual([{ value: '2031-02', statements: 2 }]);
      expect(all.year).toEqual([{ value: '2031', statements: 2 }]);
      expect(all.kind.toSorted((a, b) => a.value.localeCompare(b.value))).toEqual([
        { value: 'direct', statements: 1 },
        { value: 'indirect', statements: 1 },
      ]);
      expect(all.act[0]?.value).toBe('say');
      expect(await ledger.facets({ words: 'nobody' })).toMatchObject({ of: 0, isAll: true, who: [] });
      expect(await ledger.facets({ words: '' })).toMatchObject({ of: 0 });
    });

    test('tells what else would find something', async () => {
      const hints = async (search: Search) =>
        (await ledger.hints(search)).map(({ kind, what, instead, statements }) =>
          [kind, what, instead, statements].join(' '),
        );
      expect(await hints({ words: 'strike submarine' })).toEqual(['word submarine  2']);
      expect(await hints({ words: 'strikse', outlet: 'Quay Wire' })).toEqual(['spelling strikse strike 1']);
      expect(await hints({ words: 'ferry' })).toEqual(['held held  1']);
      expect(await hints({ words: 'strike', outlet: 'Nobody', by: 'Pell' })).toEqual(['filter outlet  1']);
      expect(await hints({ words: 'strikse submarine pier', by: 'Nobody' })).toEqual([
        'spelling strikse strike 2',
        'alone pier  2',
      ]);
      expect(await hints({ words: 'xyzzy' })).toEqual([]);
      const [hint] = await ledger.hints({ words: 'strike submarine' });
      expect(hint?.search.words).toBe('strike');
    });

    test.each(['"', '"" *', 'AND', '{a} : b', 'a"b', '\u{E000}held', '*'])(
      'is asked for %j without harm',
      async (typed) => {
        await expect(ledger.facets({ words: typed })).resolves.toBeDefined();
        await expect(ledger.hints({ words: typed, by: typed, root: typed })).resolves.toBeDefined();
      },
    );
  });
}
