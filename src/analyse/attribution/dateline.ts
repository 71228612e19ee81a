import { overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';

/** "SANNOW, April 28 (Quillwire) – ", "TARN FORD, August 19 – ": where, when and by which agency, before the report begins. */
const DATELINE =
  /^\p{Lu}[\p{Lu}'’. -]+(?:, \p{Lu}[\p{L}. ]+?)?(?:, \p{Lu}\p{Ll}+\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^)\n]{2,40}\)| ?\/[^/\n]{2,20}\/\.?)? ?[–—-]{1,2} /u;

/** A dateline is no part of what is said behind it. */
export function withoutDatelines(found: readonly Found[], { text, blocks }: Layout): Found[] {
  const starts = new Map<Range, number>();
  /** Where a block begins behind its dateline. */
  const behindDateline = (block: Range): number => {
    const start =
      starts.get(block) ?? block.start + (DATELINE.exec(text.slice(block.start, block.end))?.[0].length ?? 0);
    starts.set(block, start);
    return start;
  };
  return found.map((attribution) => {
    const content = attribution.content.map((piece) => {
      const [block] = overlapping(blocks, piece);
      if (block === undefined || block.kind === 'headline') return piece;
      const start = behindDateline(block);
      return piece.start < start && start < piece.end ? { start, end: piece.end } : piece;
    });
    const isAsItWas = content.every((piece, index) => piece === attribution.content[index]);
    return isAsItWas ? attribution : { ...attribution, content };
  });
}
