import { overlapping } from '../../../text/index.ts';
import type { Layout, TokenBlock } from '../../layout.ts';
import type { Quotation } from '../../quotations/index.ts';
import type { Token } from '../../tokens/index.ts';
import type { CueForm } from './index.ts';

/** What the rules look at: one sentence of a block, with the words of the lexicon and which tokens stand in quotation marks. */
export interface Clause {
  readonly text: string;
  readonly block: TokenBlock;
  readonly tokens: readonly Token[];
  /** The sentence, as a half-open range of the block's tokens. */
  readonly first: number;
  readonly last: number;
  /** The outermost quotations of the block, in order. */
  readonly quotations: readonly Quotation[];
  readonly cues: ReadonlyMap<string, CueForm>;
}

/** The outermost quotation that a token stands in, its marks included. */
export function quotationAt(clause: Clause, index: number): Quotation | undefined {
  const token = clause.tokens[index];
  if (token === undefined) return undefined;
  return overlapping(clause.quotations, token)[0];
}

/** The sentences of a layout as clauses; a sentence wholly inside a quotation says nothing in the report's own words. */
export function* clausesOf(layout: Layout, cues: ReadonlyMap<string, CueForm>): Generator<Clause> {
  const outermost = layout.quotations.filter(({ level }) => level === 0);
  for (const block of layout.blocks) {
    const quotations = overlapping(outermost, block);
    for (const { first, last, start, end } of block.sentences) {
      if (
        overlapping(quotations, { start, end }).some(
          (quotation) => quotation.start < start && end < quotation.end,
        )
      )
        continue;
      yield { text: layout.text, block, tokens: block.tokens, first, last, quotations, cues };
    }
  }
}
