import type { Day, When } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import type { AssertionRule, Says } from './assertion-rules.ts';
import type { Dates } from './dates.ts';
import type { Mention } from './mention.ts';
import type { ReadingRule } from './reading/rules.ts';

/** What a clause says of when an event is. */
export interface Assertion {
  readonly mention: Mention;
  readonly says: Says;
  readonly by: AssertionRule | ReadingRule;
  /** Null where the clause gives no date. */
  readonly when: When | null;
  readonly span: Range;
  readonly isHeadline: boolean;
  /** Whether the date is the event's beginning or its end. */
  readonly edge: 'begin' | 'end' | null;
}

export interface Known {
  /** The day of publication; null where it is not known. */
  readonly day: Day | null;
  /** The mention that "it" and "the date" speak of. */
  readonly focus: Mention | null;
  /** Whether what a range says is denied by whoever is reported there. */
  readonly isDenied: (range: Range) => boolean;
  readonly isConfirmed: (range: Range) => boolean;
}

/** What is handed on while a sentence's assertions are read. */
export interface Setting extends Dates {
  readonly known: Known;
}
