import { InvalidArgumentError, Option } from 'commander';
import { daysOf } from '../record/index.ts';

/** `--when`: a day, month, year, season, ISO week or FROM/TO, as the first and last day of it. */
export function period(what: string): Option {
  return new Option('--when <date>', what).argParser((text) => {
    const [first = '', last = ''] = daysOf(text.trim()) ?? [];
    if (first === '' || (first !== '..' && last !== '..' && first > last))
      throw new InvalidArgumentError(
        'expected a date such as 2031-05-12, 2031-05, 2031 or 2031-05-12/2031-06-30.',
      );
    return { first: first === '..' ? '0000-01-01' : first, last: last === '..' ? '9999-12-31' : last };
  });
}
