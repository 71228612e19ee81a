import { type Change, changesBetween } from '../compare/index.ts';
import type { Lanes } from '../lanes/index.ts';
import type { Added, Kept, Ledger, NewEntry, NewVisit } from '../ledger/index.ts';
import {
  brokenBy,
  type FailedInput,
  type Intake,
  type Mark,
  type RawPage,
  type RefusalCode,
  type Report,
  type ReportRecord,
  type Unchanged,
} from '../record/index.ts';
import { until } from '../stop.ts';
import { type Analysed, analysed, failed, type Reading } from './reading.ts';

/** A report that is in the ledger now. */
export interface Adding extends Added {
  readonly kind: 'added';
  readonly path: string;
  readonly report: Report;
  readonly statements: number;
  /** What a later version has otherwise than the one before. */
  readonly changes: readonly Change[];
}

/** Reports that are kept in one transaction: most of what a commit costs is saved by eight, and little is done twice after a kill. */
const TOGETHER = 8;

/** Where pages are added to, and by whom. */
export interface AddingTo {
  readonly lanes: Lanes;
  readonly ledger: Ledger;
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
}

/** What became of a page that was to be added. */
export type Outcome = Adding | FailedInput | Unchanged;

/**
 * Pages into the ledger, a batch in one transaction, told one by one when that is done: whatever was told survives a crash.
 * Every visit is told to the ledger too, and how far a file of many reports is done. A `signal` stops it after the batch
 * that is being kept.
 */
export async function* addPages(pages: AsyncIterable<Intake>, to: AddingTo): AsyncGenerator<Outcome> {
  for await (const batch of addBatches(pages, to)) yield* batch;
}

/** As `addPages`, a batch at a time: for whoever has something to note for all of it. */
export async function* addBatches(
  pages: AsyncIterable<Intake>,
  { lanes, ledger, now, signal }: AddingTo,
): AsyncGenerator<readonly Outcome[]> {
  const { analyser } = lanes;
  const files = new Set<string>();
  const isNew = async (report: Report) => !(await ledger.has(report.id, analyser));
  for await (const batch of until(analysed(pages, lanes, isNew), signal)) {
    for (let start = 0; start < batch.length && signal?.aborted !== true; start += TOGETHER) {
      const part = batch.slice(start, start + TOGETHER);
      const reached = part.map(markOf).findLast((one) => one !== undefined);
      if (reached !== undefined) files.add(reached.place);
      const mark =
        reached === undefined ? null : { ...reached, fingerprint: fingerprintOf(reached, analyser) };
      yield await keepBatch(part, { ledger, analyser, at: now().toISOString(), mark });
    }
  }
  if (signal?.aborted !== true) for (const file of files) await ledger.dropMark(file);
}

interface Keeping {
  readonly ledger: Ledger;
  readonly analyser: string;
  readonly at: string;
  readonly mark: Mark | null;
}

/** Writes a batch. What cannot be written fails alone, and is told as a failure of its page. */
async function keepBatch(batch: readonly Analysed[], keeping: Keeping): Promise<Outcome[]> {
  const { ledger, mark } = keeping;
  const entries = new Map<Analysed, NewEntry | NewVisit>();
  for (const one of batch) {
    const entry = await entryOf(one, keeping);
    if (entry !== null) entries.set(one, entry);
  }
  const kept = await ledger.keep({ entries: [...entries.values()], mark });
  const keptOf = new Map([...entries.keys()].map((one, index) => [one, kept[index] ?? null]));
  const outcomes: Outcome[] = [];
  const visits: NewVisit[] = [];
  for (const one of batch) {
    const outcome = await outcomeOf(one, keptOf.get(one) ?? null, ledger);
    const isWritten = keptOf.get(one) != null;
    const later = await visitsAfter(one, { outcome, isWritten }, keeping);
    visits.push(...(later ?? []));
    if (later !== null) outcomes.push(outcome);
  }
  if (visits.length > 0) await ledger.keep({ entries: visits, mark: null });
  return outcomes;
}

/**
 * The visits that turned out only while a batch was written: to a page that is twice in it, that cannot be kept, or that an
 * archive tells as seen again. Null where it does so of a page that was never read.
 */
async function visitsAfter(
  one: Analysed,
  { outcome, isWritten }: { outcome: Outcome; isWritten: boolean },
  keeping: Keeping,
): Promise<NewVisit[] | null> {
  if (one.kind === 'unchanged' && one.place !== undefined) return await visitSeenAgain(one, keeping);
  if (one.kind !== 'read' || !isWritten) return [];
  if (outcome.kind === 'failed') return [failedVisit(outcome, keeping.at)];
  return outcome.kind === 'added' && outcome.outcome === 'unchanged' ? visitAgain(one, keeping.at) : [];
}

