import type { Party } from '../../record/index.ts';
import { plainName } from '../words.ts';
import type { ToldEvent } from './told-event.ts';

/** Who takes part in an event by its reports, each once, with the part that the last report gives; where it is takes no part. */
export function partiesOf(own: readonly ToldEvent[]): Party[] {
  const places = new Set(own.flatMap(({ event }) => event.place ?? []).map(plainName));
  const told = own
    .flatMap(({ participants }) => participants)
    .filter(({ called }) => !places.has(plainName(called)));
  const byOne = Map.groupBy(told, ({ who, name }) => who ?? plainName(name));
  return [...byOne.values()].flatMap((same) =>
    same.slice(-1).map(({ who, name, part }) => ({ who, name, part })),
  );
}
