import type { Actor, Statement } from '../../record/index.ts';
import { fold } from '../../text/index.ts';

/**
 * Below this a statement is shown as one that is perhaps none. Of those that are at least as sure, nine in ten are right by
 * the evaluation (`linkedPrecisionAt65` in evals/reports).
 */
const LEAST_SURE = 0.65;

/** Whether the tagger is not sure that this is a statement at all. */
export const isUnsure = ({ confidence }: Pick<Statement, 'confidence'>): boolean => confidence < LEAST_SURE;

/** Whether the text itself does not say whose words these are: a rule found it, or nobody knows. */
export const isInferred = ({ speaker }: Pick<Statement, 'speaker'>): boolean =>
  speaker.kind === 'unknown' || speaker.how === 'inferred';

/** How the speaker is known, in plain words: `stated`, `by surname`, `inferred from “she”`. */
export function sureWords(
  { speaker, source }: Pick<Statement, 'speaker' | 'source'>,
  actor?: Actor['kind'],
): string {
  const words = source.map(({ text }) => text).join(' … ');
  if (speaker.kind === 'unknown') return 'speaker not known';
  if (speaker.how === 'decided') return 'decided';
  if (speaker.how === 'inferred')
    return words === '' ? 'inferred from the words around' : `inferred from “${words}”`;
  if (speaker.kind === 'described') return 'described, not named';
  if (fold(words).includes(fold(speaker.name))) return 'stated';
  return actor === 'person' ? 'by surname' : 'by a part of the name';
}
