import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Report, type Statement, statementId } from '../../record/index.ts';
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
  return attributions.map(({ cue, source, content, mode, confidence }) => ({
    id: idOf(report.id, [source, cue, content]),
    mode,
    kind: kindOf(report.text, content, quotations),
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
  }));
}

/** The same spans of the same report give the same id, on every machine and in every run. */
function idOf(report: Report['id'], roles: readonly (readonly Range[])[]): Statement['id'] {
  const place = roles.map((ranges) => ranges.map(({ start, end }) => `${start}-${end}`).join(',')).join(';');
  return statementId.parse(`statement:${bytesToHex(sha256(utf8ToBytes(`${report} ${place}`))).slice(0, 16)}`);
}
