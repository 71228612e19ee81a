import { type Issue, type Position, writeDay } from '../../record/index.ts';
import type { KnownIssue } from './known.ts';
import type { Told } from './told.ts';

/** What of all positions is asked for; null for all. */
export interface AskedRows {
  readonly issue: string | null;
  /** Words of a name, of whoever speaks or is spoken for. */
  readonly who: string | null;
  readonly stance: Position['stance'] | null;
  readonly when: { readonly first: string; readonly last: string } | null;
}

/** A statement that shows a position, with its issue and the position before where it changes it. */
export interface PositionRow {
  readonly issue: Issue;
  readonly told: Told;
  readonly was: string | null;
}

/** The positions on all issues that are asked for, the latest first, those of no day last. */
export function positionRows(known: readonly KnownIssue[], asked: AskedRows): PositionRow[] {
  const rows = known.flatMap(({ issue, picture }) => {
    const was = new Map((picture?.turns ?? []).map(({ change, after }) => [after, change.from]));
    return (picture?.told ?? []).map((told) => ({ issue, told, was: was.get(told) ?? null }));
  });
  return rows
    .filter((row) => isAskedFor(row, asked))
    .toSorted((a, b) => (b.told.day?.at ?? 0) - (a.told.day?.at ?? 0));
}

function isAskedFor({ issue, told }: PositionRow, asked: AskedRows): boolean {
  const { position, day } = told;
  if (asked.issue !== null && issue.id !== asked.issue) return false;
  if (asked.stance !== null && position.stance !== asked.stance) return false;
  if (asked.who !== null && !isNamed(position, asked.who)) return false;
  if (asked.when === null) return true;
  const on = day === null ? null : writeDay(day);
  return on !== null && on >= asked.when.first && on <= asked.when.last;
}

/** Whether a name has all the words, whatever their case. */
function isNamed({ name, for: body }: Position, who: string): boolean {
  const words = who.toLowerCase().split(/\s+/);
  return [name, body ?? ''].some((one) => words.every((word) => one.toLowerCase().includes(word)));
}
