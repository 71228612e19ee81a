import { foldedWords, type Range } from '../../src/text/index.ts';
import { bestMatching, type Pair } from '../matching.ts';
import type { Counts } from '../score.ts';
import type { Roles } from './brat.ts';

const ROLES = ['cue', 'content', 'source'] as const;
/** Overlap of the cue counts most, then of the content, then of the source. */
const WEIGHT = { cue: 100, content: 10, source: 1 } as const;

type Words = Record<(typeof ROLES)[number], ReadonlySet<number>>;

/**
 * Linked F1 of one text: predicted and gold attributions are matched one to one; a pair is right when its cues share
 * a word and its sources and contents each share a word or are absent on both sides.
 * Only pairs that can be right compete, so that a partial overlap never takes the place of a right one.
 */
export function linked(text: string, predicted: readonly Roles[], gold: readonly Roles[]): Counts {
  const theirs = predicted.map((roles) => wordsOf(text, roles));
  const ours = gold.map((roles) => wordsOf(text, roles));
  const pairs: Pair[] = [];
  for (const [p, a] of theirs.entries())
    for (const [g, b] of ours.entries())
      if (isLinked(a, b)) pairs.push({ predicted: p, gold: g, weight: weightOf(a, b) });
  return { right: bestMatching(pairs).length, predicted: predicted.length, gold: gold.length };
}

function isLinked(a: Words, b: Words): boolean {
  const agrees = (role: 'source' | 'content') =>
    (a[role].size === 0 && b[role].size === 0) || !a[role].isDisjointFrom(b[role]);
  const cue = !a.cue.isDisjointFrom(b.cue);
  return cue && agrees('source') && agrees('content');
}

function weightOf(a: Words, b: Words): number {
  return ROLES.reduce((sum, role) => sum + WEIGHT[role] * dice(a[role], b[role]), 0);
}

/** Twice the shared over the total; 1 for two empty sets. */
function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size === 0 ? 1 : (2 * a.intersection(b).size) / (a.size + b.size);
}

function wordsOf(text: string, roles: Roles): Words {
  return {
    cue: starts(text, roles.cue),
    content: starts(text, roles.content),
    source: starts(text, roles.source),
  };
}

/** The words of some ranges, by where they start; a cue without words, such as a colon, counts as itself. */
function starts(text: string, ranges: readonly Range[]): Set<number> {
  const words = new Set(ranges.flatMap((range) => foldedWords(text, range).map(({ start }) => start)));
  return words.size > 0 ? words : new Set(ranges.map(({ start }) => start));
}
