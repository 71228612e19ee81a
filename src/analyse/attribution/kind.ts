import type { Statement } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import type { Quotation } from '../quotations/index.ts';

/** Direct where every word of the content stands in quotation marks, indirect where none does, mixed in between. */
export function kindOf(
  text: string,
  content: readonly Range[],
  quotations: readonly Quotation[],
): Statement['kind'] {
  const outermost = quotations.filter(({ level }) => level === 0);
  let quoted = false;
  let plain = false;
  for (const piece of content) {
    let at = piece.start;
    for (const { start, end } of outermost) {
      if (end <= piece.start || start >= piece.end) continue;
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
