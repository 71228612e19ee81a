import { foldedWords } from '../text/index.ts';
import type { Person } from './links.ts';
import type { LinkedEvent, Utterance } from './types.ts';

/** Who an id of an actor leads to now; nobody for one that is not known. */
export type WhoNow = ReadonlyMap<string, Person>;

/** The ids of actors that an utterance names. */
export const whoInUtterance = ({ speakers, root }: Utterance): string[] =>
  [...speakers, root].flatMap(({ who }) => who ?? []);

/** The ids of actors that an event names. */
export const whoInEvent = ({ schedule, parties }: LinkedEvent): string[] => [
  ...schedule.flatMap(({ by }) => by?.who ?? []),
  ...parties.flatMap(({ who }) => who ?? []),
];

/**
 * An utterance with its actors as they are now: it was linked with whom each rendition names, and these may have been joined
 * with others since, or parted.
 */
export function utteranceNow(utterance: Utterance, now: WhoNow): Utterance {
  const speakers = mostNamed(utterance.speakers, now);
  const { root } = utterance;
  const [speaker] = speakers;
  if (root.kind === 'speaker' && speaker !== undefined)
    return { ...utterance, speakers, root: { ...root, ...speaker } };
  return { ...utterance, speakers, root: { ...root, who: called(root, now).who } };
}

/** Who is named most, persons before bodies, the earliest of equals first; none where nobody is. */
function mostNamed(named: readonly Named[], now: WhoNow): readonly Named[] {
  const counted = [...Map.groupBy(named, (one) => called(one, now).who ?? one.name).values()];
  const isPerson = ([one]: readonly Named[]) => now.get(one?.who ?? '')?.kind === 'person';
  const [most] = counted.toSorted((a, b) => Number(isPerson(b)) - Number(isPerson(a)) || b.length - a.length);
  return (most ?? []).slice(0, 1).map((one) => called(one, now));
}

/** An event with those who gave its dates and those who take part, as they are called now. */
export const eventNow = (event: LinkedEvent, now: WhoNow): LinkedEvent => ({
  ...event,
  schedule: event.schedule.map((step) => ({ ...step, by: step.by && called(step.by, now) })),
  parties: partiesNow(event.parties, now),
});

/** Who takes part, as they are called now, each once: whom a report only describes is nobody else where the words are in a name. */
function partiesNow(parties: LinkedEvent['parties'], now: WhoNow): LinkedEvent['parties'] {
  const all = parties.map((party) => ({ ...party, ...called(party, now) }));
  const once = [...new Map(all.map((party) => [party.who ?? party.name, party])).values()];
  const named = once.filter(({ who }) => who !== null).map(({ name }) => formsOf(name));
  return once.filter(
    ({ who, name }) => who !== null || !named.some((other) => formsOf(name).isSubsetOf(other)),
  );
}

const formsOf = (name: string) => new Set(foldedWords(name).map(({ form }) => form));

type Named = Utterance['speakers'][number];

function called({ who, name }: Named, now: WhoNow): Named {
  const person = who === null ? undefined : now.get(who);
  return { who: person?.id ?? who, name: person?.name ?? name };
}
