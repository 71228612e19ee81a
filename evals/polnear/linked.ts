import { bestMatching, type Pair } from '../matching.ts';
import type { Roles } from './brat.ts';
import { type RoleWords, weightOf, wordsOf } from './words.ts';

/**
 * The pairs that linked F1 counts as right, one to one: cues share a word, and sources and contents each share a word
 * or are absent on both sides. Only such pairs compete, so that a partial overlap never takes the place of a right one.
 */
export function linkedPairs(text: string, predicted: readonly Roles[], gold: readonly Roles[]): Pair[] {
  const theirs = predicted.map((roles) => wordsOf(text, roles));
  const ours = gold.map((roles) => wordsOf(text, roles));
  const pairs: Pair[] = [];
  for (const [p, a] of theirs.entries())
    for (const [g, b] of ours.entries())
      if (isLinked(a, b)) pairs.push({ predicted: p, gold: g, weight: weightOf(a, b) });
  return bestMatching(pairs);
}

function isLinked(a: RoleWords, b: RoleWords): boolean {
  const agrees = (role: 'source' | 'content') =>
    (a[role].size === 0 && b[role].size === 0) || !a[role].isDisjointFrom(b[role]);
  return !a.cue.isDisjointFrom(b.cue) && agrees('source') && agrees('content');
}
