import { findQuotations } from './analyse/index.ts';
import {
  type Finding,
  findingsIn,
  type OnRecord,
  quotationsIn,
  type Remark,
  remarkOn,
  remarksOf,
} from './check/index.ts';
import { type Change, changesBetween } from './compare/index.ts';
import { decode, pageOfDraft, textOfLine } from './ingest/index.ts';
import { type Lanes, readTexts } from './lanes/index.ts';
import type { Added, Kept, Ledger, NewEntry, NewVisit, Proof, ReadAgain } from './ledger/index.ts';
import type { PageSource } from './read/html/index.ts';
import {
  brokenBy,
  type FailedInput,
  Fault,
  type Intake,
  type Mark,
  type Origin,
  type RawPage,
  type Refusal,
  type RefusalCode,
  type Report,
  type ReportRecord,
  type Statement,
  speakerHow,
  speakerName,
  type Unchanged,
} from './record/index.ts';
import { until } from './stop.ts';
import { hadByAnother, type Searched, searchPhrases, type Verdict, verifyQuotation } from './verify/index.ts';

/** A record with the page that it was read from. */
export interface Reading {
  readonly kind: 'read';
  readonly page: RawPage;
  readonly record: ReportRecord;
  /** How the report came out of a page of HTML; null where it is the whole of a text. */
  readonly origin: Origin | null;
}

/** A report that is in the ledger now. */
export interface Adding extends Added {
  readonly kind: 'added';
  readonly path: string;
  readonly report: Report;
  readonly statements: number;
  /** What a later version has otherwise than the one before. */
  readonly changes: readonly Change[];
}

/** What reading and analysing give of a page. */
type Analysed = Reading | FailedInput | Unchanged;

/** Reports that are analysed together: enough for a model's batch, few enough to stream. */
const BATCH = 16;
/** Reports that are kept in one transaction: most of what a commit costs is saved by eight, and little is done twice after a kill. */
const TOGETHER = 8;
/** Batches that are begun for each lane: one under way, one ready. */
const AHEAD = 2;

/** Pages in, records out, in the same order: read, then analyse. */
export async function* readPages(
  pages: AsyncIterable<Intake>,
  lanes: Lanes,
): AsyncGenerator<Reading | FailedInput> {
  for await (const batch of analysed(pages, lanes, async () => true))
    for (const reading of batch) if (reading.kind !== 'unchanged') yield reading;
}

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
  const { ledger, mark, at } = keeping;
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
    outcomes.push(outcome);
    // What turned out only while it was written: a page that is twice in its batch, or cannot be kept.
    if (one.kind !== 'read' || !keptOf.get(one)) continue;
    if (outcome.kind === 'failed') visits.push(failedVisit(outcome, at));
    else if (outcome.kind === 'added' && outcome.outcome === 'unchanged') visits.push(...visitAgain(one, at));
  }
  if (visits.length > 0) await ledger.keep({ entries: visits, mark: null });
  return outcomes;
}

/** What is to be written for a page; null for a file that is as it was, which is no visit. */
async function entryOf(
  one: Analysed,
  { ledger, analyser, at }: Keeping,
): Promise<NewEntry | NewVisit | null> {
  if (one.kind === 'failed') return failedVisit(one, at);
  if (one.kind === 'unchanged') {
    const { path, feed, policy } = one;
    return { ...NOTHING, place: path, feed, at, outcome: 'unchanged', policy };
  }
  const { page, record, origin } = one;
  const { bytes, format } = page;
  if (await ledger.has(record.report.id, analyser)) return visitAgain(one, at)[0] ?? null;
  const lineage = record.report.url ?? page.lineage;
  return { record, origin, bytes, format, lineage, analyser, at, ...wayTo(page) };
}

const wayTo = ({ web, lineage }: RawPage) => ({
  place: web?.asked ?? lineage,
  feed: web?.feed ?? null,
  policy: web?.policy ?? null,
});

/** The visit to a page of the web whose report is there already. */
function visitAgain({ page, record }: Reading, at: string): NewVisit[] {
  if (page.web === null) return [];
  return [{ ...NOTHING, ...wayTo(page), at, outcome: 'unchanged', report: record.report.id }];
}

