import { type Lanes, readTexts } from '../lanes/index.ts';
import type { PageSource } from '../read/html/index.ts';
import type {
  FailedInput,
  Intake,
  Origin,
  RawPage,
  Refusal,
  Report,
  ReportRecord,
  Unchanged,
} from '../record/index.ts';

/** A record with the page that it was read from. */
export interface Reading {
  readonly kind: 'read';
  readonly page: RawPage;
  readonly record: ReportRecord;
  /** How the report came out of a page of HTML; null where it is the whole of a text. */
  readonly origin: Origin | null;
}

/** What reading and analysing give of a page. */
export type Analysed = Reading | FailedInput | Unchanged;

/** Reports that are analysed together: enough for a model's batch, few enough to stream. */
const BATCH = 16;
/** Batches that are begun for each lane: one under way, one ready. */
const AHEAD = 2;

/** Pages in, records out, in the same order: read, then analyse. */
export async function* readPages(
  pages: AsyncIterable<Intake>,
  lanes: Lanes,
): AsyncGenerator<Reading | FailedInput> {
  for await (const batch of analysed(pages, lanes, async ({ report }) => ({ report, isWanted: true })))
    for (const reading of batch) if (reading.kind !== 'unchanged') yield reading;
}

/** Says which report a page holds, which may be one that is kept already, and whether it is to be analysed. */
export type Settle = (one: {
  page: RawPage;
  report: Report;
}) => Promise<{ report: Report; isWanted: boolean }>;

/** Batches of readings in the order of the pages, several of them under way at once; what is not wanted is not analysed. */
export async function* analysed(
  pages: AsyncIterable<Intake>,
  lanes: Lanes,
  settle: Settle,
): AsyncGenerator<Analysed[]> {
  const underWay: Promise<Analysed[]>[] = [];
  let batch: Intake[] = [];
  let first = true;
  const begin = (alone: boolean) => {
    const begun = readBatch(batch, { lanes, alone, settle });
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

/** A page with its report, not analysed yet. */
interface ReadReport {
  readonly kind: 'report';
  readonly page: RawPage;
  readonly report: Report;
  readonly origin: Origin | null;
}

/** The reports of pages, in their order: those of HTML are read in the lanes, texts here. */
export async function toReports(
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

/** A page that gave no report. */
export const failed = (page: RawPage, refusal: Refusal): FailedInput => {
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
  { lanes, alone, settle }: { lanes: Lanes; alone: boolean; settle: Settle },
): Promise<Analysed[]> {
  const pages = batch.filter((one) => one.kind === 'page');
  const read = await toReports(pages, { lanes, alone });
  const byPage = new Map(pages.map((page, index) => [page, read[index]]));
  const outcomes: (FailedInput | Unchanged | ReadReport)[] = [];
  const reports: Report[] = [];
  for (const one of batch) {
    const outcome = one.kind === 'page' ? (byPage.get(one) as FailedInput | ReadReport) : one;
    if (outcome.kind !== 'report') outcomes.push(outcome);
    else {
      const { report, isWanted } = await settle(outcome);
      outcomes.push({ ...outcome, report });
      if (isWanted) reports.push(report);
    }
  }
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
