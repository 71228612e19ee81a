import { bisect, disjoint, overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, hullOf, isWithin } from './found.ts';

/** So many attributions before a quotation are asked whether its words go on with theirs. */
const ASKED = 8;

/**
 * “It was hers,” said Nora Pym, “and I have the letter.”: a quotation that nothing has, in the paragraph of one that
 * somebody is said to speak and with no other cue between, goes on with their words.
 */
export function furtherPieces(found: readonly Found[], { quotations, blocks }: Layout): Found[] {
  const outermost = quotations.filter(({ level }) => level === 0);
  const taken = disjoint(found.flatMap(({ content }) => content));
  const [speaking, spoken] = [false, true].map((within) =>
    found.filter((one) => isWithin(one, outermost) === within),
  ) as [Found[], Found[]];
  const byEnd = speaking
    .map((one) => ({ one, start: startOf(one), end: endOf(one), pieces: [] as Range[] }))
    .sort((a, b) => a.end - b.end);
  for (const quotation of outermost) {
    const [block] = overlapping(blocks, quotation);
    if (block === undefined || overlapping(taken, quotation).length > 0) continue;
    const last = bisect(byEnd.length, (index) => (byEnd[index]?.end ?? 0) <= quotation.start);
    const near = byEnd.slice(Math.max(0, last - ASKED), last);
    const owner = near.findLast(({ one, start }) => one.cue.length > 0 && start >= block.start);
    if (owner === undefined || !isQuoted(owner.one, outermost)) continue;
    owner.pieces.push({ start: quotation.start, end: quotation.end });
  }
  const more = byEnd.map(({ one, pieces }) =>
    pieces.length === 0 ? one : { ...one, content: [...one.content, ...pieces] },
  );
  return [...more, ...spoken];
}

const startOf = ({ content }: Found) => hullOf(content)?.start ?? 0;

/** Where the last word of an attribution stands. */
function endOf({ cue, source, content }: Found): number {
  return hullOf([...cue, ...source, ...content])?.end ?? 0;
}

function isQuoted({ content }: Found, outermost: readonly Range[]): boolean {
  return content.some((piece) => overlapping(outermost, piece).length > 0);
}
