import { daysOf, parseWhen, publicationDay } from '../record/index.ts';
import type { Place } from './place.ts';

/** Behind every date: what is not known to be early is not called the earliest. */
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Earliest said first; of those said on one day the one published first, then the one added first. Words without a day of
 * their own count as said on the day of publication, as a search by time has it.
 */
export function byTime(a: Place, b: Place): number {
  const [early, late] = [timesOf(a), timesOf(b)];
  const at = early.findIndex((time, index) => time !== late[index]);
  return at < 0 ? 0 : (early[at] ?? NEVER) < (late[at] ?? NEVER) ? -1 : 1;
}

/** The day of saying, the day of publication, the moment of publication and that of adding, as numbers to compare. */
function timesOf({ statement, report: { published }, added }: Place): number[] {
  const addedOn = publicationDay(added)?.at ?? NEVER;
  const publishedOn = lastDay(published) ?? addedOn;
  const said = lastDay(statement?.said?.value ?? null) ?? publishedOn;
  const moment = published?.includes('T') === true ? momentOf(published) : NEVER;
  return [Math.min(said, publishedOn), publishedOn, moment, momentOf(added)];
}

/** Of a month or a year the last day: no later than that. */
function lastDay(value: string | null): number | null {
  const when = value === null ? null : parseWhen(value);
  return when === null ? null : (daysOf(when)?.last?.at ?? null);
}

function momentOf(time: string | null): number {
  const moment = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(moment) ? NEVER : moment;
}
