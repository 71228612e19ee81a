import { type FlagRule, flagAt } from './flag.ts';

const DOUBLE = /^["“„«]/;

/** A double mark that nothing closes, in its paragraph or the next. Single marks are apostrophes too often. */
export const unbalancedQuotationMark: FlagRule = ({ report, quotations }) =>
  quotations
    .filter(({ start, closing }) => closing === 'unbalanced' && DOUBLE.test(report.text.charAt(start)))
    .map(({ start }) =>
      flagAt(report, 'unbalanced-quotation-mark', {
        at: [{ start, end: start + 1 }],
        message: 'This quotation mark opens and is never closed.',
      }),
    );
