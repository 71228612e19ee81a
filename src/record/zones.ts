import { type Day, nthWeekday, yearOf } from './calendar.ts';

/** Zones that reports name, in minutes east of UTC. */
const FIXED: Readonly<Record<string, number>> = {
  GMT: 0,
  UTC: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  'Moscow time': 180,
  'Kyiv time': 120,
  IST: 330,
  JST: 540,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
/** American zones that say nothing of summer: the date tells. */
const BY_SEASON: Readonly<Record<string, number>> = { ET: -300, CT: -360, MT: -420, PT: -480 };

export const ZONE = `(?:${[...Object.keys(FIXED), ...Object.keys(BY_SEASON)].toSorted((a, b) => b.length - a.length).join('|')})\\b`;

/** The offset of a zone as ISO 8601 writes it; empty where it hangs on a date that is not known. "Kyiv time" too moves in summer. */
export function offsetOf(zone: string, day: Day | null): string {
  const own = BY_SEASON[zone];
  if (own !== undefined) return day === null ? '' : written(own + (isAmericanSummer(day) ? 60 : 0));
  if (zone === 'Kyiv time') return day === null ? '' : written(isEuropeanSummer(day) ? 180 : 120);
  return written(FIXED[zone] ?? 0);
}

function written(minutes: number): string {
  if (minutes === 0) return 'Z';
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** From the second Sunday of March to the first of November, as since 2007. */
function isAmericanSummer(day: Day): boolean {
  const year = yearOf(day);
  return day >= nthWeekday(year, 3, 7, 2) && day < nthWeekday(year, 11, 7, 1);
}

/** From the last Sunday of March to the last of October. */
function isEuropeanSummer(day: Day): boolean {
  const year = yearOf(day);
  return day >= nthWeekday(year, 3, 7, -1) && day < nthWeekday(year, 10, 7, -1);
}
