import type { Block, Report } from '../record/index.ts';
import { firstEndingAfter, overlapping, type Range } from '../text/index.ts';
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

/** Takes a report's text and blocks. Gives its layout. */
export function layOut(
  { text, blocks }: Pick<Report, 'text' | 'blocks'>,
  abbreviations: Abbreviations,
): Layout {
  return {
    text,
    quotations: withSetApart(findQuotations(text, blocks), blocks),
    blocks: blocks.map(({ start, end, kind }) => {
      const tokens = tokenise(text, { start, end });
      return { start, end, kind, tokens, sentences: splitSentences(tokens, abbreviations) };
    }),
  };
}

/** Quotations, with those that a page sets apart in place of marks; marks within them are inner ones. */
function withSetApart(marked: readonly Quotation[], blocks: readonly Block[]): Quotation[] {
  const apart = blocks.filter(
    ({ kind, start, end }) =>
      kind === 'quotation' && !marked.some((one) => one.start === start && one.end >= end - 1),
  );
  if (apart.length === 0) return [...marked];
  const inner = marked.map((one) =>
    overlapping(apart, one).length > 0 ? { ...one, level: one.level + 1 } : one,
  );
  const outer = apart.map(
    ({ start, end }): Quotation => ({ start, end, level: 0, closing: 'closed', goesOn: false }),
  );
  return [...inner, ...outer].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Parts of a layout as blocks of their own, with its tokens and sentences; quotations are found anew, as inner marks are outer ones there. */
export function layOutParts(layout: Layout, parts: readonly Block[]): Layout {
  return {
    text: layout.text,
    quotations: findQuotations(layout.text, parts),
    blocks: parts.map((part) => {
      const [block] = overlapping(layout.blocks, part);
      return { ...part, ...(block === undefined ? { tokens: [], sentences: [] } : within(block, part)) };
    }),
  };
}

function within({ tokens, sentences }: TokenBlock, part: Range): Pick<TokenBlock, 'tokens' | 'sentences'> {
  const own = overlapping(tokens, part);
  const first = firstEndingAfter(tokens, part.start);
  const moved = overlapping(sentences, part).map((sentence) => {
    const from = Math.max(sentence.first - first, 0);
    const to = Math.min(sentence.last - first, own.length);
    return {
      first: from,
      last: to,
      start: own[from]?.start ?? part.start,
      end: own[to - 1]?.end ?? part.end,
    };
  });
  return { tokens: own, sentences: moved.filter(({ first: from, last: to }) => from < to) };
}
