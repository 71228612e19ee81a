import type { Ledger, NewVisit } from '../ledger/index.ts';
import type { FailedInput, RawPage, RefusalCode, ReportId, Unchanged } from '../record/index.ts';

const NOTHING = { feed: null, code: null, message: null, report: null, bytes: null, policy: null } as const;

/** The way that a page came, and when it did where that is told. */
export const wayTo = ({ web, lineage }: RawPage, at: string) => ({
  place: web?.asked ?? lineage,
  feed: web?.feed ?? null,
  policy: web?.policy ?? null,
  at: web?.at ?? at,
});

/**
 * The visit to a page whose report is there already; null where it is none. A file that is as it was is no visit; one that
 * changed back to what it was before is. What only names its address in a file of many may stand there in several versions.
 */
export async function visitAgain(
  { page, report, at }: { page: RawPage; report: ReportId; at: string },
  ledger: Ledger,
): Promise<NewVisit | null> {
  const way = wayTo(page, at);
  const isFile = page.web === null;
  if (isFile && page.given.url !== null) return null;
  const stood = isFile ? undefined : (await ledger.stood(report)).at(-1);
  const last = isFile ? (await ledger.foundAt(way.place))?.report : stood?.report;
  if (isFile && (last === undefined || last === report)) return null;
  // What an archive found before what stood last has not come back since.
  const isEarlier = stood !== undefined && way.at < stood.to;
  const outcome = last === report || isEarlier ? 'unchanged' : 'changed back';
  return { ...NOTHING, ...way, outcome, report };
}

/**
 * The visit to a page that its server says is as it was: what it held then is what was found now. An archive tells of one
 * without its page; null where nobody knows what that was.
 */
export async function unchangedVisit(
  { path, feed, policy, at: answered, place, as = null }: Unchanged,
  at: string,
  ledger: Ledger,
): Promise<NewVisit | null> {
  if (place !== undefined) {
    const seen = await ledger.seenAt(place, as);
    return seen === null
      ? null
      : { ...NOTHING, place, at: answered ?? at, outcome: 'unchanged', report: seen };
  }
  const report = (await ledger.policy(path))?.report ?? null;
  return { ...NOTHING, place: path, feed, at: answered ?? at, outcome: 'unchanged', report, policy };
}

/** The visit that gave no report; null where nothing was asked. */
export function failedVisit(failure: FailedInput, at: string): NewVisit | null {
  const { path, page, feed = null, refusal } = failure;
  if (refusal.code === 'resting') return null;
  const place = page?.web?.asked ?? failure.place ?? path;
  return { ...NOTHING, place, feed, at: page?.web?.at ?? failure.at ?? at, ...failureOf(failure) };
}

/** Reasons that lie in the way to a page, or in this program, and not in the page. */
const ON_THE_WAY: ReadonlySet<RefusalCode> = new Set([
  'unreachable',
  'timed-out',
  'http-error',
  'redirect-loop',
  'not-found',
  'unreadable',
  'internal',
]);

/** What became of an input that gave no report. The bytes of a page that was fetched for nothing are kept as evidence. */
function failureOf({ refusal, page }: FailedInput) {
  const { code, message } = refusal;
  const outcome = code === 'gone' ? 'gone' : ON_THE_WAY.has(code) ? 'failed' : 'refused';
  // What stands in a file of many is kept there.
  const isFetched = page !== undefined && page.web !== null && page.mark === undefined;
  const bytes = (outcome === 'refused' && isFetched) || code === 'not-english' ? (page?.bytes ?? null) : null;
  return { outcome, code, message, bytes } as const;
}
