import { firstEndingAfter, overlaps, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Quotation } from '../quotations/index.ts';
import { type Found, hullOf, isWithin } from './found.ts';

/**
 * A quotation that goes on over paragraphs, opened again in each, belongs to whoever is said to speak it: paragraphs that
 * no attribution has are joined to the one before, and where only the last names the speaker, to that one.
 */
export function goingOn(found: readonly Found[], { quotations }: Layout): Found[] {
  const outermost = quotations.filter(({ level }) => level === 0);
  const owners = ownersOf(outermost, found);
  const joined = new Map<number, Range[]>();
  const join = (free: number, owner: number) => {
    const { start, end } = outermost[free] as Quotation;
    const { cue, source } = found[owner] as Found;
    // Marks that pair wrongly make a quotation of who says it: nobody's words hold their own cue.
    if ([...cue, ...source].some((part) => overlaps(part, { start, end }))) return;
    owners.set(free, owner);
    const own = joined.get(owner);
    if (own === undefined) joined.set(owner, [{ start, end }]);
    else own.push({ start, end });
  };
  for (const [index, quotation] of outermost.entries()) {
    const owner = owners.get(index - 1);
    if (quotation.goesOn && !owners.has(index) && owner !== undefined) join(index, owner);
  }
  for (let index = outermost.length - 1; index > 0; index--) {
    if (outermost[index]?.goesOn !== true || owners.has(index - 1)) continue;
    const owner = owners.get(index);
    if (owner === undefined) continue;
    const { cue } = found[owner] as Found;
    if ((hullOf(cue)?.start ?? 0) >= (outermost[index]?.start ?? 0)) join(index - 1, owner);
  }
  return found.map((attribution, index) => {
    const pieces = joined.get(index);
    if (pieces === undefined) return attribution;
    const content = [...attribution.content, ...pieces];
    return { ...attribution, content: content.toSorted((a, b) => a.start - b.start) };
  });
}

/** By the place of each quotation that an attribution has a part of in its content: the place of the first that has. */
function ownersOf(outermost: readonly Quotation[], found: readonly Found[]): Map<number, number> {
  const owners = new Map<number, number>();
  for (const [owner, { cue, content }] of found.entries())
    for (const piece of isWithin({ cue }, outermost) ? [] : content) {
      const first = firstEndingAfter(outermost, piece.start);
      for (let at = first; at < outermost.length && (outermost[at] as Range).start < piece.end; at++)
        if (!owners.has(at)) owners.set(at, owner);
    }
  return owners;
}
