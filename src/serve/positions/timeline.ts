import {
  addDays,
  around,
  type Day,
  dateOf,
  daysBetween,
  daysOfUnit,
  type Grain,
  later,
  yearOf,
} from '../../record/index.ts';

/** Places in a picture are hundredths of its width: so much stays free at both ends. */
const EDGE = 3;
/** So many days are shown at least, so that two days of one week do not stand at its two ends. */
const FEWEST_DAYS = 7;
const MOST_TICKS = 6;

/** A stretch of days laid out from left to right. */
export interface Timeline {
  readonly first: Day;
  readonly last: Day;
  /** The place of a day, in hundredths of the width. */
  place(day: Day): number;
}

/** A word below a timeline, where its day, month or year begins. */
export interface Tick {
  readonly at: number;
  readonly words: string;
}

/** The stretch of all days; null where there is none. */
export function timelineOf(days: readonly Day[]): Timeline | null {
  const inOrder = days.toSorted((a, b) => a.at - b.at);
  const [earliest, latest] = [inOrder[0], inOrder.at(-1)];
  if (earliest === undefined || latest === undefined) return null;
  const missing = Math.max(0, FEWEST_DAYS - daysBetween(earliest, latest));
  const first = addDays(earliest, -Math.floor(missing / 2)) ?? earliest;
  const last = addDays(latest, Math.ceil(missing / 2)) ?? latest;
  const length = daysBetween(first, last);
  return { first, last, place: (day) => EDGE + ((100 - 2 * EDGE) * daysBetween(first, day)) / length };
}

interface Step {
  readonly grain: Extract<Grain, 'day' | 'month' | 'year'>;
  readonly count: number;
}

/** Steps between two ticks, from the shortest. */
const STEPS: readonly Step[] = [
  ...[1, 2, 7, 14].map((count) => ({ grain: 'day', count }) as const),
  ...[1, 2, 3, 6].map((count) => ({ grain: 'month', count }) as const),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((count) => ({ grain: 'year', count }) as const),
];
const DAYS = { day: 1, month: 30.4, year: 365.2 };

/** Days, months or years below a timeline, whichever are few enough; a year stands where it is new. */
export function ticksOf({ first, last, place }: Timeline): Tick[] {
  const length = daysBetween(first, last);
  const step = STEPS.find(({ grain, count }) => length / (DAYS[grain] * count) <= MOST_TICKS) ?? {
    grain: 'year',
    count: 2000,
  };
  const ticks: Tick[] = [];
  let year: number | null = null;
  for (let day = beginning(first, step); day !== null && day.at <= last.at; day = next(day, step)) {
    if (day.at < first.at) continue;
    ticks.push({ at: place(day), words: words(day, step, yearOf(day) !== year) });
    year = yearOf(day);
  }
  return ticks;
}

/** The first day of a step that begins at or before a day: months are counted from January, years from the year 0. */
function beginning(day: Day, { grain, count }: Step): Day | null {
  if (grain === 'day') return day;
  const unit = around(day, grain);
  const start = unit === null ? null : later(unit, -(unit.at % count), grain);
  return start === null ? day : daysOfUnit(start).first;
}

function next(day: Day, { grain, count }: Step): Day | null {
  const moved = later(day, count, grain);
  return moved?.kind === 'day' ? moved : null;
}

const inWords = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const DAY = inWords({ day: 'numeric', month: 'short' });
const MONTH = inWords({ month: 'short' });

function words(day: Day, { grain }: Step, isNewYear: boolean): string {
  if (grain === 'year') return String(yearOf(day));
  const short = (grain === 'day' ? DAY : MONTH).format(dateOf(day));
  return isNewYear ? `${short} ${yearOf(day)}` : short;
}
