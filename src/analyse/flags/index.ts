import type { Flag } from '../../record/index.ts';
import type { NamedRule } from '../named-rule.ts';
import type { Draft, FlagRule } from './flag.ts';
import { headlineNamesAnotherSpeaker } from './headline-names-another-speaker.ts';
import { numberDiffersFromHeadline } from './number-differs-from-headline.ts';
import { quotationWithoutSpeaker } from './quotation-without-speaker.ts';
import { unbalancedQuotationMark } from './unbalanced-quotation-mark.ts';
import { unnamedSourcesOnly } from './unnamed-sources-only.ts';
import { weekdayDoesNotFit } from './weekday-does-not-fit.ts';

/** One rule a kind; each is silent where the text gives it nothing to compare. */
export const FLAG_RULES: readonly (NamedRule & { readonly name: Flag['kind']; readonly rule: FlagRule })[] = [
  {
    name: 'headline-names-another-speaker',
    example:
      'Ferry is unsafe, says Nora Pym\n\nEdda Bream said that the ferry was unsafe.\n\nShe said that Nora Pym had seen it.',
    rule: headlineNamesAnotherSpeaker,
  },
  {
    name: 'quotation-without-speaker',
    example: 'Long queues formed on the pier. “It is chaos out here on the bridge.” The rain went on.',
    rule: quotationWithoutSpeaker,
  },
  {
    name: 'unbalanced-quotation-mark',
    example: '“The bridge is unsafe, Edda Bream said.\n\nThe rain went on.\n\nIt was late.',
    rule: unbalancedQuotationMark,
  },
  {
    name: 'weekday-does-not-fit',
    example: 'The race is on Monday, May 2, 2031.',
    rule: weekdayDoesNotFit,
  },
  {
    name: 'number-differs-from-headline',
    example: 'Ferry fares up 12 per cent\n\nFerry fares rose by 14 per cent. The mayor said so.',
    rule: numberDiffersFromHeadline,
  },
  {
    name: 'unnamed-sources-only',
    example:
      'An official said that the bridge was unsafe. A diplomat said that it was old. A source said that it was shut.',
    rule: unnamedSourcesOnly,
  },
];

/** Takes a report with its statements and actors. Gives what an editor should look at, in the order of the text. */
export function flagsOf(draft: Draft): Flag[] {
  return FLAG_RULES.flatMap(({ rule }) => rule(draft)).toSorted(
    (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  );
}
