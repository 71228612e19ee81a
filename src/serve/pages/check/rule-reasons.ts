import type { Rule } from '../../../check/index.ts';
import type { LinkedFlag } from '../../../record/index.ts';

/** Why an editor should look at what each rule finds, in a sentence or two; `docs/flags/` has each at length. */
export const RULE_REASONS: Readonly<Record<Rule | LinkedFlag['kind'], string>> = {
  'headline-names-another-speaker':
    'The headline gives words to a person to whom the text does not give them. Readers keep the headline’s name.',
  'number-differs-from-headline':
    'The headline has a number that the text does not have, where the text has another of the same unit or thing.',
  'quotation-differs-between-reports':
    'Two reports quote the same act of saying in different words. Which of them is right is not said.',
  'quotation-differs-from-record':
    'The ledger has these words otherwise: other words, another speaker, or no quotation marks around them.',
  'quotation-not-on-record':
    'No report in the ledger has these words. They may be new, or they may be nobody’s.',
  'quotation-without-speaker': 'Words in quotation marks, and the text does not say who said them.',
  'unbalanced-quotation-mark':
    'A quotation mark opens and nothing closes it in its paragraph: where the quotation ends is left to the reader.',
  'unnamed-sources-only': 'Several things are said in the text, and nobody who says them has a name.',
  'weekday-does-not-fit': 'The weekday and the date beside it are of different days.',
};
