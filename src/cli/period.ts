import { InvalidArgumentError, Option } from 'commander';
import { periodOf } from '../record/index.ts';

/** `--when` or another flag: a day, month, year, season, ISO week or FROM/TO, as the first and last day of it. */
export function period(what: string, flag = '--when'): Option {
  return new Option(`${flag} <date>`, what).argParser((text) => {
    const own = periodOf(text);
    if (own !== null) return own;
    throw new InvalidArgumentError(
      'expected a date such as 2031-05-12, 2031-05, 2031 or 2031-05-12/2031-06-30.',
    );
  });
}
