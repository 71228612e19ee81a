import type { Report } from '../record/index.ts';
import { findQuotations, type Quotation } from './quotations/index.ts';
import { type Abbreviations, type Sentence, splitSentences } from './sentences/index.ts';
import { type Token, tokenise } from './tokens/index.ts';

/** A block with its tokens and sentences. */
export interface TokenBlock {
  readonly start: number;
  readonly end: number;
  readonly kind: Report['blocks'][number]['kind'];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** A report's text as the tagger sees it: blocks of tokens in sentences, and the quotations over them. */
export interface Layout {
  readonly text: string;
  readonly blocks: readonly TokenBlock[];
  readonly quotations: readonly Quotation[];
}

/** Takes a report's text and blocks. Gives its layout; pull quotes and captions keep theirs. */
export function layOut(
  { text, blocks }: Pick<Report, 'text' | 'blocks'>,
  abbreviations: Abbreviations,
): Layout {
  return {
    text,
    quotations: findQuotations(text, blocks),
    blocks: blocks.map(({ start, end, kind }) => {
      const tokens = tokenise(text, { start, end });
      return { start, end, kind, tokens, sentences: splitSentences(tokens, abbreviations) };
    }),
  };
}
