import type { Statement } from '../../record/index.ts';
import { overlapping, type Range } from '../../text/index.ts';
import type { Quotation } from '../quotations/index.ts';

/**
 * Direct where every word of the content stands in quotation marks, indirect where none does, mixed in between.
 * `outermost` are the quotations of level 0, in the order of the text.
 */
export function kindOf(
  text: string,
  content: readonly Range[],
  outermost: readonly Quotation[],
): Statement['kind'] {
  let quoted = false;
  let plain = false;
  for (const piece of content) {
    let at = piece.start;
    for (const { start, end } of overlapping(outermost, piece)) {
      quoted = true;
      plain ||= hasWords(text, at, start);
      at = Math.max(at, end);
    }
    plain ||= hasWords(text, at, piece.end);
  }
  if (!quoted) return 'indirect';
  return plain ? 'mixed' : 'direct';
}

function hasWords(text: string, start: number, end: number): boolean {
  return start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end));
}
