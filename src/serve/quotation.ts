import type { Report, Statement, Utterance } from '../record/index.ts';
import type { Span } from '../text/index.ts';

/** Where and how a report has a quotation, as far as a page shows it. */
export interface QuotedPlace {
  readonly verdict: 'exact' | 'near' | 'altered' | 'indirect';
  /** What is otherwise although the words are the same. */
  readonly but: readonly string[];
  readonly span: Span;
  /** The whole sentences around it. */
  readonly whole: Span;
  readonly permalink: string;
  readonly difference: readonly { readonly kind: 'same' | 'asked' | 'told'; readonly text: string }[];
  readonly statement: Statement | null;
  /** Whether the words are those of whoever is asked for; null where nobody is. */
  readonly by: { readonly answer: 'matches' | 'differs' | 'unclear'; readonly source: string | null } | null;
  readonly report: Report;
}

/** What is on record of a quotation. */
export interface QuotedVerdict {
  readonly verdict: QuotedPlace['verdict'] | 'absent';
  readonly by: string | null;
  /** Best first. */
  readonly places: readonly QuotedPlace[];
  readonly earliest: QuotedPlace | null;
  /** Whom a report gave the words to first, where that is another than who is asked for. */
  readonly another: QuotedPlace | null;
  /** How many reports were looked through. */
  readonly reports: number;
  /** All that renders the same act of saying. */
  readonly utterance: Utterance | null;
}

/** Looks a quotation up, as `onrecord verify` does; or says why it cannot be. Handed in, since it is no work of a page. */
export type LookUpQuotation = (
  quotation: string,
  by: string | null,
) => Promise<QuotedVerdict | { readonly refused: string }>;
