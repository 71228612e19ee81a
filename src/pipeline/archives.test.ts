import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nothing } from '../../test/examples.ts';
import { type Archived, warcOf } from '../../test/warc.ts';
import { reportPage } from '../../test/web.ts';
import { ingest, listInputs, NOTHING_GIVEN } from '../ingest/index.ts';
import { oneLane } from '../lanes/index.ts';
import { type Ledger, openSqlite } from '../ledger/index.ts';
import { loadKit } from '../load/index.ts';
import { addPages } from './index.ts';

const lanes = oneLane(await loadKit({ tagger: 'linear' }));
const URL_1 = 'https://a.example/1';
const at = (day: number) => `2034-02-0${day}T10:00:00.000Z`;
const NOW = '2034-06-01T12:00:00.000Z';
const page = (day: number, said: string): Archived => ({
  url: URL_1,
  body: reportPage(1, said),
  date: at(day),
});

let ledger: Ledger;
let folder = '';
beforeEach(async () => {
  ledger = openSqlite(':memory:');
  folder = await mkdtemp(join(tmpdir(), 'onrecord-archives-'));
});
afterEach(() => ledger.close());

/** Adds an archive, and gives what was told of each thing in it. */
async function add(...pages: readonly Archived[]) {
  const path = join(folder, 'a.warc.gz');
  await writeFile(path, await warcOf(pages, true));
  const intake = ingest(await listInputs([path]), NOTHING_GIVEN, {
    stdin: nothing(),
    web: () => {
      throw new Error('nothing is fetched');
    },
  });
  const told = [];
  for await (const one of addPages(intake, { lanes, ledger, now: () => new Date(NOW) })) told.push(one);
  return told;
}

async function visits() {
  const [line] = await ledger.reports({ limit: 1, offset: 0 });
  const found = await ledger.visitsTo(line?.id ?? '', 20);
  return found.map(({ at: when, outcome, report }) => [when, outcome, report !== null]).toReversed();
}

test('a page of an archive was visited when it was fetched, and is added now', async () => {
  await add(page(2, 'It is not safe'));
  expect(await visits()).toEqual([[at(2), 'added', true]]);
  expect(await ledger.reports({ limit: 1, offset: 0 })).toMatchObject([{ added: NOW, version: 1 }]);
  expect((await ledger.prove(() => null)).broken.filter(({ what }) => what.startsWith('visit'))).toEqual([]);
});

test('an archived page that is gone, or as before, is a visit of its day', async () => {
  const gone = { url: URL_1, body: 'no', status: '404 Not Found', date: at(5) };
  const told = await add(page(2, 'It is not safe'), { url: URL_1, body: '', date: at(3), as: at(2) }, gone);
  expect(told.map((one) => (one.kind === 'failed' ? one.refusal.code : one.kind))).toEqual([
    'added',
    'unchanged',
    'gone',
  ]);
  expect(new Set((await visits()).map(String))).toEqual(
    new Set([`${at(2)},added,true`, `${at(3)},unchanged,true`, `${at(5)},gone,false`]),
  );
});

test('a page that is seen again and was never read is no visit', async () => {
  expect(
    await add(page(2, 'Safe'), { url: 'https://a.example/9', body: '', date: at(3), as: at(1) }),
  ).toMatchObject([{ kind: 'added' }]);
  expect(await visits()).toHaveLength(1);
});

test('what is seen again is the version that was fetched then', async () => {
  const told = await add(page(2, 'First'), page(3, 'Second'), {
    url: URL_1,
    body: '',
    date: at(4),
    as: at(2),
  });
  const [first] = told.flatMap((one) => (one.kind === 'added' ? [one.report.id] : []));
  const [line] = await ledger.reports({ limit: 1, offset: 0 });
  const last = (await ledger.visitsTo(line?.id ?? '', 9)).find((visit) => visit.at === at(4));
  expect(last).toMatchObject({ outcome: 'unchanged', report: first });
});

test('a capture that is older than one that is there is no change of it', async () => {
  const told = await add(page(4, 'It is safe now'), page(2, 'It is not safe'));
  expect(told).toMatchObject([
    { outcome: 'added', version: 1 },
    { outcome: 'added', version: 2, isEarlier: true, changes: [] },
  ]);
  expect((await visits()).map(String)).toEqual([`${at(4)},added,true`, `${at(2)},added,true`]);
  const [later] = await add(page(5, 'It is safe for all'));
  expect(later).toMatchObject({ outcome: 'added', version: 3 });
  expect(later).not.toHaveProperty('isEarlier');
});

test('the same archive twice adds nothing, and visits are told by their days', async () => {
  await add(page(2, 'It is not safe'), page(3, 'It is safe'));
  expect(await add(page(2, 'It is not safe'), page(3, 'It is safe'))).toMatchObject([
    { outcome: 'unchanged' },
    { outcome: 'unchanged' },
  ]);
  expect((await ledger.counts()).reports).toBe(2);
});
