import { type Day, nthWeekday, yearOf } from './edtf/index.ts';

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

/** The Sunday of a month that a summer begins or ends with. */
interface Change {
  readonly month: number;
  readonly nth: number;
}

/** From the second Sunday of March to the first of November, as since 2007. */
const isAmericanSummer = (day: Day) => isBetween(day, { month: 3, nth: 2 }, { month: 11, nth: 1 });
/** From the last Sunday of March to the last of October. */
const isEuropeanSummer = (day: Day) => isBetween(day, { month: 3, nth: -1 }, { month: 10, nth: -1 });

function isBetween(day: Day, begins: Change, ends: Change): boolean {
  const sunday = ({ month, nth }: Change) => nthWeekday(yearOf(day), month, { weekday: 7, nth });
  const [first, last] = [sunday(begins), sunday(ends)];
  return first !== null && last !== null && day.at >= first.at && day.at < last.at;
}
