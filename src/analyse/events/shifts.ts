import { interval, type When } from '../../record/index.ts';
import { movedAlike } from '../time/moves.ts';
import { numberOf } from '../time/words.ts';
import type { Clauses } from './clause.ts';
import type { VerbGroup } from './verb-groups.ts';

const SHIFT =
  /(?<![\d.,])\b(?:by )?(?<number>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?<unit>day|week|fortnight|month|year)s?\b/i;

/** "put back by a week": what that makes of a date. */
export function shiftOf(tokens: Clauses['tokens'], group: VerbGroup): ((when: When) => When | null) | null {
  const words = tokens
    .slice(group.last, group.last + 8)
    .map(({ form }) => form)
    .join(' ');
  const { number, unit } = SHIFT.exec(words)?.groups ?? {};
  const count = number === undefined ? null : numberOf(number);
  if (count === null || unit === undefined) return null;
  const sign = /\bforward\b|\bearlier\b/.test(words) ? -1 : 1;
  const shifted = (end: Exclude<When, { kind: 'interval' }>) => movedAlike(end, unit, sign * count);
  return (when) =>
    when.kind === 'interval'
      ? interval(when.from && shifted(when.from), when.to && shifted(when.to))
      : shifted(when);
}

const LATER =
  /(?<![\d.,])\b(?<number>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?<unit>day|week|fortnight|month|year)s? (?<side>later|earlier|sooner) than (?:first |originally |initially |previously |had been |was |it was )?(?:planned|scheduled|agreed|expected|announced|intended|promised|hoped|due)\b/i;

/** "a day later than planned": the day that was planned. */
export function laterThanPlanned(clauses: Clauses, group: VerbGroup, when: When | null): When | null {
  if (when?.kind !== 'day') return null;
  const words = clauses.tokens
    .slice(group.last)
    .map(({ form }) => form)
    .join(' ');
  const { number, unit, side } = LATER.exec(words)?.groups ?? {};
  const count = number === undefined ? null : numberOf(number);
  if (count === null || unit === undefined) return null;
  return movedAlike(when, unit, side === 'later' ? -count : count);
}
