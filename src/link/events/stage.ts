import {
  daysOf,
  isScheduled,
  type LinkedEvent,
  type LinkedEventId,
  parseWhen,
  writeDay,
} from '../../record/index.ts';
import type { Joinable } from '../relink.ts';
import type { Likeness, LinkWords } from '../words.ts';
import { linkedEventOf } from './index.ts';
import { eventKeys } from './keys.ts';
import { areEventsApart, eventPair, LEAST } from './pairs.ts';
import { type ToldEvent, toldEvents } from './told-event.ts';

/** Events over reports: each that was announced is one entry of the calendar with one schedule of all its dates. */
export const eventsJoined = (kit: LinkWords & { readonly likeness: Likeness }): Joinable<ToldEvent> => ({
  kind: 'event',
  prefix: 'what',
  least: LEAST,
  membersOf: (taken) => toldEvents(taken, kit),
  idOf: ({ event }) => event.id,
  nameOf: ({ event }) => event.what,
  keysOf: eventKeys,
  pair: (a, b) => eventPair(a, b, kit.likeness),
  areApart: areEventsApart,
  areNever: areEventsApart,
  groupOf(joined, { id, at }) {
    const event = linkedEventOf(joined, { id: id as LinkedEventId, at });
    if (!event.members.some((member) => isScheduled(at(member.event).event))) return null;
    return {
      id,
      name: event.title?.text ?? event.what,
      names: event.what,
      units: joined.keys,
      ...extentOf(event),
      body: event,
    };
  },
});

/** From the first to the last day of a schedule. */
function extentOf({ schedule }: LinkedEvent): { first: string; last: string } {
  const days = schedule.flatMap(({ when }) => {
    const value = parseWhen(when);
    const { first = null, last = null } = (value && daysOf(value)) ?? {};
    return first === null ? [] : [writeDay(first), writeDay(last ?? first)];
  });
  const [first = ''] = days.toSorted();
  return { first, last: days.toSorted().at(-1) ?? '' };
}