function failedVisit(failure: FailedInput, at: string): NewVisit {
  const { path, page, feed = null } = failure;
  return { ...NOTHING, place: page?.web?.asked ?? path, feed, at, ...failureOf(failure) };
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
  { outcome, version }: Added,
  ledger: Ledger,
): Promise<readonly Change[]> {
  if (outcome !== 'added' || version === 1) return [];
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

const markOf = (reading: Analysed) =>
  reading.kind === 'read' ? reading.page.mark : reading.kind === 'failed' ? reading.mark : undefined;

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

/** Batches of readings in the order of the pages, several of them under way at once; what is not `wanted` is not analysed. */
async function* analysed(
  pages: AsyncIterable<Intake>,
  lanes: Lanes,
  wanted: (report: Report) => Promise<boolean>,
): AsyncGenerator<Analysed[]> {
  const underWay: Promise<Analysed[]>[] = [];
  let batch: Intake[] = [];
  let first = true;
  const begin = (alone: boolean) => {
    const begun = readBatch(batch, { lanes, alone, wanted });
    // A failure is told when its turn comes, not while an earlier batch is still waited for.
    begun.catch(() => {});
    underWay.push(begun);
    batch = [];
    first = false;
  };
  for await (const page of pages) {
    batch.push(page);
    if (batch.length === BATCH) begin(false);
    if (underWay.length >= lanes.count * AHEAD) yield (await underWay.shift()) ?? [];
  }
  begin(first);
  for (const begun of underWay) yield await begun;
}

/** Looks a quotation up in the ledger; a report that is to prove nothing, such as the draft itself, is passed over. */
export async function verifyInLedger(
  quotation: string,
  by: string | null,
  ledger: Ledger,
  except: Report['id'] | null = null,
): Promise<Verdict> {
  const candidates = (await ledger.likely(searchPhrases(quotation))).filter(
    ({ report }) => report.id !== except,
  );
  const { reports } = await ledger.counts();
  return verifyQuotation(quotation, candidates.map(searched), { by, reports });
}

/** Looks a quotation up in records that were just read. */
export function verifyInRecords(
  quotation: string,
  by: string | null,
  records: readonly ReportRecord[],
): Verdict {
  const all = records.map(({ report, statements }) => searched({ report, statements, added: null }));
  return verifyQuotation(quotation, all, { by, reports: records.length });
}

/** What a check of a draft says: its flags, and with a ledger how its quotations stand against the record. */
export async function checkRecord(record: ReportRecord, ledger: Ledger | null): Promise<Remark[]> {
  const remarks = remarksOf(record);
  if (ledger === null) return remarks;
  const quotations = quotationsIn(record, findQuotations(record.report.text, record.report.blocks));
  for (const quotation of quotations) {
    const verdict = await verifyInLedger(quotation.text, quotation.by, ledger, record.report.id);
    remarks.push(...remarkOn(quotation, onRecord(verdict)));
  }
  return remarks;
}

/**
 * Looks a pasted text over, against the record too; a text that is no report is refused with the reason.
 * @throws Fault of code `internal` where Onrecord itself breaks on the text.
 */
export async function checkDraft(
  { text, published }: { text: string; published: string | null },
  { lanes, ledger }: { lanes: Lanes; ledger: Ledger | null },
): Promise<Finding[] | { refused: string }> {
  const draft = pageOfDraft(text, published);
  const [read] = draft.kind === 'failed' ? [draft] : await toReports([draft], { lanes, alone: true });
  if (read === undefined) return [];
  if (read.kind === 'failed') return refused(read.refusal);
  const [record] = await lanes.analyse([read.report], true);
  if (record === undefined) return [];
  if ('code' in record) return refused(record);
  return findingsIn(text, await checkRecord(record, ledger), read.report.path ?? '');
}

function refused({ code, message, stack }: Refusal): { refused: string } {
  if (code === 'internal') throw new Fault(code, message, { cause: stack });
  return { refused: message };
}

/** A verdict as a check needs it: where another had the words first, that place, else the best. */
function onRecord(verdict: Verdict): OnRecord {
  const { places, reports } = verdict;
  const first = hadByAnother(verdict);
  const place = first ?? places[0];
  if (place === undefined) return { verdict: 'absent', reports };
  const { whole, report, by, statement } = place;
  const where = [report.outlet ?? 'outlet not known', report.published].filter((part) => part !== null);
  return {
    verdict: place.verdict,
    told: whole.text,
    where: where.join(', '),
    by: statement === null ? null : speakerName(statement),
    how: statement === null ? null : speakerHow(statement.speaker),
    isAnothers: by?.answer === 'differs',
    isFirst: first !== null,
    reports,
  };
}

/** Proves every span of a ledger, its snapshots read again, and its chain of hashes. */
export async function proveLedger(ledger: Ledger, onReport?: (done: number) => void): Promise<Proof> {
  const { isInSource } = await import('./read/html/source-map.ts');
  const readAgain: ReadAgain = (bytes, { format, origin, report }) => {
    if (origin !== null) {
      const source = new TextDecoder(origin.encoding).decode(bytes);
      return isInSource(report, source, origin.segments) ? report.text : null;
    }
    if (format === 'jsonl-line') return textOfLine(bytes);
    const decoded = decode(bytes);
    return 'text' in decoded ? decoded.text : null;
  };
  return await ledger.prove(readAgain, onReport);
}

function searched(kept: {
  report: Report;
  statements: readonly Statement[];
  added: string | null;
}): Searched {
  return { ...kept, quotations: findQuotations(kept.report.text, kept.report.blocks) };
}

/** A page with its report, not analysed yet. */
interface ReadReport {
  readonly kind: 'report';
  readonly page: RawPage;
  readonly report: Report;
  readonly origin: Origin | null;
}

/** The reports of pages, in their order: those of HTML are read in the lanes, texts here. */
async function toReports(
  pages: readonly RawPage[],
  { lanes, alone }: { lanes: Lanes; alone: boolean },
): Promise<(FailedInput | ReadReport)[]> {
  const html = pages.filter(({ format }) => format === 'html');
  const texts = pages.filter(({ format }) => format !== 'html');
  const read = [...(await lanes.read(html.map(sourceOf), alone)), ...(await readTexts(texts))];
  const byPage = new Map([...html, ...texts].map((page, index) => [page, read[index]]));
  return pages.map((page) => {
    const found = byPage.get(page) as (typeof read)[number];
    if ('report' in found) return { kind: 'report', page, ...found };
    return 'code' in found ? failed(page, found) : { kind: 'report', page, report: found, origin: null };
  });
}

const failed = (page: RawPage, refusal: Refusal): FailedInput => {
  const { path, web, mark } = page;
  return { kind: 'failed', path, refusal, page, feed: web?.feed ?? null, ...(mark && { mark }) };
};

const sourceOf = ({ path, text, encoding, snapshot, given, web }: RawPage): PageSource => ({
  path,
  text,
  encoding,
  snapshot,
  given,
  web,
});

async function readBatch(
  batch: readonly Intake[],
  { lanes, alone, wanted }: { lanes: Lanes; alone: boolean; wanted: (report: Report) => Promise<boolean> },
): Promise<Analysed[]> {
  const pages = batch.filter((one) => one.kind === 'page');
  const read = await toReports(pages, { lanes, alone });
  const byPage = new Map(pages.map((page, index) => [page, read[index]]));
  const outcomes = batch.map((one) =>
    one.kind === 'page' ? (byPage.get(one) as FailedInput | ReadReport) : one,
  );
  const reports: Report[] = [];
  for (const outcome of outcomes)
    if (outcome.kind === 'report' && (await wanted(outcome.report))) reports.push(outcome.report);
  const records = await lanes.analyse(reports, alone);
  const recordOf = new Map(records.map((record, index) => [reports[index], record]));
  return outcomes.map((outcome) => {
    if (outcome.kind !== 'report') return outcome;
    const { page, report, origin } = outcome;
    const record = recordOf.get(report) ?? bare(report);
    return 'code' in record ? failed(page, record) : { kind: 'read', page, origin, record };
  });
}

function bare(report: Report): ReportRecord {
  return { report, statements: [], events: [], times: [], actors: [], flags: [] };
}
