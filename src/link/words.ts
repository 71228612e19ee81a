import { stemmer } from 'stemmer';
import type { Position } from '../record/index.ts';
import { fold, foldedWords, type Phrases } from '../text/index.ts';

/** The words of a language that linking needs, and how alike texts are, where a model tells. */
export interface LinkWords {
  /** Words that say nothing of what a sentence is about. */
  readonly light: ReadonlySet<string>;
  /** Irregular form → its plain form. */
  readonly irregular: ReadonlyMap<string, string>;
  /** A noun or a verb's stem → the occasion that it names: "meeting", "meet" and "talks" are of one family. */
  readonly familyOf: (form: string) => string | null;
  /** The same of nouns alone. */
  readonly occasionOf: (form: string) => string | null;
  /** What a word of denial, of favour or of disfavour, of a condition is. */
  readonly stance: StanceWords;
  readonly phrases: Phrases<LinkList>;
}

/** The lists of `link-phrases.tsv`. */
export const LINK_LISTS = [
  'title',
  'particle',
  'ordinal',
  'other-event',
  'behind-occasion',
  'clause-opening',
  'against-before',
  'whatever',
  'question-word',
  'question-of-need',
  'before-idle-if',
  'date-word',
  'and',
  'going-on',
  'determiner',
  'verb-opening',
  'of-its-date',
  'ends-phrase',
  'leads-to-topic',
  'between-two',
  'nobody',
  'consequence-subject',
  'consequence-verb',
  'consequence-opening',
  'consequence-turn',
  'voting',
  'own-vote',
  'whoever',
  'relative',
  'anybody',
  'modal',
  'correction',
  'wrongly',
  'reported',
  'reported-what',
  'by-mistake',
  'medium-adjective',
  'medium',
  'medium-again',
  'own-copy',
  'own-medium',
  'own-newsroom',
  'that-medium',
  'to-medium',
  'given-to',
  'not-given',
  'cites',
  'told-first',
  'copy-of',
  'looking-back',
  'weeks-back',
  'aim',
  'aim-later',
  'before-proposition',
  'proposition-ends',
  'points-elsewhere',
] as const;
export type LinkList = (typeof LINK_LISTS)[number];

/** Words that tell where somebody stands. */
export interface StanceWords {
  readonly favour: ReadonlySet<string>;
  readonly disfavour: ReadonlySet<string>;
  readonly denial: ReadonlySet<string>;
  /** What ends something ("close", "ban", "sell"), and what lets it last ("keep", "stay"). */
  readonly ending: ReadonlySet<string>;
  readonly lasting: ReadonlySet<string>;
  /** The same of what nobody does to it: "it goes", "it stays". */
  readonly going: ReadonlySet<string>;
  readonly staying: ReadonlySet<string>;
  /** What names the question itself: "plan", "idea". */
  readonly plan: ReadonlySet<string>;
  /** Several words that tell together: "in favour of", "do without". */
  readonly phrases: ReadonlyMap<string, StancePhrase>;
  /** What opens a condition: "if", "provided that". */
  readonly conditions: readonly string[];
  /** What opens one after a denial alone: "not until". */
  readonly bars: readonly string[];
  /** What looks like a condition and is none: "if you ask me". */
  readonly idle: readonly string[];
}

/** What several words tell together. */
export type StancePhrase =
  | 'favour'
  | 'disfavour'
  | 'denial'
  | 'without'
  | 'filler'
  | 'ending'
  | 'lasting'
  | 'going'
  | 'staying';

/** How likely it is that words stand so on a proposition, or are of something else; null where no model is there. */
export type Stances =
  | ((proposition: string, said: string) => Promise<Readonly<Record<Position['stance'] | 'none', number>>>)
  | null;

/** How alike two texts are, from 0 to 1; null where no model is there. */
export type Likeness = ((one: string, other: string) => Promise<number>) | null;

/** The words of a text that say what it is about, as their stems, in their order. */
export function stemsOf(
  text: string,
  { light, irregular }: Pick<LinkWords, 'light' | 'irregular'>,
): string[] {
  return foldedWords(text).flatMap(({ form }) => {
    const bare = form.replace(/['’]s?$/u, '');
    return light.has(bare) || bare === '' ? [] : [stemmer(irregular.get(bare) ?? bare)];
  });
}

/** A name as it is compared: without accents, case, kinds of mark. */
export function plainName(name: string): string {
  return fold(name.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How much two sets have in common. */
export function overlapOf(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): { shared: number; dice: number; contained: number } {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of fewer) if (more.has(one)) shared++;
  return {
    shared,
    dice: a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size),
    contained: fewer.size === 0 ? 0 : shared / fewer.size,
  };
}
