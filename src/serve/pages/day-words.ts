import { type Day, dateOf } from '../../record/index.ts';

const SHORT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day in a table or beside a mark: "11 Feb 2031". */
export const shortDay = (day: Day | null): string =>
  day === null ? 'date not known' : SHORT.format(dateOf(day));
