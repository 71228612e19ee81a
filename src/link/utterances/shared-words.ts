import type { Rendition } from './rendition.ts';

/** What two renditions have in common, each word by how rare it is in their reports. */
export interface SharedWords {
  readonly weight: number;
  readonly dice: number;
  readonly contained: number;
}

/**
 * Overlap of stems, each weighing 1 / (1 + ln of how often the two reports have it on the mean): what they are about throughout
 * tells two sayings of it apart less than a word that stands once in each (inverse frequency, Spärck Jones 1972, over two texts).
 */
export function sharedWords(a: Rendition, b: Rendition): SharedWords {
  const weightOf = (stem: string) => {
    const often = ((a.report.often.get(stem) ?? 0) + (b.report.often.get(stem) ?? 0)) / 2;
    return 1 / (1 + Math.log(Math.max(1, often)));
  };
  const sum = (stems: Iterable<string>) => [...stems].reduce((all, stem) => all + weightOf(stem), 0);
  const [one, other, both] = [sum(a.stems), sum(b.stems), sum(a.stems.intersection(b.stems))];
  return {
    weight: both,
    dice: one + other === 0 ? 0 : (2 * both) / (one + other),
    contained: Math.min(one, other) === 0 ? 0 : both / Math.min(one, other),
  };
}

/** How many words in a row two have in common at most. */
export function longestRun(a: readonly string[], b: readonly string[]): number {
  let above = new Uint16Array(b.length + 1);
  let longest = 0;
  for (const word of a) {
    const row = new Uint16Array(b.length + 1);
    for (let at = 0; at < b.length; at++)
      if (b[at] === word) {
        row[at + 1] = (above[at] ?? 0) + 1;
        longest = Math.max(longest, row[at + 1] ?? 0);
      }
    above = row;
  }
  return longest;
}
