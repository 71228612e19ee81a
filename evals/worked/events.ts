import type { Event } from '../../src/record/index.ts';
import { foldedWords } from '../../src/text/index.ts';
import { bestMatching, type Pair } from '../matching.ts';
import { sameDays } from '../revisions/index.ts';
import type { WorkedEvent } from './read.ts';

/** What is counted over the events of worked records. */
export interface EventCounts {
  gold: number;
  found: number;
  when: number;
  status: number;
  schedule: number;
  place: number;
  places: number;
  takingPart: number;
  parties: number;
}

export const noEvents = (): EventCounts => ({
  gold: 0,
  found: 0,
  when: 0,
  status: 0,
  schedule: 0,
  place: 0,
  places: 0,
  takingPart: 0,
  parties: 0,
});

/** Matches events by the words that name them, one to one, and adds how each worked one was read to `sum`; one that is not found counts as wrong. */
export function countEvents(found: readonly Event[], gold: readonly WorkedEvent[], sum: EventCounts): void {
  const pairs: Pair[] = [];
  for (const [predicted, event] of found.entries())
    for (const [own, wanted] of gold.entries()) {
      const weight = likeness(event, wanted);
      if (weight > 0) pairs.push({ predicted, gold: own, weight });
    }
  sum.gold += gold.length;
  for (const wanted of gold) {
    if (wanted.place !== null) sum.places++;
    sum.parties += wanted.participants.length;
  }
  for (const { predicted, gold: own } of bestMatching(pairs)) {
    const event = found[predicted];
    const wanted = gold[own];
    if (event === undefined || wanted === undefined) continue;
    sum.found++;
    const { also } = wanted;
    if ([wanted.when, ...also.when].some((when) => sameWhen(event.when, when))) sum.when++;
    if ([wanted.status, ...also.status].includes(event.status)) sum.status++;
    const dates = event.schedule.map(({ when }) => when);
    if ([wanted.schedule, ...also.schedule].some((schedule) => sameSchedule(dates, schedule))) sum.schedule++;
    if (wanted.place !== null && event.place !== null && shared(event.place.name, wanted.place) > 0)
      sum.place++;
    const names = event.participants.map(({ name }) => name);
    sum.takingPart += wanted.participants.filter(({ name }) =>
      names.some((one) => shared(one, name) > 0),
    ).length;
  }
}

/** Days are compared as days; a time of day as it is written. */
const sameWhen = (given: string | null, wanted: string | null) =>
  given === wanted || (wanted?.includes('T') !== true && sameDays(given, wanted));

type Dates = readonly (string | null)[];

const sameSchedule = (given: Dates, wanted: Dates) =>
  given.length === wanted.length && given.every((when, at) => sameWhen(when, wanted[at] ?? null));

const formsOf = (text: string) => foldedWords(text).map(({ form }) => form.replace(/(?:s|ed|ing)$/, ''));

function shared(a: string, b: string): number {
  const own = new Set(formsOf(a));
  return formsOf(b).filter((form) => form.length > 2 && own.has(form)).length;
}

/** Shared words of the names, with a little for those of the words that name it elsewhere, and for having a date. */
function likeness(event: Event, wanted: WorkedEvent): number {
  const name = shared(event.what, wanted.what);
  const elsewhere = Math.max(0, ...event.spans.map(({ text }) => shared(text, wanted.what)));
  const words = name + elsewhere / 4;
  return words === 0 ? 0 : words + (event.schedule.length > 0 ? 0.1 : 0);
}

/** The shares of all worked events, in percent. */
export function eventFigures({
  gold,
  found,
  when,
  status,
  schedule,
  place,
  places,
  takingPart,
  parties,
}: EventCounts): Record<string, number> {
  if (gold === 0) return {};
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    eventsFound: share(found, gold),
    eventsWhen: share(when, gold),
    eventsStatus: share(status, gold),
    eventsSchedule: share(schedule, gold),
    eventsPlace: share(place, places),
    eventsParticipants: share(takingPart, parties),
  };
}
