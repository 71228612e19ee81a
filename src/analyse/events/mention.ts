import type { Event } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import type { Token } from '../tokens/index.ts';
import type { EventWords } from './lexicon.ts';
import { stemOf } from './stem.ts';
import { FURTHER, isAdverb, isClosed, ORDINAL } from './words.ts';

/** Words that name an event: a noun with what belongs to it, or a verb with its object. */
export interface Mention extends Range {
  readonly sentence: number;
  /** Tokens of the sentence: the first one of the phrase, and the noun or verb itself. */
  readonly first: number;
  readonly head: number;
  readonly isVerb: boolean;
  /** Of a verb: whether what it tells lies ahead. */
  readonly isAhead: boolean;
  /** What is to be done by it too: "will allow them [to create] maps". */
  readonly also: readonly Range[];
  /** What several nouns and verbs name alike: "meeting" for "met". */
  readonly family: string;
  readonly type: Event['type'];
  /** The phrase without its article: "second round of talks". */
  readonly what: Range;
  /** "second", "preparatory": which one of several. */
  readonly ordinal: string | null;
  /** "another", "a new": one that was not named before. */
  readonly further: string | null;
  readonly definite: boolean;
  /** "a meeting" is another one than the one before; "this meeting" the last one. */
  readonly article: 'a' | 'this' | null;
  /** Stems of the words that tell what it is about. */
  readonly topic: ReadonlySet<string>;
}

/** So many words behind a noun or verb may belong to it. */
export const MOST_BEHIND = 12;

export function topicOf(tokens: readonly Token[], { irregular }: EventWords): ReadonlySet<string> {
  return new Set(
    tokens
      .filter(
        ({ kind, form }) =>
          kind === 'word' &&
          !isClosed(form) &&
          !isAdverb(form) &&
          !ORDINAL.test(form) &&
          !FURTHER.has(form) &&
          form.length > 2,
      )
      .map(({ form }) => stemOf(form, irregular)),
  );
}
