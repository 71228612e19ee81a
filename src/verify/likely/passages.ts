import { permalinkOf, type Report, type Statement } from '../../record/index.ts';
import { overlaps, type Span, spanOf } from '../../text/index.ts';
import { recordedAt, sentencesOf } from '../whole.ts';

/** A report that may say the same, with what it has on record. */
export interface Known {
  readonly report: Report;
  readonly statements: readonly Statement[];
  readonly added: string | null;
}

/** A block of a report, or a sentence of a longer one: what is compared with the words that are asked for. */
export interface Passage extends Known {
  readonly span: Span;
}

/** A block is compared whole up to so many characters. */
const LONGEST = 400;

export function passagesOf(known: Known): Passage[] {
  const { report } = known;
  const told = report.blocks.filter(({ kind }) => kind !== 'headline');
  const blocks = told.length > 0 ? told : report.blocks;
  return blocks
    .flatMap((block) => (block.end - block.start > LONGEST ? sentencesOf(report.text, block) : [block]))
    .map((range) => ({ ...known, span: spanOf(report.text, range) }));
}

/** The statement of most words that the passage renders, if any. */
export function statementIn({ span, statements }: Passage): Statement | null {
  const length = ({ content }: Statement) => content.reduce((sum, { start, end }) => sum + end - start, 0);
  const [longest] = statements
    .filter(({ content }) => content.some((piece) => overlaps(piece, span)))
    .toSorted((a, b) => length(b) - length(a));
  return longest ?? null;
}

export const permalinkTo = ({ report, statements, span }: Passage): string =>
  permalinkOf(report.id, recordedAt(report, span, statements));
