import type { Range } from '../text/index.ts';

/** A place in a file: lines and columns count from 1, columns in UTF-16 code units. */
export interface Placed {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Gives the place of each range of a text. */
export function placing(text: string): (range: Range) => Placed {
  const starts = lineStarts(text);
  return ({ start, end }) => {
    const [from, to] = [placeOf(starts, start), placeOf(starts, end)];
    return { ...from, endLine: to.line, endColumn: to.column };
  };
}

/** Gives the range of each place in a text: what `placing` does, the other way. */
export function ranging(text: string): (placed: Placed) => Range {
  const starts = lineStarts(text);
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return ({ line, column, endLine, endColumn }) => ({
    start: offset(line, column),
    end: offset(endLine, endColumn),
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = starts.findLastIndex((start) => start <= offset) + 1;
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}
