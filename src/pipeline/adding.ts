import { type Change, changesBetween } from '../compare/index.ts';
import { type Input, ingest, type Sources } from '../ingest/index.ts';
import type { Lanes } from '../lanes/index.ts';
import type { Added, Kept, Ledger, NewEntry, NewVisit } from '../ledger/index.ts';
import {
  brokenBy,
  type FailedInput,
  type Given,
  type Intake,
  type Mark,
  type Report,
  type ReportId,
  type Unchanged,
} from '../record/index.ts';
import { until } from '../stop.ts';
import { lineageOf, policyToAsk, sameReport } from './identity.ts';
import { type Linker, linkNew } from './linking.ts';
import { type Analysed, analysed, failed, type Settle } from './reading.ts';
import { failedVisit, unchangedVisit, visitAgain, wayTo } from './visits.ts';

/** A report that is in the ledger now; "changed back" to it is a page that held it before, and another version since. */
export interface Adding extends Omit<Added, 'outcome'> {
  readonly kind: 'added';
  readonly outcome: Added['outcome'] | 'changed back';
  readonly path: string;
  readonly report: Report;
  readonly statements: number;
  /** What it has otherwise than what stood there before. */
  readonly changes: readonly Change[];
}

/** Reports that are kept in one transaction: most of what a commit costs is saved by eight, and little is done twice after a kill. */
const TOGETHER = 8;

