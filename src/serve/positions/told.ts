import type { FoundStatement, Ledger } from '../../ledger/index.ts';
import {
  type Day,
  daysOf,
  type Issue,
  type Position,
  type PositionChange,
  parseWhen,
  type Report,
} from '../../record/index.ts';

/** Who stands where on an issue, in the order of publication, and where that changed. */
export interface Positions {
  readonly positions: readonly Position[];
  readonly changes: readonly PositionChange[];
}

/** Finds positions, which may take seconds. Handed in, since it is no work of a page. */
export type FindPositions = (issue: Issue) => Promise<Positions>;

/** A position with what a page tells of its statement. */
export interface Told {
  readonly position: Position;
  readonly statement: FoundStatement['statement'];
  readonly report: Pick<Report, 'id' | 'outlet' | 'published' | 'headline' | 'url'>;
  /** When its report was added. */
  readonly added: string;
  /** The day on which it was said, or that of publication where none is told; null where neither is known. */
  readonly day: Day | null;
}

/** A change of position with the two that show it; the former one is null where its statement is gone. */
export interface Turn {
  readonly change: PositionChange;
  readonly before: Told | null;
  readonly after: Told;
}

/** All that is told of an issue, in the order of days, those of no day first. */
export interface Picture {
  readonly told: readonly Told[];
  readonly turns: readonly Turn[];
}

/** Reads the statements that show positions; one that is gone meanwhile is left out. */
export async function pictureOf(
  { positions, changes }: Positions,
  ledger: Pick<Ledger, 'statement'>,
): Promise<Picture> {
  const told: Told[] = [];
  for (const position of positions) {
    const found = await ledger.statement(position.statement);
    if (found !== null) told.push(toldBy(position, found));
  }
  const by = new Map(told.map((one) => [one.position.statement, one]));
  const turns = changes.flatMap((change) => {
    const after = by.get(change.after);
    return after === undefined ? [] : { change, before: by.get(change.before) ?? null, after };
  });
  return { told: told.toSorted(inDays), turns: turns.toSorted((a, b) => inDays(a.after, b.after)) };
}

function toldBy(
  position: Position,
  { statement, report: { id, outlet, published, headline, url }, added }: FoundStatement,
): Told {
  const day = dayOf(statement.said?.value ?? null) ?? dayOf(published);
  return { position, statement, report: { id, outlet, published, headline, url }, added, day };
}

/** The one day that a date lies in; null for what is longer, open or not known. */
function dayOf(value: string | null): Day | null {
  const when = parseWhen(value);
  const { first = null, last = null } = (when && daysOf(when)) ?? {};
  return first !== null && first.at === last?.at ? first : null;
}

const inDays = (a: Told, b: Told): number => (a.day?.at ?? 0) - (b.day?.at ?? 0);
