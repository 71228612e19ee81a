import { isAhead, isOneDay, lieOf, stretchOf } from './days.ts';
import type { Revision, ToldEvent } from './told-event.ts';

/** How a report leaves an event, and before that the date that it gives up; null where it tells none. */
export interface ToldBy {
  readonly former: Revision | null;
  readonly end: Revision | null;
}

const OFF: ReadonlySet<string> = new Set(['postponed', 'cancelled']);
const GIVEN_UP: ReadonlySet<string> = new Set(['rescheduled', 'postponed', 'cancelled']);

/** What is asked of an event of a report. */
type Asked = Pick<ToldEvent, 'event' | 'beside'> & {
  readonly report: Pick<ToldEvent['report'], 'published'>;
};

/** What a report tells of an event's date, to whoever knows the date that stood before it. */
export function toldBy(asked: Asked, standing: string | null): ToldBy {
  const { when, status, schedule, spans } = asked.event;
  const [span] = spans;
  const bare = span === undefined ? undefined : { when, status, span, statement: null, by: null, rule: null };
  const last = schedule.at(-1) ?? bare;
  if (last === undefined) return { former: null, end: null };
  const end = { ...last, when: dayOf(when), status };
  if (standing !== null && isOverOn(standing, asked))
    return { former: null, end: { ...end, when: standing, status: 'held' } };
  const others = schedule.filter((one) => one.when !== null && one.when !== when);
  const former = GIVEN_UP.has(status) ? (others[0] ?? null) : null;
  if (status !== 'rescheduled' || standing === null || end.when === null) return { former, end };
  return { former, end: { ...end, when: movedTo(end.when, standing, former?.when ?? null) } };
}

/**
 * Whether a report tells that an event took place on the day that stood, though a date of something else was taken for its own
 * ("They signed on Thursday; it takes effect on 1 September"): the sentences that name it tell that day, which has come, and
 * the report does not give it up.
 */
function isOverOn(standing: string, { event, beside, report: { published } }: Asked): boolean {
  const { when, status, schedule } = event;
  if (when === null || published === null || OFF.has(status)) return false;
  const isTold = (dates: readonly (string | null)[]) =>
    dates.some((date) => date !== null && lieOf(date, standing) === 'same');
  return (
    !isAhead(standing, published) &&
    isAhead(when, published) &&
    isTold(beside) &&
    !isTold(schedule.map((one) => one.when))
  );
}

/**
 * The date that an event was moved to. The date that stood is not it: of two dates it is then the other one, and of a range
 * that begins with it ("from the 18th to the 20th") the last day.
 */
function movedTo(when: string, standing: string, other: string | null): string {
  const lie = lieOf(when, standing);
  if (lie === 'same' && other !== null && lieOf(other, standing) === 'other') return other;
  const [first = null, last = null] = stretchOf(when) ?? [];
  const isFrom =
    lie === 'holds' && isOneDay(standing) && when.includes('/') && stretchOf(standing)?.[0] === first;
  return isFrom ? (last ?? when) : when;
}

/** A date as it is told: a range of one day is the day; one whose days are not known tells nothing. */
function dayOf(when: string | null): string | null {
  const days = stretchOf(when);
  if (when === null || days === null) return null;
  return isOneDay(when) && when.includes('/') && !when.includes('..') ? days[0] : when;
}
