import { foldedWords, type Range } from '../../src/text/index.ts';
import type { Roles } from './brat.ts';

export const ROLES = ['cue', 'content', 'source'] as const;

/** The words of an attribution's roles, each word by where it starts. */
export type RoleWords = Record<(typeof ROLES)[number], ReadonlySet<number>>;

export function wordsOf(text: string, roles: Roles): RoleWords {
  return {
    cue: starts(text, roles.cue),
    content: starts(text, roles.content),
    source: starts(text, roles.source),
  };
}

/** A role without words, such as a colon for a cue, counts as itself. */
function starts(text: string, ranges: readonly Range[]): Set<number> {
  const words = new Set(ranges.flatMap((range) => foldedWords(text, range).map(({ start }) => start)));
  return words.size > 0 ? words : new Set(ranges.map(({ start }) => start));
}

/** Twice the shared over the total; 1 for two empty sets. */
export function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size === 0 ? 1 : (2 * a.intersection(b).size) / (a.size + b.size);
}

/** Overlap of the cue counts most, then of the content, then of the source. */
const WEIGHT = { cue: 100, content: 10, source: 1 } as const;

export function weightOf(a: RoleWords, b: RoleWords): number {
  return ROLES.reduce((sum, role) => sum + WEIGHT[role] * dice(a[role], b[role]), 0);
}
