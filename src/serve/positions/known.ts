import type { Ledger } from '../../ledger/index.ts';
import type { Issue, Position } from '../../record/index.ts';
import { holderOf } from './courses.ts';
import type { KeptPictures } from './kept.ts';
import type { Picture, Told, Turn } from './told.ts';

/** An issue with what is known of who stands where on it; null where nothing is yet. */
export interface KnownIssue {
  readonly issue: Issue;
  readonly picture: Picture | null;
}

/** A change of position with the issue that it is on. */
export interface TurnOn {
  readonly issue: Issue;
  readonly turn: Turn;
}

/** Where an actor stands on an issue, or stood last, whoever said so. */
export interface Standing {
  readonly issue: Issue;
  /** Whose course the page of the issue shows it in. */
  readonly holder: string;
  readonly stance: Position['stance'];
  /** What the position was before it changed last; null where it did not. */
  readonly was: string | null;
  readonly last: Told;
  readonly statements: number;
}

/** A page that is of something else asks for no more issues than are kept in memory, so that none is found again for each visit. */
const MOST = 64;

/** What is known by now of the first issues that stand, or after a patience in milliseconds; nobody waits longer for what is not found yet. */
export async function knownIssues(
  ledger: Pick<Ledger, 'issues'>,
  pictures: KeptPictures | null,
  patience = 0,
): Promise<readonly KnownIssue[]> {
  if (pictures === null) return [];
  const issues = (await ledger.issues()).slice(0, MOST);
  return await Promise.all(
    issues.map(async (issue) => ({ issue, picture: (await pictures.ask(issue, patience)).picture })),
  );
}

/** The changes of all issues, those of the latest day first, those of no day last. */
export function latestTurns(known: readonly KnownIssue[], most: number): TurnOn[] {
  return known
    .flatMap(({ issue, picture }) => (picture?.turns ?? []).map((turn) => ({ issue, turn })))
    .toSorted((a, b) => (b.turn.after.day?.at ?? 0) - (a.turn.after.day?.at ?? 0))
    .slice(0, most);
}

/** Where an actor stands on each issue by what it says itself or others say for it, the latest first. */
export function standingsOf(actor: string, known: readonly KnownIssue[]): Standing[] {
  const own = known.flatMap(({ issue, picture }) => {
    const told = (picture?.told ?? []).filter(
      ({ position }) => position.who === actor || position.forWho === actor,
    );
    const last = told.at(-1);
    if (last === undefined) return [];
    const holder = holderOf(last.position);
    const turn = picture?.turns.findLast(({ after }) => holderOf(after.position) === holder);
    const { stance } = last.position;
    const was = turn?.change.to === stance ? turn.change.from : null;
    return [{ issue, holder, stance, was, last, statements: told.length }];
  });
  return own.toSorted((a, b) => (b.last.day?.at ?? 0) - (a.last.day?.at ?? 0));
}
