import { parseWhen } from './parse.ts';
import { daysOf } from './when.ts';
import { writeDay } from './write.ts';

/** What somebody asks for, a date in EDTF, as its first and last day; open ends reach as far as dates go. Null where it is no date. */
export function periodOf(asked: string): { first: string; last: string } | null {
  const when = parseWhen(asked.trim());
  const days = when === null ? null : daysOf(when);
  if (days === null) return null;
  const { first, last } = days;
  return {
    first: first === null ? '0001-01-01' : writeDay(first),
    last: last === null ? '9999-12-31' : writeDay(last),
  };
}
