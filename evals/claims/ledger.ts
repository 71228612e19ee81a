import { type Ledger, type NewEntry, openSqlite } from '../../src/ledger/index.ts';
import type { ReportId } from '../../src/record/index.ts';
import { pageOf, reportOf } from '../../test/reports.ts';
import type { Claim } from './read.ts';

/** A ledger in memory that has each claim as a report of its own, and whose claim a report is. */
export interface OfClaims {
  readonly ledger: Ledger;
  readonly claimOf: ReadonlyMap<ReportId, string>;
}

const TOGETHER = 500;
/** Claims are taken in a second apart, in the order of their file. */
const FIRST = Date.parse('2020-01-01T00:00:00Z');
const APART = 1000;

/** Takes claims in as reports that nobody analysed: the check's headline, and the claim as their only paragraph. */
export async function ledgerOf(claims: readonly Claim[]): Promise<OfClaims> {
  const ledger = openSqlite(':memory:');
  const entries = claims.map((claim, nth) => entryOf(claim, new Date(FIRST + nth * APART)));
  for (let start = 0; start < entries.length; start += TOGETHER)
    await ledger.keep({ entries: entries.slice(start, start + TOGETHER), mark: null });
  const ids = entries.map(({ record }, nth) => [record.report.id, claims[nth]?.id ?? ''] as const);
  return { ledger, claimOf: new Map(ids) };
}

function entryOf({ id, title, text }: Claim, at: Date): NewEntry {
  const url = `https://claims.example/${id}`;
  const whole = `${title.trim()}\n\n${text.trim()}`;
  const { bytes } = pageOf(whole, { url });
  const report = reportOf(whole, { url, path: `${id}.txt` });
  return {
    record: { report, statements: [], events: [], times: [], actors: [], flags: [] },
    origin: null,
    bytes,
    format: 'text',
    lineage: url,
    place: url,
    feed: null,
    policy: null,
    analyser: 'none',
    at: at.toISOString(),
  };
}
