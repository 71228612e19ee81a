import type { Rule } from '../rule.ts';
import { DAYS } from './days.ts';
import { LENGTHS_AND_HOURS } from './lengths.ts';
import { MONTHS_AND_YEARS } from './months.ts';
import { FROM_ANOTHER_DAY } from './publication.ts';
import { WITHIN } from './within.ts';

/** What lies within a month or a week, then ranges, then single dates, then what hangs on another day, then lengths and what repeats. */
export const RULES: readonly Rule[] = [
  ...WITHIN,
  ...DAYS,
  ...MONTHS_AND_YEARS,
  ...FROM_ANOTHER_DAY,
  ...LENGTHS_AND_HOURS,
];
