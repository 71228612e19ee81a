/** What stands in a row of a report's page: a block of so many characters, and beside it notes of so many lines each. */
export interface RowSize {
  readonly kind: string;
  readonly characters: number;
  /** What is always shown whole: flags. */
  readonly fixed: readonly number[];
  readonly notes: readonly number[];
}

/** Which notes of a row are shown whole; how many fit at all, folded to a line each; and whether they reach below their block. */
export interface Fit {
  readonly whole: readonly boolean[];
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
 * that have none, so that no note pushes the text apart: what does not fit is folded, the last note first.
 */
export function fitNotes(rows: readonly RowSize[]): Fit[] {
  const isEmpty = (row: RowSize | undefined) =>
    row !== undefined && row.notes.length + row.fixed.length === 0;
  return rows.map((row, index) => {
    const own = heightOf(row);
    let room = own;
    for (let next = index + 1; isEmpty(rows[next]); next++) room += heightOf(rows[next] as RowSize);
    return fitOf(row, own, room);
  });
}

function fitOf({ notes, fixed }: RowSize, own: number, room: number): Fit {
  const taken = ABOVE + fixed.reduce((sum, lines) => sum + lines * LINE + GAP, 0);
  const whole = notes.map(() => true);
  const heights = () =>
    notes
      .map((lines, at) => (whole[at] === true ? lines * LINE + GAP : FOLDED))
      .reduce((a, b) => a + b, taken);
  for (let last = notes.length - 1; last >= 0 && heights() > room; last--) whole[last] = false;
  const lines = Math.max(0, Math.floor((room - taken) / FOLDED));
  // A single note too many takes no more room than the line that tells of it.
  const shown = heights() <= room || notes.length <= lines + 1 ? notes.length : Math.max(1, lines - 1);
  return { whole, shown, hangs: heights() > own };
}
