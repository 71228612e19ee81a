import { afterAll, describe, expect, test } from 'vitest';
import { oneLane } from '../src/lanes/index.ts';
import { type Ledger, openSqlite } from '../src/ledger/index.ts';
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

const page = (outlet: string | undefined, published: string | undefined, text: string) =>
  pageOf(`News of Lorn\n\n${text}\n`, {
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
    path: `${outlet}.txt`,
  });

const WORDS = 'The old pier is rotten and nobody in this town should ever stand on it';
const gazette = page(
  'Marrow Gazette',
  '2031-05-06',
  `“${WORDS},” Mayor Edda Pell told the Lorn Wire newspaper.`,
);
const argus = (published: string | undefined, outlet = 'Quarn Argus') =>
  page(outlet, published, `“${WORDS},” Mayor Edda Pell told the Lorn Wire newspaper in an interview.`);
const own = page(
  'Daily Herring',
  '2031-05-07',
  '“The ferry goes from the fish quay until the end of May,” Otto Quist told reporters. He wants a new pier of stone.',
);

const ALL = { limit: 20, offset: 0 };
const lineOf = async (ledger: Ledger, name: string) => (await ledger.source(name))?.outlet;
const readAgain = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('who has what from whom', () => {
  test('counts what outlets have of a root, each act of saying once, and who was a day before the others', async () => {
    const ledger = await ledgerWith([gazette, argus('2031-05-07'), own]);
    const { roots, isMore } = await ledger.roots({ kind: 'medium', ...ALL });
    expect(roots).toEqual([
      { kind: 'medium', root: 'Lorn Wire newspaper', utterances: 1, statements: 2, outlets: 2 },
    ]);
    expect(isMore).toBe(false);
    expect(await lineOf(ledger, 'Marrow Gazette')).toMatchObject({
      reports: 1,
      utterances: 1,
      first: 1,
      later: 0,
    });
    expect(await lineOf(ledger, 'Quarn Argus')).toMatchObject({
      reports: 1,
      utterances: 1,
      first: 0,
      later: 1,
    });
    expect(await lineOf(ledger, 'Daily Herring')).toMatchObject({ alone: 1, first: 0 });
    const wire = await ledger.source('Lorn Wire newspaper');
    expect(wire?.outlet).toBeNull();
    expect(wire?.takers.map(({ outlet, utterances, first }) => [outlet, utterances, first])).toEqual([
      ['Marrow Gazette', 1, 1],
      ['Quarn Argus', 1, 0],
    ]);
    expect((await ledger.source('Quarn Argus'))?.takes.map(({ root }) => root)).toEqual([
      'Lorn Wire newspaper',
    ]);
    const takings = await ledger.takings({
      kind: 'medium',
      roots: ['Lorn Wire newspaper', 'Nobody'],
      outlets: ['Quarn Argus', 'Daily Herring'],
    });
    expect(takings.map(({ outlet }) => outlet)).toEqual(['Quarn Argus']);
    const first = await ledger.toldBy({ outlet: 'Marrow Gazette', stood: 'first', ...ALL });
    expect(first.utterances.map(({ words }) => words)).toEqual([`“${WORDS},”`]);
    expect((await ledger.toldBy({ outlet: 'Quarn Argus', stood: 'first', ...ALL })).utterances).toEqual([]);
    expect(await ledger.source('Nobody')).toBeNull();
    expect(await ledger.source('')).toBeNull();
  });

  test('leaves out what is held, pages its lists, and knows outlets whose name it does not know', async () => {
    const ledger = await ledgerWith([own, page(undefined, undefined, `“${WORDS},” Edda Pell said.`)]);
    const { outlets, isMore } = await ledger.outlets({ limit: 1, offset: 0 });
    expect(outlets).toHaveLength(1);
    expect(isMore).toBe(true);
    const all = (await ledger.outlets(ALL)).outlets;
    expect(all.find(({ outlet }) => outlet === null)).toMatchObject({ reports: 1, utterances: 1, alone: 1 });
    expect(all.find(({ outlet }) => outlet === 'Daily Herring')).toMatchObject({ statements: 1 });
  });

  test.each([
    ['the same day as another', '2031-05-06', { first: 0, later: 0 }],
    ['a day that is not known', undefined, { first: 0, later: 0 }],
    ['a day before', '2031-05-05', { first: 1, later: 0 }],
  ])('an outlet with the words on %s', async (_, published, expected) => {
    const ledger = await ledgerWith([gazette, argus(published)]);
    expect(await lineOf(ledger, 'Quarn Argus')).toMatchObject({ utterances: 1, alone: 0, ...expected });
  });

  test('follows each later report, is the same when all is linked again, and is proved', async () => {
    const ledger = await ledgerWith([gazette]);
    expect((await lineOf(ledger, 'Marrow Gazette'))?.alone).toBe(1);
    await ledgerWith([argus('2031-05-05'), own], ledger);
    expect(await lineOf(ledger, 'Marrow Gazette')).toMatchObject({ alone: 0, first: 0, later: 1 });
    const picture = async () => ({
      outlets: await ledger.outlets(ALL),
      roots: [
        await ledger.roots({ kind: 'medium', ...ALL }),
        await ledger.roots({ kind: 'speaker', ...ALL }),
      ],
    });
    const before = await picture();
    await ledger.unlink();
    expect((await picture()).roots.every(({ roots }) => roots.length === 0)).toBe(true);
    expect((await lineOf(ledger, 'Marrow Gazette'))?.reports).toBe(1);
    await linkNew(ledger, linker, {});
    expect(await picture()).toEqual(before);
    expect((await ledger.prove(readAgain)).broken).toEqual([]);
  });
});
