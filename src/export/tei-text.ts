import type { Block, Report, Statement } from '../record/index.ts';
import type { Range } from '../text/index.ts';
import { element, startOf, xml } from './xml.ts';

/** Words of somebody, as an element around them: where they stand, and its attributes. */
export interface Said extends Range {
  readonly attributes: Readonly<Record<string, string | null>>;
}

/** The body of a report, block by block, with an anchor at each place and the words that are said in elements. */
export function teiBody(report: Report, said: readonly Said[], anchors: ReadonlyMap<number, string>): string {
  const isHead = report.blocks.length > 1 && report.blocks[0]?.kind === 'headline';
  const blocks = report.blocks.map((block, at) => {
    const own = said.filter(({ start, end }) => block.start <= start && end <= block.end);
    const within = blockWords(report.text, block, { said: nested(own), anchors });
    if (at === 0 && isHead) return element('head', {}, within);
    return block.kind === 'paragraph'
      ? element('p', {}, within)
      : element('ab', { type: block.kind }, within);
  });
  return element('body', {}, blocks.length === 0 ? '<p/>' : `\n${blocks.join('\n')}\n`);
}

/** Those of some ranges of which none crosses another, the outer before the inner; an element can hold no others. */
export function nested<One extends Range>(ranges: readonly One[]): One[] {
  const kept: One[] = [];
  const open: One[] = [];
  for (const one of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= one.start) open.pop();
    if (one.end > (open.at(-1)?.end ?? Number.POSITIVE_INFINITY)) continue;
    kept.push(one);
    open.push(one);
  }
  return kept;
}

/** The words of a block. At each place first ends what ends there, then come the anchor and what begins there. */
function blockWords(
  text: string,
  block: Block,
  { said, anchors }: { said: readonly Said[]; anchors: ReadonlyMap<number, string> },
): string {
  const places = [...said.flatMap(({ start, end }) => [start, end]), ...anchors.keys()];
  const own = places.filter((place) => block.start <= place && place <= block.end);
  let written = '';
  let done = block.start;
  for (const place of [...new Set(own)].toSorted((a, b) => a - b)) {
    written += xml(text.slice(done, place));
    written += '</said>'.repeat(said.filter(({ end }) => end === place).length);
    const id = anchors.get(place);
    if (id !== undefined) written += element('anchor', { 'xml:id': id }, '');
    for (const one of said) if (one.start === place) written += startOf('said', one.attributes);
    done = place;
  }
  return written + xml(text.slice(done, block.end));
}

/** The pieces of a statement, in their sorts. */
export const PIECES = ['source', 'cue', 'content'] as const satisfies (keyof Statement)[];

/** The places where pieces of statements begin and end, each with its name. An edge between two blocks has none. */
export function anchorsOf(
  { blocks }: Report,
  statements: readonly Statement[],
  name: string,
): ReadonlyMap<number, string> {
  const edges = statements.flatMap((one) =>
    PIECES.flatMap((sort) => one[sort].flatMap(({ start, end }) => [start, end])),
  );
  const places = [...new Set(edges)].toSorted((a, b) => a - b);
  const isWithin = (place: number) => blocks.some(({ start, end }) => start <= place && place <= end);
  return new Map(places.filter(isWithin).map((place) => [place, `${name}.at${place}`]));
}
