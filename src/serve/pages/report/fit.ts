/** What stands in a row of a report's page: a block of so many characters, and what is beside it, of so many lines each. */
export interface RowSize {
  readonly kind: string;
  readonly characters: number;
  readonly flags: readonly number[];
  readonly notes: readonly number[];
}

/**
 * Which flags and notes of a row are shown whole; how many notes fit at all, folded to a line each; and whether they reach
 * below their block.
 */
export interface Fit {
  readonly flags: readonly boolean[];
  readonly notes: readonly boolean[];
  readonly shown: number;
  readonly hangs: boolean;
}

/** Sizes in CSS pixels, as report.css sets them: characters that fit a line, the height of a line, the room below. */
interface Setting {
  readonly line: number;
  readonly height: number;
  readonly below: number;
}
const TEXT: Setting = { line: 62, height: 30.8, below: 18.4 };
const SETTINGS: Readonly<Record<string, Setting>> = {
  headline: { line: 26, height: 47, below: 25 },
  subhead: { line: 48, height: 26, below: 29 },
};
const LINE = 18.5;
const FOLDED = 24;
const GAP = 10;
const ABOVE = 6;

const heightOf = ({ kind, characters }: RowSize): number => {
  const { line, height, below } = SETTINGS[kind] ?? TEXT;
  return Math.ceil(Math.max(1, characters) / line) * height + below;
};

/**
 * Takes the rows of a report from top to bottom. Gives how the notes of each fit beside its block and the blocks below it
 * that have none, so that no note pushes the text apart: what does not fit is folded, the last one first.
 */
export function fitNotes(rows: readonly RowSize[]): Fit[] {
  let below = 0;
  return rows
    .toReversed()
    .map((row) => {
      const own = heightOf(row);
      const room = own + below;
      below = row.notes.length + row.flags.length === 0 ? room : 0;
      return fitOf(row, own, room);
    })
    .toReversed();
}

function fitOf({ notes, flags }: RowSize, own: number, room: number): Fit {
  const lines = [...flags, ...notes];
  const whole = lines.map(() => true);
  const height = () =>
    lines.reduce(
      (sum, count, at) => sum + (whole[at] === true ? count * LINE + GAP : FOLDED),
      whole.at(-1) === true ? ABOVE - GAP : ABOVE,
    );
  for (let last = lines.length - 1; last >= 0 && height() > room; last--) whole[last] = false;
  const places = Math.floor((room - ABOVE) / FOLDED) - flags.length;
  const isTight = height() > room;
  return {
    flags: whole.slice(0, flags.length),
    notes: whole.slice(flags.length),
    // What is too much is behind a line of its own.
    shown: isTight ? Math.max(1, places - 1) : notes.length,
    hangs: !isTight && height() > own,
  };
}
