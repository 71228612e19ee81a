import { addDays, lengthOf, weekdayOf } from './calendar.ts';

/** The first and the last day of an EDTF value, an ISO week among them; null where a year is open or nothing is dated. */
export function daysOf(value: string): readonly [from: string, to: string] | null {
  const [one = '', other] = value.split('/');
  if (other !== undefined) {
    const [first, last] = [one === '..' ? null : daysOf(one), other === '..' ? null : daysOf(other)];
    if ((first === null && one !== '..') || (last === null && other !== '..')) return null;
    return [first?.[0] ?? '..', last?.[1] ?? '..'];
  }
  if (/^\d{4}-\d\d-\d\d/.test(value)) return [value.slice(0, 10), value.slice(0, 10)];
  const [, year = '', week = ''] = /^(\d{4})-W(\d\d)$/.exec(value) ?? [];
  if (week !== '') {
    const fourth = `${year}-01-04`;
    const monday = addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(week) - 1));
    return [monday, addDays(monday, 6)];
  }
  const [, of = '', part = ''] = /^(\d{4})-(\d\d)$/.exec(value) ?? [];
  if (Number(part) >= 1 && Number(part) <= 12)
    return [`${value}-01`, `${value}-${lengthOf(Number(of), Number(part))}`];
  if (Number(part) >= 33) {
    const month = (Number(part) - 33) * 3 + 1;
    return [`${of}-${two(month)}-01`, `${of}-${two(month + 2)}-${lengthOf(Number(of), month + 2)}`];
  }
  if (Number(part) >= 21) {
    const month = (Number(part) - 21) * 3 + 3;
    return [
      `${of}-${two(month)}-01`,
      month === 12 ? `${Number(of) + 1}-02-28` : `${of}-${two(month + 2)}-${lengthOf(Number(of), month + 2)}`,
    ];
  }
  if (/^\d{4}$/.test(value)) return [`${value}-01-01`, `${value}-12-31`];
  if (/^\d{3}X$/.test(value)) return [`${value.slice(0, 3)}0-01-01`, `${value.slice(0, 3)}9-12-31`];
  if (/^\d\dXX$/.test(value)) return [`${value.slice(0, 2)}00-01-01`, `${value.slice(0, 2)}99-12-31`];
  return null;
}

const two = (number: number) => String(number).padStart(2, '0');

/** What somebody asks for, a date in EDTF, as its first and last day; open ends reach as far as dates go. Null where it is no date. */
export function periodOf(asked: string): { first: string; last: string } | null {
  const [first = '', last = ''] = daysOf(asked.trim()) ?? [];
  if (first === '' || (first !== '..' && last !== '..' && first > last)) return null;
  return { first: first === '..' ? '0000-01-01' : first, last: last === '..' ? '9999-12-31' : last };
}
