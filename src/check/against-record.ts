import { isNamedInText, type ReportRecord, type Statement, speakerName } from '../record/index.ts';
import { contains, type Range } from '../text/index.ts';
import type { Remark } from './remark.ts';

/** A quotation of a draft with the name that the draft gives it to. */
export interface DraftQuotation {
  readonly at: Range;
  readonly text: string;
  readonly by: string | null;
}

/** What the record says of a quotation: a verdict of `verify`, as far as a check needs it. */
export type OnRecord =
  | { readonly verdict: 'absent'; readonly reports: number }
  | {
      readonly verdict: 'exact' | 'near' | 'altered' | 'indirect';
      /** The record's whole sentences, and the report that has them. */
      readonly told: string;
      readonly outlet: string | null;
      readonly published: string | null;
      /** What is different although the words are the same: case, punctuation, an ellipsis, a bracket. */
      readonly but: readonly string[];
      /** Word by word: the same, only in the draft (`asked`), or only on record (`told`). Empty where the words are the same. */
      readonly difference: readonly { readonly kind: 'same' | 'asked' | 'told'; readonly text: string }[];
      /** Where the pages show the place, and the statement that it is. */
      readonly permalink: string;
      readonly statement: Statement['id'] | null;
      /** Whom the record gives them to, and how that is known. */
      readonly by: string | null;
      readonly how: string | null;
      readonly isInferred: boolean;
      /** Whether the record's own text names another than the draft does … */
      readonly isAnothers: boolean;
      /** … who had the words before a report that gives them to the draft's speaker. */
      readonly isFirst: boolean;
      readonly reports: number;
    };

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

/** Only a name that the draft itself states: whom a rule inferred may be another, and then nothing is wrong with the draft. */
const nameOf = (statement: Statement) => (isNamedInText(statement.speaker) ? speakerName(statement) : null);

/** What a check says of a quotation: nothing where the record has it, character for character or nearly. */
export function remarkOn({ at }: DraftQuotation, record: OnRecord): Remark[] {
  if (record.verdict === 'absent')
    return [
      {
        rule: 'quotation-not-on-record',
        at,
        message: `Not in ${record.reports === 1 ? 'the one report' : `any of ${record.reports} reports`} of the ledger.`,
      },
    ];
  const { verdict, told, outlet, published, by, how, isAnothers, isFirst } = record;
  const differs = (message: string): Remark[] => [{ rule: 'quotation-differs-from-record', at, message }];
  const speaker = by === null ? null : `${by}, ${how}`;
  const where = [outlet ?? 'outlet not known', published].filter((part) => part !== null).join(', ');
  const place = `${told} [${[isAnothers ? how : speaker, where].filter((part) => part !== null).join('; ')}]`;
  if (isAnothers)
    return differs(`On record${isFirst ? ' first' : ''} as words of ${by ?? 'somebody else'}: ${place}`);
  if (verdict === 'altered') return differs(`The record has it otherwise: ${place}`);
  if (verdict === 'indirect') return differs(`On record without quotation marks: ${place}`);
  return [];
}
