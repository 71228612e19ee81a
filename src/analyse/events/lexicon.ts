import type { Event } from '../../record/index.ts';
import type { DeedWords } from './plover/index.ts';

/** What a noun or verb for an occasion names. */
export interface Occasion {
  readonly family: string;
  readonly type: Event['type'];
}

export interface EventWords extends DeedWords {
  /** Nouns for offices, trades and relations, singular. */
  readonly roles: ReadonlySet<string>;
  /** Nouns for groups of people, singular → their PLOVER sector. */
  readonly sectors: ReadonlyMap<string, string>;
  /** Noun → its occasion. */
  readonly occasions: ReadonlyMap<string, Occasion>;
  /** Stem of a verb → the occasion that it does. */
  readonly occasionVerbs: ReadonlyMap<string, Occasion>;
}
