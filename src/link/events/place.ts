import type { Step } from '../../record/index.ts';
import { lieOf } from './days.ts';
import type { ToldEvent } from './told-event.ts';

/**
 * Where an event is, as it stands: what the latest report says that names a place, but for one that repeats a date which was
 * given up before: it knows as little of where as of when. Members and steps in the order of publication.
 */
export function placeOf(own: readonly ToldEvent[], schedule: readonly Step[]): string | null {
  const nth = new Map(own.map(({ event }, at) => [event.id, at]));
  const isStale = ({ event }: ToldEvent, at: number): boolean => {
    const stands = schedule.findLast((step) => (nth.get(step.event) ?? 0) <= at);
    if (stands === undefined || event.when === null || stands.event === event.id) return false;
    return stands.when === null || lieOf(event.when, stands.when) === 'other';
  };
  return own.findLast((one, at) => one.event.place !== null && !isStale(one, at))?.event.place ?? null;
}
