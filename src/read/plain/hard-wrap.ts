import type { Range } from '../../text/index.ts';

/** Widths that people and programs wrap text at: mail's 72 to 80 with room on both sides. */
const NARROWEST = 40;
const WIDEST = 130;
/** How many lines must go on into the next before a rule may speak. */
const FEWEST_BREAKS = 3;
/** How many of the breaks must be forced; the rest is left for hand-made lines. */
const FORCED_SHARE = 0.9;

/**
 * The rule `hard-wrapped`: the text was broken into lines by a program that fills each line as far as it goes.
 * Then nearly every break inside a group of lines was forced: the next line's first word would not have fitted.
 * Paragraphs that stand on a line each break long before or long after any common width.
 */
export function isHardWrapped(text: string, groups: readonly (readonly Range[])[]): boolean {
  const width = groups.flat().reduce((widest, { start, end }) => Math.max(widest, end - start), 0);
  if (width < NARROWEST || width > WIDEST) return false;
  let breaks = 0;
  let forced = 0;
  for (const group of groups) {
    for (const [index, line] of group.entries()) {
      const next = group[index + 1];
      if (next === undefined) continue;
      breaks++;
      if (line.end - line.start + 1 + firstWordLength(text, next) > width) forced++;
    }
  }
  return breaks >= FEWEST_BREAKS && forced / breaks >= FORCED_SHARE;
}

function firstWordLength(text: string, { start, end }: Range): number {
  const space = text.slice(start, end).search(/\s/);
  return space < 0 ? end - start : space;
}
