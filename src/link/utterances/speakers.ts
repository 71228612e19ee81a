import type { Utterance } from '../../record/index.ts';
import type { Persons } from '../actors/index.ts';
import type { Rendition } from './rendition.ts';

/** Whom renditions name, each as its report does: who of them most name is told on reading (`record/who-now.ts`). */
export const speakersOf = (own: readonly Rendition[], persons: Persons): Utterance['speakers'] =>
  own.flatMap(({ by: { speaker }, report }) => {
    if (speaker.kind !== 'named') return [];
    const who = persons.of(report.id, speaker.actor);
    return [{ who: who?.id ?? null, name: who?.name ?? speaker.name }];
  });
