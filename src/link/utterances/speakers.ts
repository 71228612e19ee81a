import type { Utterance } from '../../record/index.ts';
import type { Persons } from '../actors/index.ts';
import type { Rendition } from './rendition.ts';

/** Who most renditions name, persons before bodies, the earliest of equals first; none where nobody is named. */
export function speakersOf(own: readonly Rendition[], persons: Persons): Utterance['speakers'] {
  const named = own.flatMap(({ by: { speaker }, report }) => {
    if (speaker.kind !== 'named') return [];
    const who = persons.of(report.id, speaker.actor);
    return [{ who: who?.id ?? null, name: who?.name ?? speaker.name, isPerson: who?.kind === 'person' }];
  });
  const counted = [...Map.groupBy(named, ({ who, name }) => who ?? name).values()];
  const [most] = counted.toSorted(
    (a, b) => Number(b[0]?.isPerson) - Number(a[0]?.isPerson) || b.length - a.length,
  );
  return most?.[0] === undefined ? [] : [{ who: most[0].who, name: most[0].name }];
}
