import type { Range } from '../../text/index.ts';
import type { TokenBlock } from '../layout.ts';
import type { Quotation } from '../quotations/index.ts';

/** A line that introduces what follows is not longer than this. */
const LONGEST_INTRODUCTION = 60;
/** Blocks are joined up to so many tokens: further paragraphs of a long quotation stand by themselves. */
const MOST_TOKENS = 250;

/**
 * Blocks that read as one: "He said:" with the quotation in the next block, and a quotation over several paragraphs, which
 * opens again in each and closes in the last.
 */
export function joinedBlocks(blocks: readonly TokenBlock[], outermost: readonly Quotation[]): TokenBlock[] {
  const opening = new Set(outermost.map(({ start }) => start));
  const goingOn = new Set(outermost.filter(({ goesOn }) => goesOn).map(({ start }) => start));
  const joined: TokenBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    const before = joined.at(-1);
    const reads =
      before !== undefined &&
      (goingOn.has(block.start) || (opening.has(block.start) && introduces(before.tokens)));
    if (before !== undefined && reads && size + block.tokens.length <= MOST_TOKENS) {
      joined[joined.length - 1] = together(before, block);
      size += block.tokens.length;
    } else {
      joined.push(block);
      size = block.tokens.length;
    }
  }
  return joined;
}

function introduces(tokens: TokenBlock['tokens']): boolean {
  return tokens.at(-1)?.text === ':' && tokens.length <= LONGEST_INTRODUCTION;
}

function together(before: TokenBlock, after: TokenBlock): TokenBlock {
  const count = before.tokens.length;
  const moved = after.sentences.map((sentence: Range & { first: number; last: number }) => ({
    ...sentence,
    first: sentence.first + count,
    last: sentence.last + count,
  }));
  return {
    kind: before.kind,
    start: before.start,
    end: after.end,
    tokens: [...before.tokens, ...after.tokens],
    sentences: [...before.sentences, ...moved],
  };
}
