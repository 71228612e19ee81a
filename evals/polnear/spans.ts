import { type Range, trimmed } from '../../src/text/index.ts';
import type { Counts } from '../score.ts';
import type { Roles } from './brat.ts';

/**
 * Exact spans of one role by CofeNet's protocol (COLING 2022): every contiguous fragment is a span, cut at the ends of
 * paragraphs; links are ignored, and a span that several attributions share counts once.
 */
export function exactSpans(
  text: string,
  predicted: readonly Roles[],
  gold: readonly Roles[],
  role: keyof Roles,
): Counts {
  const found = fragments(text, predicted, role);
  const wanted = fragments(text, gold, role);
  return { right: found.intersection(wanted).size, predicted: found.size, gold: wanted.size };
}

function fragments(text: string, attributions: readonly Roles[], role: keyof Roles): Set<string> {
  const places = attributions.flatMap((roles) =>
    joined(roles[role]).flatMap((range) => cutAtParagraphs(text, range)),
  );
  return new Set(places.map(({ start, end }) => `${start}-${end}`));
}

/** Pieces that touch are one fragment. */
function joined(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last !== undefined && range.start <= last.end)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else whole.push(range);
  }
  return whole;
}

function cutAtParagraphs(text: string, { start, end }: Range): Range[] {
  const parts: Range[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\n]+/g)) {
    const part = trimmed(text, { start: start + match.index, end: start + match.index + match[0].length });
    if (part.end > part.start) parts.push(part);
  }
  return parts;
}
