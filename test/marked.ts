import type { Range } from '../src/text/index.ts';

/** A text with ranges marked in it: `<s>The mayor</s> <c>warned</c> <k>that …</k>` gives the text and a range for each mark. */
export interface Marked {
  readonly text: string;
  readonly ranges: ReadonlyMap<string, readonly Range[]>;
}

/** Reads marks of any name; they may nest and repeat. An unclosed mark is an error of the case. */
export function readMarks(marked: string): Marked {
  const ranges = new Map<string, Range[]>();
  const open: { name: string; start: number }[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/<(\/?)([a-z]+\d*)>/g)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const [, closing, name = ''] = match;
    if (closing === '') open.push({ name, start: text.length });
    else {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`expected </${last?.name}>, found </${name}> in: ${marked}`);
      ranges.set(name, [...(ranges.get(name) ?? []), { start: last.start, end: text.length }]);
    }
  }
  if (open.length > 0) throw new Error(`expected </${open.at(-1)?.name}>, found the end of: ${marked}`);
  return { text: text + marked.slice(from), ranges };
}

/** The text with a mark around each range: how a failing case shows what was found. */
export function writeMarks(text: string, ranges: ReadonlyMap<string, readonly Range[]>): string {
  const edges: { at: number; order: number; mark: string }[] = [];
  for (const [name, all] of ranges)
    for (const { start, end } of all) {
      edges.push({ at: start, order: -end, mark: `<${name}>` });
      edges.push({ at: end, order: -Number.MAX_SAFE_INTEGER - start, mark: `</${name}>` });
    }
  edges.sort((a, b) => a.at - b.at || a.order - b.order);
  let written = '';
  let from = 0;
  for (const { at, mark } of edges) {
    written += text.slice(from, at) + mark;
    from = at;
  }
  return written + text.slice(from);
}
