import type { Phrases } from '../../text/index.ts';
import type { Name } from '../tag/index.ts';
import type { CodeWords } from './codes/index.ts';

/** The words that tell what an actor is. */
export interface ActorWords extends CodeWords {
  /** Nouns for offices, trades and relations, singular. */
  readonly roles: ReadonlySet<string>;
  /** Offices whose holders speak for what they are an office of, singular → what that may be. */
  readonly offices: ReadonlyMap<string, 'government' | 'any' | 'body' | 'place'>;
  /** Nouns by which anybody may be called again: "the diplomat". */
  readonly epithets: ReadonlySet<string>;
  /** Last words of names of bodies → the kind of actor. */
  readonly bodies: ReadonlyMap<string, 'government' | 'organization' | 'outlet'>;
  /** Nouns for documents and data: whose they are speaks through them. */
  readonly documents: ReadonlySet<string>;
  /** Given name, lower case → the pronoun that goes with it. */
  readonly givenNames: Pick<ReadonlyMap<string, 'he' | 'she'>, 'get' | 'has'>;
  /** What stands around an office and the body that it is one of. */
  readonly officePhrases: Phrases<(typeof OFFICE_LISTS)[number]>;
}

/** The lists of `office-phrases.tsv`. */
export const OFFICE_LISTS = [
  'not-in-office',
  'rank',
  'part-of-body',
  'determiner',
  'before-body',
  'behind-body',
  'still',
  'leads',
  'behind-led',
  'became',
  'behind-office',
  'state-form',
  'place',
] as const;

/** These words, and the names that the tagger found in one report. */
export interface ReportWords extends ActorWords {
  readonly named: ReadonlyMap<string, Name['kind']>;
}

/** Whether a word is a noun for an office, a trade or a relation. */
export const isRole = (word: string, { roles }: ActorWords): boolean => {
  const form = word
    .toLowerCase()
    .replace(/[.,]$/, '')
    .replace(/-elect$|^ex-/, '');
  return roles.has(form) || (form.endsWith('s') && roles.has(form.slice(0, -1)));
};
