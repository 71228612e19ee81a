import { afterAll, describe, expect, test } from 'vitest';
import { oneLane } from '../src/lanes/index.ts';
import { type Ledger, openSqlite, type Search } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { linkerBeside } from '../src/load/linker.ts';
import { addPages, linkNew } from '../src/pipeline/index.ts';
import type { RawPage } from '../src/record/index.ts';
import { pageOf } from './reports.ts';

const lanes = oneLane(await loadKit({ tagger: 'linear' }));
const linker = linkerBeside(lanes.analyser);
const ledgers: Ledger[] = [];
afterAll(async () => {
  for (const ledger of ledgers) await ledger.close();
});

async function ledgerWith(pages: readonly RawPage[], ledger = openSqlite(':memory:')): Promise<Ledger> {
  if (!ledgers.includes(ledger)) ledgers.push(ledger);
  async function* each() {
    yield* pages;
  }
  for await (const _ of addPages(each(), { lanes, ledger, linker, now: () => new Date(0) }));
  return ledger;
}

const page = (outlet: string, published: string, text: string) =>
  pageOf(`News of Lorn\n\n${text}\n`, { outlet, published, path: `${outlet}.txt` });

const WORDS = 'The old pier is rotten and nobody in this town should ever stand on it';
const COPIES = [
  page(
    'Marrow Gazette',
    '2031-05-06',
    `“${WORDS},” Mayor Edda Pell told the Lorn Wire newspaper on Tuesday.`,
  ),
  page(
    'Quarn Argus',
    '2031-05-07',
    `“${WORDS},” Mayor Edda Pell told the Lorn Wire newspaper in an interview.`,
  ),
];
const OTHER = page(
  'Daily Herring',
  '2031-05-07',
  '“The ferry goes from the fish quay until the end of May,” Otto Quist told reporters. He wants a new pier of stone.',
);

const outletsOf = async (ledger: Ledger, search: Partial<Search>) => {
  const { total, isMore, statements } = await ledger.find({ words: '', ...search });
  return { total, isMore, outlets: statements.map(({ report }) => report.outlet).toSorted() };
};

describe('statements by the root source of what they render', () => {
  test('are those of all outlets that have it, with words or without', async () => {
    const ledger = await ledgerWith([...COPIES, OTHER]);
    const both = { total: 2, isMore: false, outlets: ['Marrow Gazette', 'Quarn Argus'] };
    expect(await outletsOf(ledger, { root: 'Lorn Wire' })).toEqual(both);
    expect(await outletsOf(ledger, { root: 'wire' })).toEqual(both);
    expect(await outletsOf(ledger, { root: 'Lorn Wire', words: 'pier rotten' })).toEqual(both);
    expect((await outletsOf(ledger, { root: 'Lorn Wire', words: 'ferry' })).total).toBe(0);
    expect((await outletsOf(ledger, { root: 'Lorn Wire', outlet: 'Quarn Argus' })).total).toBe(1);
    expect((await outletsOf(ledger, { root: 'Otto Quist' })).outlets).toEqual(['Daily Herring']);
  });

  test('leave out what is held, unless it is asked for, and nothing where no root has the name', async () => {
    const ledger = await ledgerWith([...COPIES, OTHER]);
    for (const root of ['Sannow Post', '', '“”', '*'])
      expect(await outletsOf(ledger, { root, words: 'pier' }), root).toEqual({
        total: 0,
        isMore: false,
        outlets: [],
      });
    const told = await outletsOf(ledger, { root: 'Quist' });
    expect((await outletsOf(ledger, { root: 'Quist', held: true })).total).toBeGreaterThanOrEqual(told.total);
  });

  test('follow the links: a later report may tell that one had the words alone', async () => {
    const bare = page('Marrow Gazette', '2031-05-06', `“${WORDS},” Mayor Edda Pell said on Tuesday.`);
    const ledger = await ledgerWith([bare]);
    expect((await outletsOf(ledger, { root: 'Lorn Wire' })).total).toBe(0);
    expect((await outletsOf(ledger, { root: 'Pell' })).total).toBe(1);
    await ledgerWith([COPIES[1] as RawPage], ledger);
    expect((await outletsOf(ledger, { root: 'Lorn Wire' })).total).toBe(2);
    expect((await outletsOf(ledger, { root: 'Pell' })).total).toBe(0);
  });

  test('are found by the name that a later report gives the speaker', async () => {
    const first = page(
      'Marrow Gazette',
      '2031-05-06',
      `“${WORDS},” Pell, the mayor of Lorn, said. Otto Quist was told.`,
    );
    const ledger = await ledgerWith([first]);
    expect((await outletsOf(ledger, { root: 'Edda' })).total).toBe(0);
    const later = page(
      'Quarn Argus',
      '2031-05-08',
      '“The ferry goes from the fish quay,” Edda Pell, the mayor of Lorn, said. Otto Quist was told.',
    );
    await ledgerWith([later], ledger);
    expect((await outletsOf(ledger, { root: 'Edda Pell' })).outlets).toEqual([
      'Marrow Gazette',
      'Quarn Argus',
    ]);
  });

  test('are the same when all is linked again, and proved', async () => {
    const ledger = await ledgerWith([...COPIES, OTHER]);
    const before = await outletsOf(ledger, { root: 'Lorn Wire' });
    await ledger.unlink();
    expect((await outletsOf(ledger, { root: 'Lorn Wire' })).total).toBe(0);
    await linkNew(ledger, linker, {});
    expect(await outletsOf(ledger, { root: 'Lorn Wire' })).toEqual(before);
    const { broken } = await ledger.prove((bytes) => new TextDecoder().decode(bytes));
    expect(broken).toEqual([]);
  });
});
