import { LINKED_FLAG_KINDS } from './lists.ts';
import type { Difference, LinkedFlag, Utterance } from './types.ts';

const WORDS: Readonly<Record<Difference['kind'], string>> = {
  'left out': 'words left out without a mark',
  ellipsis: 'words left out behind an ellipsis',
  bracket: 'words in an editor’s brackets',
  'put in': 'words put in',
  changed: 'words changed',
  negation: 'a negation that only one has',
  number: 'another number',
  wording: 'another wording throughout',
};

/** What kind of difference there is between two quotations of the same words; neither is called the right one. */
export const differenceWords = ({ kind }: Pick<Difference, 'kind'>): string => WORDS[kind];

/** A difference of an utterance as a flag on the report that quotes otherwise than another; `outlet` is that of the other. */
export function flagOf(
  { id }: Pick<Utterance, 'id'>,
  difference: Difference,
  outlet: string | null,
): LinkedFlag {
  const { span, against } = difference;
  const [kind] = LINKED_FLAG_KINDS;
  const words = differenceWords(difference);
  return {
    kind,
    spans: [span],
    message: `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${outlet ?? 'another report'} has “${against.span.text}”.`,
    utterance: id,
    difference: difference.kind,
    against,
  };
}
