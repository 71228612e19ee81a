import { findQuotations } from '../analyse/index.ts';
import {
  type Checked,
  type DraftQuotation,
  findingsIn,
  NOTHING_FOUND,
  type OnRecord,
  placing,
  quotationsIn,
  type Remark,
  remarkOn,
  remarksOf,
} from '../check/index.ts';
import { decode, pageOfDraft, textOfLine } from '../ingest/index.ts';
import type { Lanes } from '../lanes/index.ts';
import type { Ledger, Proof, ReadAgain } from '../ledger/index.ts';
import {
  Fault,
  type Refusal,
  type Report,
  type ReportRecord,
  type Statement,
  speakerHow,
  speakerName,
  type Utterance,
} from '../record/index.ts';
import {
  type Alike,
  hadByAnother,
  type Likely,
  likeliest,
  type Place,
  refuseQuotation,
  type Searched,
  searchPhrases,
  type Verdict,
  verifyQuotation,
  wordsToShare,
} from '../verify/index.ts';
import { toReports } from './reading.ts';

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

/** The utterance that the best place of a verdict renders, of several equals the earliest; null where it renders none. */
export async function utteranceFound(
  { places, earliest }: Verdict,
  ledger: Ledger,
): Promise<Utterance | null> {
  const statement = [earliest, ...places].find((place) => place?.statement != null)?.statement;
  if (statement == null) return null;
  const [utterance] = await ledger.utterancesWith([statement.id]);
  return utterance ?? null;
}

/**
 * All that a ledger has of a quotation: the verdict, whom the words were given to before, and the act of saying that they render;
 * or why it cannot be looked for.
 */
export async function lookUpQuotation(
  quotation: string,
  by: string | null,
  ledger: Ledger,
): Promise<
  (Verdict & { another: Place | null; utterance: Utterance | null }) | { readonly refused: string }
> {
  const refused = refuseQuotation(quotation);
  if (refused !== null) return { refused };
  const verdict = await verifyInLedger(quotation, by, ledger);
  const utterance = await utteranceFound(verdict, ledger);
  return { ...verdict, another: hadByAnother(verdict), utterance };
}

/** So many reports are looked at for what says the same in other words: the one sought is among the first fifty in 95 of 100. */
const MOST_LIKELY = 50;

/** The passages on record that most likely say what is asked for in other words, the likeliest first, by the same words of a ledger. */
export async function likeliestInLedger(
  quotation: string,
  { by, alike, ledger }: { by: string | null; alike: Alike; ledger: Pick<Ledger, 'sharing'> },
): Promise<Likely[]> {
  const shared = await ledger.sharing(wordsToShare(quotation, by), MOST_LIKELY);
  return await likeliest(quotation, { by, alike }, shared);
}

/** What there is of a quotation. */
export interface OnRecordOf {
  readonly verdict: Verdict;
  /** The act of saying that the words were found in; null where there is none, and where they were looked for in files. */
  readonly utterance: Utterance | null;
  /** What most likely says the same in other words, where the words are not in the ledger. */
  readonly likely: readonly Likely[];
}

/** All that a ledger has of a quotation; the model of likeness is read only where the words are not there. */
export async function onRecordOf(
  quotation: string,
  by: string | null,
  { ledger, loadAlike }: { ledger: Ledger; loadAlike: () => Promise<Alike> },
): Promise<OnRecordOf> {
  const verdict = await verifyInLedger(quotation, by, ledger);
  if (verdict.verdict !== 'absent')
    return { verdict, utterance: await utteranceFound(verdict, ledger), likely: [] };
  const likely = await likeliestInLedger(quotation, { by, alike: await loadAlike(), ledger });
  return { verdict, utterance: null, likely: likely.filter(({ isTold }) => isTold) };
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
  return remarksWith(record, await quotationsAgainst(record, ledger));
}

const remarksWith = (record: ReportRecord, compared: readonly Compared[]): Remark[] => [
  ...remarksOf(record),
  ...compared.flatMap(({ record: told, ...quotation }) => remarkOn(quotation, told)),
];

type Compared = DraftQuotation & { readonly record: OnRecord };

/** The quotations of a draft that somebody is quoted with, and what the record says of each; nothing without a ledger. */
async function quotationsAgainst(record: ReportRecord, ledger: Ledger | null): Promise<Compared[]> {
  if (ledger === null) return [];
  const compared: Compared[] = [];
  for (const quotation of quotationsIn(record, findQuotations(record.report.text, record.report.blocks))) {
    const verdict = await verifyInLedger(quotation.text, quotation.by, ledger, record.report.id);
    compared.push({ ...quotation, record: onRecord(verdict) });
  }
  return compared;
}

/**
 * Looks a pasted text over, against the record too; a text that is no report is refused with the reason.
 * @throws Fault of code `internal` where Onrecord itself breaks on the text.
 */
export async function checkDraft(
  given: { text: string; published: string | null; format: 'text' | 'markdown' },
  { lanes, ledger }: { lanes: Lanes; ledger: Ledger | null },
): Promise<Checked | { refused: string }> {
  const draft = pageOfDraft(given);
  const [read] = draft.kind === 'failed' ? [draft] : await toReports([draft], { lanes, alone: true });
  if (read === undefined) return NOTHING_FOUND;
  if (read.kind === 'failed') return refused(read.refusal);
  const [record] = await lanes.analyse([read.report], true);
  if (record === undefined) return NOTHING_FOUND;
  if ('code' in record) return refused(record);
  return await checkedAgainst(record, ledger);
}

/** The findings in a record, each with its place, and how its quotations stand against a ledger's. */
export async function checkedAgainst(record: ReportRecord, ledger: Ledger | null): Promise<Checked> {
  const { text, path } = record.report;
  const place = placing(text);
  const compared = await quotationsAgainst(record, ledger);
  return {
    findings: findingsIn(text, remarksWith(record, compared), path ?? ''),
    quotations: compared.map(({ at, ...own }) => ({ ...place(at), ...own })),
  };
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
  const { whole, report, by, statement, but, difference, permalink } = place;
  return {
    verdict: place.verdict,
    told: whole.text,
    but,
    difference,
    permalink,
    statement: statement?.id ?? null,
    outlet: report.outlet,
    published: report.published,
    by: statement === null ? null : speakerName(statement),
    how: statement === null ? null : speakerHow(statement.speaker),
    isInferred: statement !== null && isInferred(statement.speaker),
    isAnothers: by?.answer === 'differs',
    isFirst: first !== null,
    reports,
  };
}

const isInferred = (speaker: Statement['speaker']) =>
  speaker.kind !== 'unknown' && speaker.how === 'inferred';

/** Proves every span of a ledger, its snapshots read again, and its chain of hashes. */
export async function proveLedger(ledger: Ledger, onReport?: (done: number) => void): Promise<Proof> {
  const { isInSource } = await import('../read/html/source-map.ts');
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
