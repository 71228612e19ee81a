import type { Cursor } from './cursor.ts';

/** A list that a ledger gives in parts, whose lines have names by which they are known again. */
export interface List<Line, Found extends Lines<Line> = Lines<Line>> {
  readonly ask: (part: { limit: number; offset: number }) => Promise<Found>;
  /** Null where lines have none: then the list goes on by their number alone. */
  readonly nameOf: (line: Line) => string | null;
}

/** Some lines, and whatever is told with them. */
export interface Lines<Line> {
  readonly lines: readonly Line[];
}

/** So far from its former place a line is looked for, and so many lines are asked for at once. */
const FARTHEST = 5_000;
const AT_ONCE = 500;

/**
 * How many lines of a list stand up to the one that a cursor names, also where others came before it or went meanwhile; so
 * nothing is told twice, and nothing is left out. Null where the line is not near its former place any more.
 */
export async function placeBehind<Line>(
  { ask, nameOf }: List<Line>,
  { offset, behind }: Cursor,
): Promise<number | null> {
  if (behind === null || offset === 0) return offset;
  const placeIn = async (from: number, to: number): Promise<number | null> => {
    const { lines } = to > from ? await ask({ offset: from, limit: to - from }) : { lines: [] };
    const at = lines.findIndex((line) => nameOf(line) === behind);
    return at === -1 ? null : from + at + 1;
  };
  const still = await placeIn(offset - 1, offset);
  if (still !== null) return still;
  for (let away = 0; away < FARTHEST; away += AT_ONCE) {
    const later = await placeIn(offset + away, offset + away + AT_ONCE);
    if (later !== null) return later;
    const end = offset - 1 - away;
    const earlier = await placeIn(Math.max(0, end - AT_ONCE), end);
    if (earlier !== null) return earlier;
  }
  return null;
}
