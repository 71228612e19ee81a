import type { Statement, Utterance } from '../../record/index.ts';
import { personIn } from '../actors/persons.ts';
import type { Taken } from '../taken.ts';

/** Who says something, as its report tells it: whom it names, or how it describes them. */
export interface Speaker {
  readonly named: Utterance['speakers'][number] | null;
  readonly described: string | null;
}

export function speakerOf({ speaker }: Statement, taken: Taken): Speaker {
  if (speaker.kind === 'described') return { named: null, described: speaker.text };
  if (speaker.kind !== 'named') return { named: null, described: null };
  const who = personIn(taken, speaker.actor);
  return { named: { who: who?.id ?? null, name: who?.name ?? speaker.name }, described: null };
}
