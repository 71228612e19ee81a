import type { LinkedEvent, LinkedEventId } from '../../record/index.ts';
import type { Persons } from '../actors/index.ts';
import { type Joined, linkOf } from '../joining.ts';
import { byPublication } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { partiesOf } from './parties.ts';
import { placeOf } from './place.ts';
import { scheduleOf } from './schedule.ts';
import { titleOf } from './title.ts';
import type { ToldEvent } from './told-event.ts';

/** Announcements that are one event, with one schedule of all their dates. */
export function linkedEventOf(
  { keys, links }: Joined,
  { id, at, persons }: { id: LinkedEventId; at: (id: string) => ToldEvent; persons: Persons },
  words: LinkWords,
): LinkedEvent {
  const own = keys.map(at).toSorted((a, b) => byPublication(a.taken, b.taken));
  const schedule = scheduleOf(own, persons);
  const last = schedule.at(-1);
  const place = placeOf(own, schedule);
  return {
    id,
    what: nameOf(own),
    ...titleOf(own, { place }, words),
    names: namesOf(own),
    parties: partiesOf(own, persons, words),
    places: [...new Set(own.flatMap(({ event }) => event.place?.name ?? []))],
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