/** What is to be written for a page; null for a file that is as it was, which is no visit. */
async function entryOf(
  one: Analysed,
  { ledger, analyser, at }: Keeping,
): Promise<NewEntry | NewVisit | null> {
  if (one.kind === 'failed') return failedVisit(one, at);
  if (one.kind === 'unchanged') {
    const { path, place, feed, policy } = one;
    // Whether an archive's page is known can be told when those before it are written.
    if (place !== undefined) return null;
    return { ...NOTHING, place: path, feed, at, outcome: 'unchanged', policy };
  }
  const { page, record, origin } = one;
  const { bytes, format } = page;
  if (await ledger.has(record.report.id, analyser)) return visitAgain(one, at)[0] ?? null;
  const lineage = record.report.url ?? page.lineage;
  return {
    record,
    origin,
    bytes,
    format,
    lineage,
    analyser,
    at,
    visited: page.web?.at ?? at,
    ...wayTo(page),
  };
}

const wayTo = ({ web, lineage }: RawPage) => ({
  place: web?.asked ?? lineage,
  feed: web?.feed ?? null,
  policy: web?.policy ?? null,
});

/** The visit to a page of the web whose report is there already. */
function visitAgain({ page, record }: Reading, at: string): NewVisit[] {
  if (page.web === null) return [];
  const seen = { at: page.web.at ?? at, outcome: 'unchanged', report: record.report.id } as const;
  return [{ ...NOTHING, ...wayTo(page), ...seen }];
}

/** The visit that an archive tells without its page, since an earlier one had found the same; null where that is not known. */
async function visitSeenAgain(seen: Unchanged, { ledger, at }: Keeping): Promise<NewVisit[] | null> {
  const { place = seen.path, as = null } = seen;
  const report = await ledger.seenAt(place, as);
  return report === null ? null : [{ ...NOTHING, place, at: seen.at ?? at, outcome: 'unchanged', report }];
}

function failedVisit(failure: FailedInput, at: string): NewVisit {
  const { path, page, feed = null } = failure;
  const place = page?.web?.asked ?? failure.place ?? path;
  return { ...NOTHING, place, feed, at: page?.web?.at ?? failure.at ?? at, ...failureOf(failure) };
}

async function outcomeOf(one: Analysed, kept: Kept, ledger: Ledger): Promise<Outcome> {
  if (one.kind !== 'read') return one;
  const { page, record } = one;
  const { path } = page;
  const { report } = record;
  if (kept?.outcome === 'failed') return failed(page, brokenBy(kept.cause));
  if (kept === null || kept.outcome === 'unchanged') {
    const { version = 1, statements = [] } = (await ledger.report(report.id)) ?? {};
    const nothing = { statements: statements.length, changes: [] };
    return { kind: 'added', path, report, outcome: 'unchanged', version, ...nothing };
  }
  const changes = await changesOf(record, kept, ledger);
  return { kind: 'added', path, report, statements: record.statements.length, changes, ...kept };
}

async function changesOf(
  record: ReportRecord,
  { outcome, version, isEarlier }: Added,
  ledger: Ledger,
): Promise<readonly Change[]> {
  if (outcome !== 'added' || version === 1 || isEarlier === true) return [];
  const versions = await ledger.versions(record.report.id);
  const before = versions.find((line) => line.version === version - 1);
  const kept = before === undefined ? null : await ledger.report(before.id);
  return kept === null ? [] : changesBetween(kept, record);
}

/** A file's mark counts for one analyser: another reads it again from the start. */
export function fingerprintOf({ fingerprint }: { fingerprint: string }, analyser: string): string {
  return `${fingerprint}, ${analyser}`;
}

const NOTHING = { feed: null, code: null, message: null, report: null, bytes: null, policy: null } as const;

const markOf = (reading: Analysed) => (reading.kind === 'read' ? reading.page.mark : reading.mark);

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

/** What became of an input that gave no report; the bytes of a page that is not English are kept, to be read one day. */
function failureOf({ refusal, page }: FailedInput) {
  const { code, message } = refusal;
  const outcome = code === 'gone' ? 'gone' : ON_THE_WAY.has(code) ? 'failed' : 'refused';
  return { outcome, code, message, bytes: code === 'not-english' ? (page?.bytes ?? null) : null } as const;
}
