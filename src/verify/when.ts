import { daysOf } from '../record/index.ts';
import type { Place } from './place.ts';

/** Behind every date: what is not known to be early is not called the earliest. */
const NEVER = '~';

/**
 * Earliest said first; of those said on one day the one published first, then the one added first. Words without a day of
 * their own count as said on the day of publication, as a search by time has it.
 */
export function byTime(a: Place, b: Place): number {
  const [early, late] = [timesOf(a), timesOf(b)];
  const at = early.findIndex((time, index) => time !== late[index]);
  return at < 0 ? 0 : (early[at] ?? NEVER) < (late[at] ?? NEVER) ? -1 : 1;
}

/** The day of saying, the day of publication, the moment of publication and that of adding, as texts that sort. */
function timesOf({ statement, report: { published }, added }: Place): string[] {
  const addedOn = added?.slice(0, 10) ?? NEVER;
  const publishedOn = lastDay(published) ?? addedOn;
  const said = lastDay(statement?.said?.value ?? null) ?? publishedOn;
  const moment = published?.includes('T') ? new Date(published).toISOString() : NEVER;
  return [said < publishedOn ? said : publishedOn, publishedOn, moment, added ?? NEVER];
}

/** Of a month or a year the last day: no later than that. */
function lastDay(value: string | null): string | null {
  const [, last = '..'] = (value === null ? null : daysOf(value)) ?? [];
  return last === '..' ? null : last;
}
