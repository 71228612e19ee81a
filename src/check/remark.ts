import { FLAG_KINDS, type Flag } from '../record/index.ts';
import type { Range } from '../text/index.ts';

/** Rules that compare a draft with the ledger. */
const RECORD_RULES = ['quotation-differs-from-record', 'quotation-not-on-record'] as const;
export const RULES = [...FLAG_KINDS, ...RECORD_RULES] as const;
export type Rule = Flag['kind'] | (typeof RECORD_RULES)[number];

/** What a rule found, where, in the text that it looked at. */
export interface Remark {
  readonly rule: Rule;
  readonly at: Range;
  readonly message: string;
}
