import type { Flag } from '../../record/index.ts';
import type { Draft, FlagRule } from './flag.ts';
import { headlineNamesAnotherSpeaker } from './headline-names-another-speaker.ts';
import { numberDiffersFromHeadline } from './number-differs-from-headline.ts';
import { quotationWithoutSpeaker } from './quotation-without-speaker.ts';
import { unbalancedQuotationMark } from './unbalanced-quotation-mark.ts';
import { unnamedSourcesOnly } from './unnamed-sources-only.ts';
import { weekdayDoesNotFit } from './weekday-does-not-fit.ts';

/** One rule a kind; each is silent where the text gives it nothing to compare. */
const RULES: readonly FlagRule[] = [
  headlineNamesAnotherSpeaker,
  quotationWithoutSpeaker,
  unbalancedQuotationMark,
  weekdayDoesNotFit,
  numberDiffersFromHeadline,
  unnamedSourcesOnly,
];

/** Takes a report with its statements and actors. Gives what an editor should look at, in the order of the text. */
export function flagsOf(draft: Draft): Flag[] {
  return RULES.flatMap((rule) => rule(draft)).toSorted(
    (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  );
}
