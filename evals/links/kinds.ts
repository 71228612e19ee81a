import { holdsWords, wordsOf } from './contents.ts';

/** How two renditions of one utterance differ, the first that fits. */
export const KINDS = ['SameWords', 'Bracket', 'DirectIndirect', 'Cut', 'WordChanged', 'Reworded'] as const;
export type Kind = (typeof KINDS)[number];

const MOST_CHANGED = 2;

/**
 * How two contents that a hand cited differ: the same words; words in square brackets; one a quotation from end to end and the
 * other not; a part of the other; up to two words otherwise; a part with gaps; or reworded.
 */
export function kindOf(a: string, b: string): Kind {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [less, more] = one.length < other.length ? [one, other] : [other, one];
  if (one.join(' ') === other.join(' ')) return 'SameWords';
  if (/\[[^\]]*\]/.test(a) || /\[[^\]]*\]/.test(b)) return 'Bracket';
  if (isQuoted(a) !== isQuoted(b)) return 'DirectIndirect';
  if (holdsWords(more, less)) return 'Cut';
  if (edits(one, other) <= MOST_CHANGED) return 'WordChanged';
  return isWithin(less, more) ? 'Cut' : 'Reworded';
}

const isQuoted = (content: string) => /^["“'‘]/.test(content.trim()) && /["”'’][.,]?$/.test(content.trim());

/** Whether all words come among the others in their order. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of whole) if (word === part[at]) at++;
  return at === part.length;
}

/** Words that are put in, left out or exchanged between two (Levenshtein 1966). */
function edits(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const exchanged = (row[j] ?? 0) + Number(word !== other);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
