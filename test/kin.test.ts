import { afterAll, describe, expect, test } from 'vitest';
import { NOTHING_FOUND } from '../src/check/index.ts';
import { bytePlaces } from '../src/ingest/index.ts';
import { oneLane } from '../src/lanes/index.ts';
import { type Ledger, openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { linkerBeside } from '../src/load/linker.ts';
import { addPages, utteranceFound, verifyInLedger } from '../src/pipeline/index.ts';
import { app } from '../src/serve/app.ts';
import { pageOf } from './reports.ts';

const COPY = `Harbour board closes old pier

The harbour board of Lorn closed the old pier on Tuesday after a plank gave way under two anglers, and told the boats that moor there to move to the fish quay by the end of the week. Nobody was hurt.

"We will not open it before every plank has been looked at," board chairman Anton Grebel said.

The pier was built for the herring fleet and has stood without repairs for thirty years, the board's engineer told the meeting. A new deck would cost more than the board takes in fees in a year.`;
const WRONG = `Two hurt on the pier

Two anglers were hurt on Tuesday when a plank of the old pier in Lorn broke, the harbour board said.`;
const FERRY = `Ferry sails later

The ferry to Lorn will sail an hour later from Monday, the harbour board said.`;
const CORRECTION = `Corrections

Correction: we wrongly reported on Tuesday that two anglers were hurt when a plank of the old pier in Lorn broke. Nobody was hurt.`;

const told = [
  ['NordPress', '2031-05-06', COPY],
  ['Marrow Gazette', '2031-05-07', COPY],
  ['The Sannow Echo', '2031-05-08', COPY.replace('thirty years', '30 years')],
  ['Lorn Observer', '2031-05-06', WRONG],
  ['Lorn Observer', '2031-05-06', FERRY],
  ['Lorn Observer', '2031-05-09', CORRECTION],
] as const;
const pages = told.map(([outlet, published, text], at) =>
  pageOf(text, { outlet, published, url: `https://example.org/${at}`, path: `${at}.txt` }),
);

const lanes = oneLane(await loadKit({ tagger: 'linear' }));
const ledgers: Ledger[] = [];
afterAll(async () => {
  for (const ledger of ledgers) await ledger.close();
});

async function* each<One>(some: readonly One[]) {
  yield* some;
}

/** A ledger with the reports in some order, and their ids in the order above. */
async function ledgerOf(order: readonly number[]): Promise<{ ledger: Ledger; ids: string[] }> {
  const ledger = openSqlite(':memory:');
  ledgers.push(ledger);
  const linker = linkerBeside(lanes.analyser);
  const ids: string[] = [];
  const some = order.flatMap((at) => pages[at] ?? []);
  for await (const one of addPages(each(some), { lanes, ledger, linker, now: () => new Date(0) }))
    if (one.kind === 'added') ids[order[ids.filter(Boolean).length] ?? 0] = one.report.id;
  return { ledger, ids };
}

describe.each([
  ['as they were published', [0, 1, 2, 3, 4, 5]],
  ['backwards', [5, 4, 3, 2, 1, 0]],
])('reports taken in %s', async (_, order) => {
  const { ledger, ids } = await ledgerOf(order);
  const kinOf = async (at: number) =>
    (await ledger.kin(ids[at] as never)).map(({ how, report }) => `${how} ${ids.indexOf(report.id)}`);

  test('know their copies, and those whose copies they are', async () => {
    expect(await kinOf(0)).toEqual(['copy 1', 'copy 2']);
    expect(await kinOf(1)).toEqual(['original 0']);
    expect(await kinOf(2)).toEqual(['original 0']);
  });

  test('know what corrects them, and what they correct', async () => {
    expect(await kinOf(3)).toEqual(['correction 5']);
    expect(await kinOf(5)).toEqual(['corrected 3']);
    expect(await kinOf(4)).toEqual([]);
  });

  test('say so on their pages and in their data', async () => {
    const web = app(ledger, { check: async () => NOTHING_FOUND, bytePlaces });
    const ask = (path: string) => web.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
    const page = async (at: number) => await (await ask(`/r/${ids[at]}`)).text();
    expect(await page(1)).toMatch(/a copy of <a href="\/r\/[^"]+">NordPress<\/a> · Tuesday, 6 May 2031/);
    expect(await page(3)).toMatch(/<b class="flag">corrected by<\/b> <a href="[^"]+">Corrections<\/a>/);
    expect(await page(4)).not.toContain('Copies and corrections');
    const data = await ask(`/r/${ids[3]}.json`);
    expect(await data.json()).toMatchObject({
      data: { kin: [{ how: 'correction', report: { id: ids[5] } }] },
    });
  });

  test('are told with the utterance in which a quotation is found', async () => {
    const verdict = await verifyInLedger('not open it before every plank has been looked at', null, ledger);
    const utterance = await utteranceFound(verdict, ledger);
    expect(utterance?.renditions).toHaveLength(3);
    expect(utterance?.renditions[0]).toMatchObject({ report: ids[0], outlet: 'NordPress' });
    const nothing = await verifyInLedger('nobody ever said these words', null, ledger);
    expect(await utteranceFound(nothing, ledger)).toBeNull();
  });
});
