import type { Report } from '../record/index.ts';
import type { Range } from '../text/index.ts';

/** A word of a quotation with its place in it, as quotations are compared. */
export interface QuotedWord extends Range {
  readonly form: string;
  readonly text: string;
  /** An editor's bracket around it. */
  readonly bracketed: boolean;
  /** An ellipsis right before it. */
  readonly afterGap: boolean;
  /** The characters between it and the word before. */
  readonly lead: string;
  /** How much it says. */
  readonly weight: number;
}

/** A word of the quotation that another is compared with. */
export interface SaidWord extends Range {
  readonly form: string;
  readonly quoted: boolean;
  readonly free: boolean;
}

/** One step along both, with the word of either that it is about. */
export interface QuotedStep {
  readonly kind: 'same' | 'misspelt' | 'changed' | 'put in' | 'bracket' | 'left out' | 'passed over';
  readonly asked?: Range;
  readonly told?: Range;
}

/** How words are found in quotation marks and compared; `verify` does both, and this stage is handed it. */
export interface Quoting {
  /** Words between quotation marks, the marks included; level 0 is in the report's own words. */
  quotationsIn(text: string, blocks: Report['blocks']): readonly (Range & { readonly level: number })[];
  wordsOf(quotation: string): readonly QuotedWord[];
  /** The cheapest way to find all asked words in one stretch of the told ones; null where either has none. */
  align(
    asked: readonly QuotedWord[],
    told: readonly SaidWord[],
  ): { readonly steps: readonly QuotedStep[] } | null;
}
