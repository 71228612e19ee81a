import type { Person } from './links.ts';
import type { LinkedEvent, Utterance } from './types.ts';

/** Who an id of an actor leads to now; nobody for one that is not known. */
export type WhoNow = ReadonlyMap<string, Person>;

/** The ids of actors that an utterance names. */
export const whoInUtterance = ({ speakers, root }: Utterance): string[] =>
  [...speakers, root].flatMap(({ who }) => who ?? []);

/** The ids of actors that an event names. */
export const whoInEvent = ({ schedule }: LinkedEvent): string[] =>
  schedule.flatMap(({ by }) => by?.who ?? []);

/** An utterance with its actors as they are called now: they may have been joined with others since it was linked. */
export function utteranceNow(utterance: Utterance, now: WhoNow): Utterance {
  const { speakers, root } = utterance;
  const person = root.who === null ? undefined : now.get(root.who);
  return {
    ...utterance,
    speakers: speakers.map((speaker) => called(speaker, now)),
    root: {
      ...root,
      who: person?.id ?? root.who,
      name: root.kind === 'speaker' ? (person?.name ?? root.name) : root.name,
    },
  };
}

/** An event with those who gave its dates as they are called now. */
export const eventNow = (event: LinkedEvent, now: WhoNow): LinkedEvent => ({
  ...event,
  schedule: event.schedule.map((step) => ({ ...step, by: step.by && called(step.by, now) })),
});

type Named = Utterance['speakers'][number];

function called({ who, name }: Named, now: WhoNow): Named {
  const person = who === null ? undefined : now.get(who);
  return { who: person?.id ?? who, name: person?.name ?? name };
}
