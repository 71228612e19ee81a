import type { Utterance } from '../../record/index.ts';
import type { Rendition } from './rendition.ts';

/** Whom renditions name, each as its report does: who of them most name is told on reading (`record/who-now.ts`). */
export const speakersOf = (own: readonly Rendition[]): Utterance['speakers'] =>
  own.flatMap(({ speaker: { named } }) => named ?? []);
