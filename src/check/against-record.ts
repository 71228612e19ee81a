import type { ReportRecord, Statement } from '../record/index.ts';
import { contains, type Range } from '../text/index.ts';
import type { Remark } from './remark.ts';

/** A quotation of a draft with the name of whoever the draft gives it to. */
export interface DraftQuotation {
  readonly at: Range;
  readonly text: string;
  readonly by: string | null;
}

/** What the record says of a quotation: a verdict of `verify`, as far as a check needs it. */
export interface OnRecord {
  readonly verdict: 'exact' | 'near' | 'altered' | 'indirect' | 'absent';
  /** The words as the record has them, and where. */
  readonly told: string | null;
  readonly where: string | null;
  /** Whom the record gives them to, where that is another. */
  readonly another: string | null;
  readonly reports: number;
}

/** Fewer words are a phrase that anybody may use. */
const FEWEST_WORDS = 5;

/** The quotations of a draft that somebody is quoted with; titles and single words are none. */
export function quotationsIn(
  { report: { text }, statements }: ReportRecord,
  quotations: readonly (Range & { readonly level: number })[],
): DraftQuotation[] {
  return quotations
    .filter(({ level }) => level === 0)
    .flatMap((range) => {
      const words = text.slice(range.start, range.end);
      const own = statements.find(
        ({ content, within }) => within === null && content.some((piece) => contains(piece, range)),
      );
      return own === undefined || words.split(/\s+/).length < FEWEST_WORDS
        ? []
        : [{ at: { start: range.start, end: range.end }, text: words, by: nameOf(own) }];
    });
}

const nameOf = ({ speaker }: Statement) => (speaker.kind === 'named' ? speaker.name : null);

/** What a check says of a quotation: nothing where the record has it, character for character or nearly. */
export function remarkOn({ at }: DraftQuotation, record: OnRecord): Remark[] {
  const { verdict, told, where, another, reports } = record;
  if (verdict === 'absent')
    return [
      {
        rule: 'quotation-not-on-record',
        at,
        message: `Not in ${reports === 1 ? 'the one report' : `any of ${reports} reports`} of the ledger.`,
      },
    ];
  const differs = (message: string): Remark[] => [{ rule: 'quotation-differs-from-record', at, message }];
  if (another !== null) return differs(`On record as words of ${another}: ${where}.`);
  if (verdict === 'altered') return differs(`The record has it otherwise: ${told}; ${where}.`);
  if (verdict === 'indirect') return differs(`On record without quotation marks: ${where}.`);
  return [];
}