/** Where pages are added to, and by whom. */
export interface AddingTo {
  readonly lanes: Lanes;
  readonly ledger: Ledger;
  /** What links the reports to those that are there, each batch when it is kept; without it they are linked another time. */
  readonly linker?: Linker | undefined;
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

/**
 * As `addPages`, of inputs that are read first: what an earlier answer from an address gave is asked of the ledger, and a file
 * of many reports goes on where it was broken off.
 */
export function addInputs(
  inputs: readonly Input[],
  { given, sources }: { readonly given: Given; readonly sources: Sources },
  to: AddingTo,
): AsyncGenerator<Outcome> {
  const { ledger, lanes } = to;
  const pages = ingest(inputs, given, {
    ...sources,
    policyOf: (address) => policyToAsk(address, ledger, lanes.analyser),
    markOf: async (file) => {
      const mark = await ledger.mark(file.place);
      return mark?.fingerprint === fingerprintOf(file, lanes.analyser) ? mark : null;
    },
  });
  return addPages(pages, to);
}

/** As `addPages`, a batch at a time: for whoever has something to note for all of it. */
export async function* addBatches(
  pages: AsyncIterable<Intake>,
  { lanes, ledger, linker, now, signal }: AddingTo,
): AsyncGenerator<readonly Outcome[]> {
  const { analyser } = lanes;
  const files = new Set<string>();
  for await (const batch of until(analysed(pages, lanes, wantedBy(ledger, analyser)), signal)) {
    for (let start = 0; start < batch.length && signal?.aborted !== true; start += TOGETHER) {
      const part = batch.slice(start, start + TOGETHER);
      const mark = markOf(part, analyser);
      if (mark !== null) files.add(mark.place);
      const outcomes = await keepBatch(part, { ledger, analyser, at: now().toISOString(), mark });
      if (linker !== undefined) await linkNew(ledger, linker, { signal });
      yield outcomes;
    }
  }
  // What a crash left unlinked, also where nothing is new.
  if (linker !== undefined) await linkNew(ledger, linker, { signal });
  if (signal?.aborted !== true) for (const file of files) await ledger.dropMark(file);
}

/** What is analysed: the report that is kept where it says the same, unless this analyser has read it. */
const wantedBy =
  (ledger: Ledger, analyser: string): Settle =>
  async (one) => {
    const report = await sameReport(one, ledger);
    return { report, isWanted: !(await ledger.has(report.id, analyser)) };
  };

interface Keeping {
  readonly ledger: Ledger;
  readonly analyser: string;
  readonly at: string;
  readonly mark: Mark | null;
}

/** Writes a batch. What cannot be written fails alone, and is told as a failure of its page. */
async function keepBatch(batch: readonly Analysed[], keeping: Keeping): Promise<Outcome[]> {
  const { ledger, at } = keeping;
  const outcomes = new Map<Analysed, Outcome>();
  let waiting = new Map<Analysed, NewEntry | NewVisit>();
  const write = async (mark: Mark | null) => {
    const kept = await ledger.keep({ entries: [...waiting.values()], mark });
    for (const [index, [one, entry]] of [...waiting].entries())
      outcomes.set(one, await outcomeOf(one, { entry, kept: kept[index] ?? null }, ledger));
    waiting = new Map();
  };
  for (const one of batch) {
    // Whether a page that an archive tells as seen again is known can be told when those before it are written.
    const again = one.kind === 'unchanged' ? one.place : undefined;
    if (again !== undefined && [...waiting.values()].some(({ place }) => place === again)) await write(null);
    let entry = await entryOf(one, keeping);
    if ([...waiting.values()].some((other) => entry !== null && isOfOnePlace(entry, other))) {
      await write(null);
      // What it is told by was written just now.
      entry = await entryOf(one, keeping);
    }
    if (entry !== null) waiting.set(one, entry);
    else if (again === undefined) outcomes.set(one, await outcomeOf(one, { entry, kept: null }, ledger));
  }
  await write(keeping.mark);
  const failures = batch.flatMap((one) => {
    const outcome = outcomes.get(one);
    return one.kind === 'read' && outcome?.kind === 'failed' ? (failedVisit(outcome, at) ?? []) : [];
  });
  if (failures.length > 0) await ledger.keep({ entries: failures, mark: null });
  return batch.flatMap((one) => outcomes.get(one) ?? []);
}

/** Whether one of two entries decides what the other is: a version of it, unchanged, or changed back. */
function isOfOnePlace(one: NewEntry | NewVisit, other: NewEntry | NewVisit): boolean {
  const hasReport = (entry: NewEntry | NewVisit) => 'lineage' in entry || entry.report !== null;
  if (!hasReport(one) || !hasReport(other)) return false;
  const isOfOneLineage = 'lineage' in one && 'lineage' in other && one.lineage === other.lineage;
  return isOfOneLineage || one.place === other.place;
}

/** What is to be written for a page; null where there is nothing to say. */
async function entryOf(
  one: Analysed,
  { ledger, analyser, at }: Keeping,
): Promise<NewEntry | NewVisit | null> {
  if (one.kind === 'failed') return failedVisit(one, at);
  if (one.kind === 'unchanged') return await unchangedVisit(one, at, ledger);
  const { page, record, origin } = one;
  const { bytes, format } = page;
  const { report } = record;
  if (await ledger.has(report.id, analyser)) return await visitAgain({ page, report: report.id, at }, ledger);
  // Asked once more: what it was read beside may have been kept meanwhile.
  const same = await sameReport({ page, report }, ledger);
  if (same.id !== report.id) return await visitAgain({ page, report: same.id, at }, ledger);
  const lineage = await lineageOf({ page, report }, ledger);
  const { at: visited, ...way } = wayTo(page, at);
  return { record, origin, bytes, format, lineage, analyser, ...way, at, visited };
}

async function outcomeOf(
  one: Analysed,
  { entry, kept }: { entry: NewEntry | NewVisit | null; kept: Kept },
  ledger: Ledger,
): Promise<Outcome> {
  if (one.kind !== 'read') return one;
  const { page, record } = one;
  const { path } = page;
  if (kept?.outcome === 'failed') return failed(page, brokenBy(kept.cause));
  if (kept !== null) {
    const { report, statements } = record;
    const changes =
      kept.outcome === 'added' && kept.isEarlier !== true ? await changesOf(report.id, ledger) : [];
    return { kind: 'added', path, report, statements: statements.length, changes, ...kept };
  }
  const visit = entry !== null && 'outcome' in entry ? entry : null;
  const found = await ledger.report(visit?.report ?? record.report.id);
  const { report = record.report, version = 1, statements = [] } = found ?? {};
  const outcome = visit?.outcome === 'changed back' ? 'changed back' : 'unchanged';
  const changes = outcome === 'changed back' ? await changesOf(report.id, ledger) : [];
  return { kind: 'added', path, report, outcome, version, statements: statements.length, changes };
}

/** What a report has otherwise than what stood before it. */
async function changesOf(id: ReportId, ledger: Ledger): Promise<readonly Change[]> {
  const stood = await ledger.stood(id);
  const before = stood[stood.findLastIndex(({ report }) => report === id) - 1];
  if (before === undefined) return [];
  const [former, now] = [await ledger.report(before.report), await ledger.report(id)];
  return former === null || now === null ? [] : changesBetween(former, now);
}

/** A file's mark counts for one analyser: another reads it again from the start. */
export function fingerprintOf({ fingerprint }: { fingerprint: string }, analyser: string): string {
  return `${fingerprint}, ${analyser}`;
}

/** How far a batch has come in a file of many reports; null where it is of none. */
function markOf(batch: readonly Analysed[], analyser: string): Mark | null {
  const marks = batch.map((one) => (one.kind === 'read' ? one.page.mark : one.mark));
  const reached = marks.findLast((one) => one !== undefined);
  return reached === undefined ? null : { ...reached, fingerprint: fingerprintOf(reached, analyser) };
}
