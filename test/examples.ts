import { fileURLToPath } from 'node:url';
import { statementNews } from '../src/alerts/news.ts';
import { linkerOf } from '../src/cli/link-kit.ts';
import { ingest, listInputs, NOTHING_GIVEN } from '../src/ingest/index.ts';
import { oneLane } from '../src/lanes/index.ts';
import { alertOf } from '../src/ledger/alerts.contract.ts';
import { type Ledger, openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { linkerBeside } from '../src/load/linker.ts';
import { addPages, checkDraft, lookUpQuotation, positionsOn, reviewing } from '../src/pipeline/index.ts';
import { type FailedInput, type Intake, news, refuse } from '../src/record/index.ts';
import type { CheckDraft, FindPositions, LookUpQuotation } from '../src/serve/index.ts';
import { PAGES } from './pages/index.ts';
import { rawPage } from './pages/read.ts';
import { offline } from './sources.ts';

export const EXAMPLE_REPORTS = fileURLToPath(new URL('../examples/reports', import.meta.url));

/** No input on standard input. */
export async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Reports of one question, on which their actors take sides. */
export const BRIDGE_REPORTS = fileURLToPath(new URL('../examples/bridge', import.meta.url));

/** A ledger in memory with the example reports, as if they had been read at the same moment. */
export async function exampleLedger(reports = EXAMPLE_REPORTS): Promise<Ledger> {
  const ledger = openSqlite(':memory:');
  const kit = await loadKit({ tagger: 'linear' });
  const pages = ingest(await listInputs([reports]), NOTHING_GIVEN, offline(nothing()));
  for await (const adding of addPages(pages, {
    lanes: oneLane(kit),
    ledger,
    linker: linkerBeside(oneLane(kit).analyser),
    now: () => new Date('2034-06-02T08:00:00Z'),
  }))
    if (adding.kind === 'failed') throw new Error(`${adding.path}: ${adding.refusal.message}`);
  return ledger;
}

const ADDRESS = 'https://courier.example/news/bridge-to-close';
const FEED = 'https://courier.example/feed.xml';

/**
 * Adds what a watch would have: a page, a later version of it with other words, another speaker and another date, that it
 * is gone then, and pages that gave nothing. Gives the id of the later version.
 */
export async function addWatched(ledger: Ledger): Promise<string> {
  const lanes = oneLane(await loadKit({ tagger: 'linear' }));
  const made = PAGES.find(({ name }) => name === 'semantic/bridge-to-close');
  if (made === undefined) throw new Error('expected the page of the bridge');
  const html = made.html.replaceAll('https://example.test', 'https://courier.example');
  const announced = (day: string) =>
    html.replace('Repairs will begin in June', `The first repairs will begin on ${day}`);
  const failed = (path: string, code: 'robots' | 'unreachable' | 'gone'): FailedInput => ({
    kind: 'failed',
    path,
    feed: FEED,
    refusal: refuse(code, `expected a page, found that this one is an example of ${code}`),
  });
  const steps: [string, Intake][] = [
    ['2034-02-02T11:00:00Z', { ...rawPage(announced('June 5'), { address: ADDRESS }), path: ADDRESS }],
    ['2034-02-02T12:00:00Z', failed('https://quay.example/closed', 'robots')],
    [
      '2034-02-03T09:00:00Z',
      {
        ...rawPage(
          announced('June 19')
            .replaceAll('nobody in this hall will say that we have', 'nobody here will say so')
            .replace('said Oren Wend, who runs a haulage firm', 'said Bea Holt, who runs a haulage firm')
            .replace('<p>Nobody was hurt.</p>', ''),
          { address: ADDRESS },
        ),
        path: ADDRESS,
      },
    ],
    ['2034-02-12T09:00:00Z', failed(ADDRESS, 'gone')],
    ['2034-02-12T09:01:00Z', failed('https://down.example/', 'unreachable')],
  ];
  let latest = '';
  for (const [at, step] of steps)
    for await (const told of addPages(once(step), {
      lanes,
      ledger,
      linker: linkerBeside(lanes.analyser),
      now: () => new Date(at),
    }))
      if (told.kind === 'added') latest = told.report.id;
  const listing = {
    place: FEED,
    title: 'The Sannow Courier',
    at: '2034-02-12T09:02:00Z',
    below: [],
    isWhole: true,
  };
  await ledger.list(listing, [
    { place: ADDRESS, stamp: '1' },
    { place: 'https://courier.example/news/ferry', stamp: '2' },
  ]);
  return latest;
}

/** Alerts that have news of each kind, but for one that has none. Gives the id of one with all kinds. */
export async function addAlerts(ledger: Ledger): Promise<string> {
  const all = alertOf('The pier & <toll>', { words: 'pier' });
  await ledger.addAlert(all, null);
  await ledger.addAlert(alertOf('Nothing yet', { words: 'submarine', by: 'Lunn' }, { once: true }), null);
  const kept = await ledger.alertNamed(all.id);
  const found = await ledger.broughtBy(
    { after: 0, to: 12 },
    { search: all.search, actor: null, among: null },
  );
  const [first, second] = found;
  const { events } = await ledger.calendar({ first: '2034-01-01', last: '2034-12-31', limit: 50, offset: 0 });
  const slipped = events.find(({ event }) => event.schedule.length > 1)?.event;
  if (kept === null || first === undefined || second === undefined || slipped === undefined)
    throw new Error('expected statements and a slipped event among the examples');
  const statements = found.map((one) => statementNews(all, one, null));
  const [one, other] = [statementNews(all, first, 'against'), statementNews(all, second, 'for')];
  const turned = news.parse({
    kind: 'position',
    id: 'news:00000000000000a1',
    at: '2034-06-02T08:00:00.000Z',
    issue: 'issue:0123456789abcdef',
    proposition: 'The pier may be discussed',
    who: 'Ostrey',
    before: { stance: 'against', statement: first.statement.id, from: one.from },
    stance: 'for',
    statement: second.statement.id,
    from: other.from,
  });
  const moved = news.parse({
    kind: 'event',
    id: 'news:00000000000000a2',
    at: '2034-06-02T08:00:00.000Z',
    event: slipped.id,
    what: slipped.what,
    before: { when: '2034-05-02', status: 'planned' },
    now: { when: slipped.when, status: slipped.status },
    by: 'Petra Lunn',
    from: one.from,
  });
  await ledger.keepNews(all.id, {
    former: kept.looked,
    looked: { ...kept.looked, statements: kept.looked.statements + 1 },
    news: [...statements, turned, moved],
    // Before any today: a feed tells when it changed only where that is over.
    found: '2024-06-02T09:00:00.000Z',
  });
  return all.id;
}

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one;
}

/** The check of drafts that `serve` hands its pages. */
export function exampleCheck(ledger: Ledger): CheckDraft {
  const lanes = loadKit({ tagger: 'linear' }).then(oneLane);
  return async (draft) => await checkDraft(draft, { lanes: await lanes, ledger });
}

/** Finds positions as `serve` does, by the rules alone. */
export function examplePositions(ledger: Ledger): FindPositions {
  const kit = linkerBeside('linear').load();
  return async (issue) => await positionsOn(ledger, issue, await kit);
}

/** How `serve` lets its pages look quotations up. */
export const exampleLookUp =
  (ledger: Ledger): LookUpQuotation =>
  (quotation, by) =>
    lookUpQuotation(quotation, by, ledger);

/** What decides in a ledger that `serve` hands its pages. */
export const exampleDeciding = (ledger: Ledger) =>
  reviewing({
    ledger: async () => ledger,
    linkerOf,
    now: () => new Date(),
    onFailure: (error) => {
      throw error;
    },
  });
