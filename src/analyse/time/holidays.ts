import { addDays, type Day, easterOf, nthWeekday } from '../../record/index.ts';

/** The day of a holiday in a year; of the year 0 its month and day. */
export function holidayOf(name: string, year: number): Day {
  const at = (month: number, date: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const form = name.toLowerCase().replace(/[’]/g, "'");
  const easter = (days: number) => addDays(easterOf(year || 2000), days);
  if (form === 'christmas eve') return at(12, 24);
  if (form.startsWith('christmas')) return at(12, 25);
  if (form === 'boxing day') return at(12, 26);
  if (form === "new year's eve") return at(12, 31);
  if (form.includes('new year')) return at(1, 1);
  if (form === 'good friday') return easter(-2);
  if (form === 'easter monday') return easter(1);
  if (form.startsWith('easter')) return easter(0);
  if (form === 'ash wednesday') return easter(-46);
  if (form === 'palm sunday') return easter(-7);
  if (form === 'pentecost') return easter(49);
  if (form.startsWith('thanksgiving')) return nthWeekday(year || 2000, 11, 4, 4);
  if (form === 'independence day') return at(7, 4);
  if (form === 'labor day') return nthWeekday(year || 2000, 9, 1, 1);
  if (form === 'memorial day') return nthWeekday(year || 2000, 5, 1, -1);
  if (form.startsWith('martin luther')) return nthWeekday(year || 2000, 1, 1, 3);
  if (form.startsWith('president')) return nthWeekday(year || 2000, 2, 1, 3);
  if (form === 'columbus day') return nthWeekday(year || 2000, 10, 1, 2);
  if (form === 'veterans day' || form === 'armistice day') return at(11, 11);
  if (form === 'halloween') return at(10, 31);
  if (form.startsWith('valentine')) return at(2, 14);
  if (form === 'may day') return at(5, 1);
  if (form === 'victory day') return at(5, 9);
  if (form === 'bastille day') return at(7, 14);
  if (form === 'epiphany') return at(1, 6);
  if (form.startsWith('all saints')) return at(11, 1);
  return at(3, 17);
}

/** What lies before the New Year ends on New Year's Eve; what lies before Easter ends on Easter. */
export const eveOf = (name: string, day: Day): Day => (/new year$/i.test(name) ? addDays(day, -1) : day);
