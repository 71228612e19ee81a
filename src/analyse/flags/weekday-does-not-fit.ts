import { type Day, parseWhen, type Time, weekdayOf, writeDay } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import { type FlagRule, flagAt } from './flag.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'u');
/** What may stand between a weekday and the date that it goes with: "Friday (May 12)", "May 12, a Friday". */
const BESIDE = /^(?:, | \(|, an? | \u2013 )$/u;

/**
 * A weekday beside a date on which it does not fall: within one expression ("Saturday, April 13") or in two side by side
 * ("tomorrow, Friday"). Where the year is not given nor known from the day of publication, nothing can be said.
 */
export const weekdayDoesNotFit: FlagRule = ({ report, times }) =>
  times.flatMap((time, index) => {
    const beside = times[index + 1];
    const pair = own(time) ?? (beside === undefined ? null : together(time, beside, report.text));
    if (pair === null) return [];
    const falls = WEEKDAYS[weekdayOf(pair.day) - 1] ?? '';
    if (falls === pair.weekday) return [];
    return [
      flagAt(report, 'weekday-does-not-fit', {
        at: [pair.range],
        message: `${writeDay(pair.day)} is a ${falls}, not a ${pair.weekday}.`,
      }),
    ];
  });

interface Pair {
  readonly weekday: string;
  readonly day: Day;
  readonly range: Range;
}

/** An expression that has both. */
function own({ span, value, by }: Time): Pair | null {
  const weekday = WEEKDAY.exec(span.text)?.[0];
  const day = parseWhen(value);
  return weekday === undefined || day?.kind !== 'day' || !by.startsWith('date')
    ? null
    : { weekday, day, range: span };
}

/** Two expressions side by side, of which one is a weekday alone. */
function together(one: Time, other: Time, text: string): Pair | null {
  if (!BESIDE.test(text.slice(one.span.end, other.span.start))) return null;
  const [named, dated] = WEEKDAYS.includes(one.span.text) ? [one, other] : [other, one];
  const day = parseWhen(dated.value);
  if (!WEEKDAYS.includes(named.span.text) || WEEKDAY.test(dated.span.text) || day?.kind !== 'day')
    return null;
  return { weekday: named.span.text, day, range: { start: one.span.start, end: other.span.end } };
}
