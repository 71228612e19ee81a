import { extentOf, type Report, type Statement, statementIdAt } from '../../record/index.ts';
import { overlapping, type Range, spanOf } from '../../text/index.ts';
import type { Quotation } from '../quotations/index.ts';
import type { Attribution } from '../tag/index.ts';
import { actOf, isNegated } from './act.ts';
import type { Found } from './found.ts';
import { kindOf } from './kind.ts';
import { type AttributionWords, modeOf } from './mode.ts';
import { inPieces } from './pieces.ts';

/** What was found in a text, and how it is to be read. */
export interface Findings {
  readonly attributions: readonly Found[];
  readonly quotations: readonly Quotation[];
  /** Statements of the same report that have their ids already. */
  readonly before?: readonly Statement[];
  /** The statement that an attribution stands in. */
  readonly within?: (attribution: Attribution) => Statement['id'] | null;
}

/**
 * Takes what the tagger found. Gives statements in the order of the text, with the fields that no stage fills yet at the
 * empty value that the contract allows. Does not resolve who speaks: that is the stage of the actors.
 */
export function toStatements(
  report: Pick<Report, 'id' | 'text' | 'blocks'>,
  { attributions, quotations, before = [], within = () => null }: Findings,
  words: AttributionWords,
): Statement[] {
  const spans = (ranges: readonly Range[]) => ranges.map((range) => spanOf(report.text, range));
  const texts = (ranges: readonly Range[]) => ranges.map(({ start, end }) => report.text.slice(start, end));
  const outermost = quotations.filter(({ level }) => level === 0);
  const idOf = idsOf(report.id, before);
  const whole = attributions
    .map((attribution) => ({
      ...attribution,
      content: attribution.content.flatMap((piece) => inBlocks(piece, report.blocks)),
    }))
    .map((attribution) => inPieces(report.text, attribution))
    .filter(({ content }) => content.length > 0);
  return inOrderOfText(whole).map((attribution) => {
    const { cue, source, content, confidence, turn, by: found = [] } = attribution;
    const kind = turn === true ? 'direct' : kindOf(report.text, content, outermost);
    const { mode, name } = modeOf(
      { source: texts(source), cue: texts(cue), quoted: kind === 'direct' },
      words,
    );
    const { act, by } = actOf({ cue: texts(cue), content: texts(content), mode }, words);
    return {
      id: idOf(attribution),
      mode,
      kind,
      act,
      negated: isNegated(texts(cue), texts(source)),
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
      refers: null,
      speaker: { kind: 'unknown', why: 'no stage yet', others: [] },
      to: [],
      venue: null,
      doubt: null,
      chain: [],
      said: null,
      within: within(attribution),
      event: null,
      rules: { found: [...found], mode: name, act: by },
      confidence,
    };
  });
}

/** A quotation over several blocks has a piece in each. */
function inBlocks({ start, end }: Range, blocks: readonly Range[]): Range[] {
  return overlapping(blocks, { start, end }).map((block) => ({
    start: Math.max(start, block.start),
    end: Math.min(end, block.end),
  }));
}

/** Numbers statements of one extent, so that no two have the same id. */
function idsOf(
  report: Report['id'],
  before: readonly Statement[],
): (attribution: Attribution) => Statement['id'] {
  const seen = new Map<string, number>();
  const count = (extent: Range): number => {
    const key = `${extent.start}-${extent.end}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth;
  };
  for (const statement of before) count(extentOf(statement));
  return (attribution) => {
    const extent = extentOf(attribution);
    return statementIdAt(report, extent, count(extent));
  };
}

type Roles = Parameters<typeof extentOf>[0];

/** By where they begin, an enclosing one before the one in it: of two that begin and end together, that with more content. */
export function inOrderOfText<Item extends Roles>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, ...extentOf(item), said: lengthOf(item.content) }))
    .sort((a, b) => a.start - b.start || b.end - a.end || b.said - a.said)
    .map(({ item }) => item);
}

const lengthOf = (ranges: readonly Range[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
