import type { Statement } from '../record/index.ts';
import type { FoundStatement } from './found-statement.ts';

/** From one day to another, both ISO dates and both within. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** Best first; by when it was said, what is not dated last; or by their coming, the last first. */
export type Order = 'best' | 'newest' | 'oldest' | 'latest';

/**
 * Words to find in contents, sources and names of speakers: in all their forms, and phrases in quotation marks as they are
 * written. Held attitudes are left out unless asked for.
 */
export interface Search {
  readonly words: string;
  /** Words of the source, or of the name of the speaker that it refers to: a surname is enough. */
  readonly by?: string | undefined;
  /** Words of the content alone. */
  readonly about?: string | undefined;
  /** Words of the name of the body or government for which the speaker speaks by office. */
  readonly for?: string | undefined;
  /** Words of the name of one who is spoken to. */
  readonly to?: string | undefined;
  /** Words of the name of the root source of the utterance that a statement renders: only what is linked has one. */
  readonly root?: string | undefined;
  readonly act?: Statement['act'] | undefined;
  readonly kind?: Statement['kind'] | undefined;
  /** The outlet of the report; case, diacritics and punctuation do not count. */
  readonly outlet?: string | undefined;
  readonly held?: boolean | undefined;
  /** Said within these days; what is not dated itself counts as said on the day of publication. */
  readonly when?: Period | undefined;
  readonly order?: Order | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface Found {
  /** How many there are, as far as they were counted. */
  readonly total: number;
  /** Whether there are more than were counted: of what is found in very many statements not all are. */
  readonly isMore: boolean;
  readonly statements: readonly FoundStatement[];
}

/** Some of what is found, in the order of its coming, and the place to go on from; null at the end. */
export interface Onward {
  readonly statements: readonly FoundStatement[];
  readonly next: number | null;
}

/** One value by which what was found can be narrowed, and how many have it. */
export interface Facet {
  readonly value: string;
  readonly statements: number;
}

/** What some found statements have in common: of each kind the values that most of them have. */
export interface Facets {
  /** How many statements were looked at: those that came last. */
  readonly of: number;
  /** Whether these are all that are found. */
  readonly isAll: boolean;
  readonly who: readonly Facet[];
  readonly behind: readonly Facet[];
  readonly outlet: readonly Facet[];
  readonly act: readonly Facet[];
  readonly kind: readonly Facet[];
  readonly year: readonly Facet[];
  readonly month: readonly Facet[];
}

/** Another search that finds something, where one finds nothing. */
export interface Hint {
  /**
   * A word is left out, or spelled as the reports have it; what is held is shown too; a filter is left out. Where none of these
   * alone finds anything: a word by itself.
   */
  readonly kind: 'word' | 'spelling' | 'held' | 'filter' | 'alone';
  /** The word, or the name of the filter. */
  readonly what: string;
  /** The word in place of it. */
  readonly instead: string | null;
  readonly search: Search;
  readonly statements: number;
  /** Whether it finds more than were counted. */
  readonly isMore: boolean;
}

/** Asking for statements by words and by who, whom, when. */
export interface Searching {
  /** Statements with all the words; of very many, those added last are put in order, and the others follow as they came. */
  find(search: Search): Promise<Found>;
  /**
   * All that is found, and where nothing is asked all on record, the first to come first: about as many as `limit` behind a
   * place, from 0 on. The statements of a report follow one another. What comes meanwhile comes behind. The order that is
   * asked for does not count.
   */
  onward(search: Search, page: { after: number; limit: number }): Promise<Onward>;
  facets(search: Search): Promise<Facets>;
  /** What would be found with one thing otherwise: to be asked where nothing is. */
  hints(search: Search): Promise<readonly Hint[]>;
}
