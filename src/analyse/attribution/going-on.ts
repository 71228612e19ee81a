import { overlaps } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, hullOf } from './found.ts';

/**
 * A quotation that goes on over paragraphs, opened again in each, belongs to whoever is said to speak it: paragraphs that
 * no attribution has are joined to the one before, and where only the last names the speaker, to that one.
 */
export function goingOn(found: readonly Found[], { quotations }: Layout): Found[] {
  const outermost = quotations.filter(({ level }) => level === 0);
  const ownerOf = (index: number, all: readonly Found[]) =>
    all.findIndex(({ content }) => content.some((piece) => overlaps(piece, outermost[index] ?? piece)));
  const join = (all: Found[], free: number, owner: number): Found[] => {
    const piece = outermost[free];
    if (piece === undefined) return all;
    return all.map((attribution, index) => {
      // Marks that pair wrongly make a quotation of who says it: nobody's words hold their own cue.
      const isSaying = [...attribution.cue, ...attribution.source].some((part) => overlaps(part, piece));
      if (index !== owner || isSaying) return attribution;
      const content = [...attribution.content, { start: piece.start, end: piece.end }];
      return { ...attribution, content: content.toSorted((a, b) => a.start - b.start) };
    });
  };
  let all = [...found];
  for (const [index, quotation] of outermost.entries()) {
    if (!quotation.goesOn || ownerOf(index, all) >= 0) continue;
    const owner = ownerOf(index - 1, all);
    if (owner >= 0) all = join(all, index, owner);
  }
  for (let index = outermost.length - 1; index > 0; index--) {
    if (outermost[index]?.goesOn !== true || ownerOf(index - 1, all) >= 0) continue;
    const owner = ownerOf(index, all);
    const { cue = [] } = all[owner] ?? {};
    if (owner >= 0 && (hullOf(cue)?.start ?? 0) >= (outermost[index]?.start ?? 0))
      all = join(all, index - 1, owner);
  }
  return all;
}
