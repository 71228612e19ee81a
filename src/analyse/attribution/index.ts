import { extentOf, type Report, type Statement, statementIdAt } from '../../record/index.ts';
import { type Range, spanOf } from '../../text/index.ts';
import type { Quotation } from '../quotations/index.ts';
import type { Attribution } from '../tag/index.ts';
import { kindOf } from './kind.ts';

/**
 * Takes what the tagger found. Gives statements in that order, with the fields that no stage fills yet at the
 * empty value that the contract allows. Does not resolve who speaks: that is the stage of the actors.
 */
export function toStatements(
  report: Pick<Report, 'id' | 'text'>,
  attributions: readonly Attribution[],
  quotations: readonly Quotation[],
): Statement[] {
  const spans = (ranges: readonly Range[]) => ranges.map((range) => spanOf(report.text, range));
  const outermost = quotations.filter(({ level }) => level === 0);
  const idOf = idsOf(report.id);
  return attributions.map((attribution) => {
    const { cue, source, content, mode, confidence } = attribution;
    return {
      id: idOf(attribution),
      mode,
      kind: kindOf(report.text, content, outermost),
      act: mode === 'held' ? 'believe' : 'say',
      negated: false,
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
      within: null,
      event: null,
      confidence,
    };
  });
}

/** Numbers statements of one extent, so that no two have the same id. */
function idsOf(report: Report['id']): (attribution: Attribution) => Statement['id'] {
  const seen = new Map<string, number>();
  return (attribution) => {
    const extent = extentOf(attribution);
    const key = `${extent.start}-${extent.end}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return statementIdAt(report, extent, nth);
  };
}
