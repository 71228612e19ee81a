import { analyse } from '../../src/analyse/index.ts';
import type { Ledger, NewEntry, NewVisit, Outcome } from '../../src/ledger/index.ts';
import { loadKit } from '../../src/load/index.ts';
import { readPlain } from '../../src/read/plain/index.ts';
import type { RefusalCode, Report, ReportRecord } from '../../src/record/index.ts';
import { makePages } from '../reports.ts';
import { inventedWord, randomOf, zipf } from './random.ts';
import { vary } from './vary.ts';

const TEMPLATES = 100;
const WORDS = 400;
const OUTLETS = 120;
const FEEDS = 40;
const YEARS = 8;
/** In how many of a hundred reports another of the same address comes before. */
const CHANGED = 8;
/** How many of a hundred reports are an earlier one's words in another outlet, and at most how many come between. */
const COPIED = 15;
const BETWEEN = 20;
/** How many visits of a hundred reports bring nothing. */
const IN_VAIN = 35;
const FIRST_DAY = Date.UTC(2031, 0, 1);
const MINUTE = 60_000;

const NOTHING: readonly (readonly [Outcome, RefusalCode | null])[] = [
  ['unchanged', null],
  ['unchanged', null],
  ['gone', 'gone'],
  ['refused', 'robots'],
  ['failed', 'unreachable'],
];

/** The outlets, a few of which publish most. */
const anyOutlet = zipf(OUTLETS);
const outletOf = (rank: number) => {
  const word = inventedWord(5 + (rank % 4), 500 + rank);
  return { name: `The ${word[0]?.toUpperCase()}${word.slice(1)} Post`, host: `www.${word}.example` };
};

/** Some reports of the examples' paragraphs, analysed as all are. */
async function templates(): Promise<ReportRecord[]> {
  const pages = await makePages(TEMPLATES, WORDS);
  const reports = pages.map((page, number): Report => {
    const published = new Date(FIRST_DAY + number * 1440 * MINUTE).toISOString().slice(0, 10);
    const report = readPlain({ ...page, given: { ...page.given, published } });
    if ('code' in report) throw new Error(report.message);
    return report;
  });
  return await analyse(reports, await loadKit({ tagger: 'linear' }));
}

/**
 * Fills a ledger by its own `add` with an archive of some years until it has so many statements: variants of some
 * analysed reports, from outlets some of which publish most, with versions, feeds and visits in vain. What it holds
 * follows from the number alone; an archive that was broken off goes on where it was. `add` writes an entry, the ledger's own unless
 * another is given.
 */
export async function fill(
  ledger: Ledger,
  statements: number,
  told: (statements: number, reports: number) => void,
  add: (entry: NewEntry) => Promise<unknown> = (entry) => ledger.add(entry),
): Promise<void> {
  const all = await templates();
  const each = all.reduce((sum, one) => sum + one.statements.length, 0) / all.length;
  const reports = Math.ceil(statements / each);
  const counts = await ledger.counts();
  let kept = counts.statements;
  for (let number = counts.reports; kept < statements; number++) {
    const entry = entryOf(all, number, reports);
    await add(entry);
    if (number % 100 < IN_VAIN) await ledger.visit(inVain(entry, number));
    kept += entry.record.statements.length;
    told(kept, number + 1);
  }
  await listFeeds(ledger, reports);
}

/** The report of this number, as it would come from its outlet. */
export function entryOf(all: readonly ReportRecord[], number: number, reports: number): NewEntry {
  const words = wordsOf(number);
  const random = randomOf(words);
  const { url, outlet, feed } = addressOf(number);
  const template = all[Math.floor(random() * all.length)];
  if (template === undefined) throw new Error('expected a template');
  const later = Math.floor((YEARS * 365 * number) / reports + random() * 10);
  const record = vary(template, { url, outlet, later }, words);
  return {
    record,
    origin: null,
    bytes: Buffer.from(record.report.text),
    format: 'text',
    lineage: url,
    place: url,
    feed,
    policy: null,
    analyser: 'bench/1',
    at: new Date(FIRST_DAY + number * 100 * MINUTE).toISOString(),
  };
}

/** The number of the report whose words a report has: mostly its own. */
function wordsOf(number: number): number {
  const random = randomOf(number + 31);
  if (random() * 100 >= COPIED) return number;
  return Math.max(0, number - 1 - Math.floor(random() * BETWEEN));
}

function addressOf(number: number) {
  const own = number % 100 < CHANGED && number >= 100 ? number - 50 : number;
  const rank = anyOutlet(randomOf(own + 77)());
  const { name, host } = outletOf(rank);
  return { url: `https://${host}/${own}`, outlet: name, feed: `https://${host}/feed/${rank % FEEDS}` };
}

function inVain({ place, feed, at }: NewEntry, number: number): NewVisit {
  const [outcome, code] = NOTHING[number % NOTHING.length] ?? ['unchanged', null];
  const message = code === null ? null : 'as the bench has it';
  return { place, feed, at, outcome, code, message, report: null, bytes: null, policy: null };
}

async function listFeeds(ledger: Ledger, reports: number): Promise<void> {
  const at = new Date(FIRST_DAY).toISOString();
  const numbers = Array.from({ length: reports }, (_, number) => addressOf(number));
  for (const [place, items] of Map.groupBy(numbers, ({ feed }) => feed))
    await ledger.list(
      { place, title: null, at, below: [], isWhole: true },
      items.map(({ url }) => ({ place: url, stamp: url })),
    );
}

export { templates };
