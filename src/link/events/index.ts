import type { LinkedEvent, LinkedEventId } from '../../record/index.ts';
import { type Joined, linkOf } from '../joining.ts';
import { byPublication } from '../taken.ts';
import { partiesOf } from './parties.ts';
import { placeOf } from './place.ts';
import { scheduleOf } from './schedule.ts';
import { titleOf } from './title.ts';
import type { ToldEvent } from './told-event.ts';

/** Announcements that are one event, with one schedule of all their dates. */
export function linkedEventOf(
  { keys, links }: Joined,
  { id, at }: { id: LinkedEventId; at: (id: string) => ToldEvent },
): LinkedEvent {
  const own = keys.map(at).toSorted(byPublication);
  const schedule = scheduleOf(own);
  const last = schedule.at(-1);
  const place = placeOf(own, schedule);
  return {
    id,
    what: nameOf(own),
    ...titleOf(own, place),
    names: namesOf(own),
    parties: partiesOf(own),
    places: [...new Set(own.flatMap(({ event }) => event.place ?? []))],
    members: own.map(({ event, report }) => ({
      event: event.id,
      report: report.id,
      published: report.published,
      link: linkOf(event.id, links),
    })),
    schedule,
    when: last?.when ?? null,
    status: last?.status ?? (own[0] as ToldEvent).event.status,
    place,
  };
}

/** Words of a name; longer ones are sentences. */
const LONGEST = 6;

/** What most reports call it, of equals what says most in few words. */
function nameOf(own: readonly ToldEvent[]): string {
  const names = [...Map.groupBy(own, ({ event }) => event.what.toLowerCase()).values()];
  const isShort = ([one]: readonly ToldEvent[]) => (one?.event.what.split(/\s+/u).length ?? 0) <= LONGEST;
  const fullness = ([one]: readonly ToldEvent[]) => (one?.stems.size ?? 0) + (one?.families.size ?? 0);
  const [most] = names.toSorted(
    (a, b) => Number(isShort(b)) - Number(isShort(a)) || b.length - a.length || fullness(b) - fullness(a),
  );
  return most?.[0]?.event.what ?? '';
}

/** All that reports call it, each once. */
const namesOf = (own: readonly ToldEvent[]): string[] => [
  ...new Map(own.map(({ event: { what } }) => [what.toLowerCase(), what])).values(),
];
