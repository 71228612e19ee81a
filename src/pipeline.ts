import { analyse, findQuotations, type Kit } from './analyse/index.ts';
import { decode, textOfLine } from './ingest/index.ts';
import type { Added, Ledger, Proof, ReadAgain } from './ledger/index.ts';
import { readPlain } from './read/plain/index.ts';
import type { FailedInput, RawPage, Report, ReportRecord, Statement } from './record/index.ts';
import { type Searched, searchPhrases, type Verdict, verifyQuotation } from './verify/index.ts';

/** A record with the page that it was read from. */
export interface Reading {
  readonly kind: 'read';
  readonly page: RawPage;
  readonly record: ReportRecord;
}

/** A report that is in the ledger now. */
export interface Adding extends Added {
  readonly kind: 'added';
  readonly path: string;
  readonly report: Report;
  readonly statements: number;
}

/** Reports that are analysed together: enough for a model's batch, few enough to stream. */
const BATCH = 16;

/** Pages in, records out, in the same order: read, then analyse. */
export async function* readPages(
  pages: AsyncIterable<RawPage | FailedInput>,
  kit: Kit,
): AsyncGenerator<Reading | FailedInput> {
  let batch: (RawPage | FailedInput)[] = [];
  for await (const page of pages) {
    batch.push(page);
    if (batch.length < BATCH) continue;
    yield* await readBatch(batch, kit);
    batch = [];
  }
  yield* await readBatch(batch, kit);
}

/** Pages into the ledger, one transaction each, told one by one: whatever was told survives a crash. */
export async function* addPages(
  pages: AsyncIterable<RawPage | FailedInput>,
  { kit, ledger, now }: { kit: Kit; ledger: Ledger; now: () => Date },
): AsyncGenerator<Adding | FailedInput> {
  for await (const page of pages) {
    const report = toReport(page);
    if (report.kind === 'failed') yield report;
    else yield await addOne(report.page, report.report);
  }

  async function addOne(page: RawPage, report: Report): Promise<Adding> {
    const analyser = kit.tagger.name;
    if (await ledger.has(report.id, analyser)) {
      const kept = await ledger.report(report.id);
      const { version = 1, statements = [] } = kept ?? {};
      return {
        kind: 'added',
        path: page.path,
        report,
        outcome: 'unchanged',
        version,
        statements: statements.length,
      };
    }
    const [record = bare(report)] = await analyse([report], kit);
    const { bytes, format, lineage } = page;
    const added = await ledger.add({ record, bytes, format, lineage, analyser, at: now().toISOString() });
    return { kind: 'added', path: page.path, report, statements: record.statements.length, ...added };
  }
}

/** Looks a quotation up in the ledger. */
export async function verifyInLedger(quotation: string, by: string | null, ledger: Ledger): Promise<Verdict> {
  const candidates = await ledger.likely(searchPhrases(quotation));
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

/** Proves every span of a ledger, its snapshots read again, and its chain of hashes. */
export async function proveLedger(ledger: Ledger, onReport?: (done: number) => void): Promise<Proof> {
  const readAgain: ReadAgain = (bytes, format) => {
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

function toReport(
  page: RawPage | FailedInput,
): FailedInput | { kind: 'report'; page: RawPage; report: Report } {
  if (page.kind === 'failed') return page;
  const report = readPlain(page);
  return 'code' in report
    ? { kind: 'failed', path: page.path, refusal: report }
    : { kind: 'report', page, report };
}

async function readBatch(
  batch: readonly (RawPage | FailedInput)[],
  kit: Kit,
): Promise<(Reading | FailedInput)[]> {
  const outcomes = batch.map(toReport);
  const reports = outcomes.flatMap((outcome) => (outcome.kind === 'report' ? [outcome.report] : []));
  const records = new Map((await analyse(reports, kit)).map((record) => [record.report, record]));
  return outcomes.map((outcome) => {
    if (outcome.kind === 'failed') return outcome;
    return { kind: 'read', page: outcome.page, record: records.get(outcome.report) ?? bare(outcome.report) };
  });
}

function bare(report: Report): ReportRecord {
  return { report, statements: [], events: [], times: [], actors: [], flags: [] };
}
