import { type FlagRule, flagAt } from './flag.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DATE = new RegExp(
  `\\b(?<weekday>${WEEKDAYS.join('|')})(?:, |,? (?:the )?)(?:(?<month>${MONTHS.join('|')}) (?<day>\\d{1,2})(?:st|nd|rd|th)?|(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month2>${MONTHS.join('|')}))(?:,? (?<year>\\d{4}))?`,
  'gu',
);
const DAY = 86_400_000;
/** Without a year a date is the one next to publication, either way. */
const YEARS = [-1, 0, 1];

/** A weekday beside a date on which it does not fall; without a year and a day of publication nothing can be said. */
export const weekdayDoesNotFit: FlagRule = ({ report }) =>
  [...report.text.matchAll(DATE)].flatMap((match) => {
    const { weekday = '', month, month2, day, day2, year } = match.groups ?? {};
    const date = dateOf(MONTHS.indexOf(month ?? month2 ?? ''), Number(day ?? day2), {
      year,
      published: report.published,
    });
    if (date === null || WEEKDAYS[date.getUTCDay()] === weekday) return [];
    return [
      flagAt(report, 'weekday-does-not-fit', {
        at: [{ start: match.index, end: match.index + match[0].length }],
        message: `${date.toISOString().slice(0, 10)} is a ${WEEKDAYS[date.getUTCDay()]}, not a ${weekday}.`,
      }),
    ];
  });

function dateOf(
  month: number,
  day: number,
  { year, published }: { year: string | undefined; published: string | null },
): Date | null {
  const near = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  if (year !== undefined) return valid(Number(year), month, day);
  if (near === null) return null;
  const then = Date.parse(near[0]);
  const possible = YEARS.flatMap((more) => valid(Number(near[1]) + more, month, day) ?? []);
  return possible.toSorted((a, b) => Math.abs(a.getTime() - then) - Math.abs(b.getTime() - then))[0] ?? null;
}

function valid(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month, 1) + (day - 1) * DAY);
  return day >= 1 && date.getUTCMonth() === month ? date : null;
}
