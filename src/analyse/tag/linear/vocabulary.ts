import { hashText } from './hash.ts';

/** What the model knows of words: part of the model, made in training. */
export interface Vocabulary {
  /** Lower-cased form → the parts of speech that it has, such as "N|V0"; from a tagged corpus. */
  readonly classes: ReadonlyMap<string, string>;
  /** Last three letters → the parts of speech of rare words that end so. */
  readonly endings: ReadonlyMap<string, string>;
  /** Irregular form → lemma. */
  readonly lemmas: ReadonlyMap<string, string>;
  /** Lemma → how often it is a cue, in buckets from 1 (seldom) to 6 (nearly always). */
  readonly cues: ReadonlyMap<string, number>;
}

/** A word as the features see it. */
export interface WordValues {
  readonly word: number;
  readonly lemma: number;
  readonly wordClass: number;
  readonly shape: number;
  readonly ending: number;
  readonly cue: number;
  readonly verb: boolean;
}

/** Looks words up once: most tokens of a text have been seen before. */
export function wordLookup(vocabulary: Vocabulary): (text: string, form: string) => WordValues {
  const known = new Map<string, WordValues>();
  return (text, form) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const lemma = lemmaOf(form, vocabulary);
    const wordClass = classOf(text, form, vocabulary);
    const values = {
      word: hashText(form),
      lemma: hashText(lemma),
      wordClass: hashText(wordClass),
      shape: hashText(`shape ${shapeOf(text)}`),
      ending: hashText(`ending ${form.slice(-3)}`),
      cue: vocabulary.cues.get(lemma) ?? 0,
      verb: /V|M/.test(wordClass),
    };
    if (known.size < MOST_KNOWN) known.set(text, values);
    return values;
  };
}

const MOST_KNOWN = 200_000;

/** The lemma of an English form: from the list of irregular ones, else by its ending. */
export function lemmaOf(form: string, { lemmas }: Pick<Vocabulary, 'lemmas'>): string {
  return lemmas.get(form) ?? regularLemma(form);
}

function regularLemma(form: string): string {
  if (form.length < 5)
    return form.endsWith('s') && form.length === 4 && !form.endsWith('ss') ? form.slice(0, -1) : form;
  if (form.endsWith('ies')) return `${form.slice(0, -3)}y`;
  if (form.endsWith('ied')) return `${form.slice(0, -3)}y`;
  const stem = /^(.+?)(?:(?<=s|x|z|ch|sh)es|(?<![su])s|ed|ing)$/.exec(form)?.[1];
  if (stem === undefined || !/[aeiouy]/.test(stem)) return form;
  if (/([bdfgklmnprt])\1$/.test(stem) && !/(?:ll|ff)$/.test(stem)) return stem.slice(0, -1);
  return /[^aeiou][aeiou][^aeiouwxy]$/.test(stem) || /(?:[cgvsuz]|[^aeiou]l)$/.test(stem)
    ? restoreE(form, stem)
    : stem;
}

/** "stat-ed" is of "state", "add-s" of "add": only endings that begin with a vowel swallow an e. */
function restoreE(form: string, stem: string): string {
  return /(?:ed|ing)$/.test(form) ? `${stem}e` : stem;
}

function classOf(text: string, form: string, { classes, endings }: Vocabulary): string {
  const known = classes.get(form);
  if (known !== undefined) return known;
  if (/^\p{N}/u.test(text)) return '#';
  if (/^[^\p{L}\p{N}]/u.test(text)) return text;
  if (/^\p{Lu}/u.test(text)) return 'P?';
  return `${endings.get(form.slice(-3)) ?? 'N'}?`;
}

/** Upper, lower and digit runs, such as "Xx" or "X-x". */
function shapeOf(text: string): string {
  return text
    .slice(0, 12)
    .replace(/\p{Lu}+/gu, 'X')
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\p{N}+/gu, 'd')
    .slice(0, 6);
}
