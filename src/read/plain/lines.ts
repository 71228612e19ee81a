import { type Range, trimmed } from '../../text/index.ts';

const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** The lines of `text` without the white space at their ends; an empty line has an empty range. */
export function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    lines.push(trimmed(text, { start, end: match.index }));
    start = match.index + match[0].length;
  }
  lines.push(trimmed(text, { start, end: text.length }));
  return lines;
}

/** Lines that follow each other without an empty one between them. */
export function groupsOf(lines: readonly Range[]): Range[][] {
  const groups: Range[][] = [];
  let group: Range[] = [];
  for (const line of lines) {
    if (line.end > line.start) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
