import { americanOf } from './american.ts';
import { AFTER, BEFORE } from './features.ts';
import { hashText } from './hash.ts';

/** What the model knows of words: part of the model, made in training. */
export interface Vocabulary {
  /** Lower-cased form → the parts of speech that it has, such as "N|V0"; from a tagged corpus. */
  readonly classes: ReadonlyMap<string, string>;
  /** Last three letters → the parts of speech of rare words that end so. */
  readonly endings: ReadonlyMap<string, string>;
  /** Form → the number of its group of words that are used alike. */
  readonly groups: ReadonlyMap<string, number>;
  /** Irregular form → lemma. */
  readonly lemmas: ReadonlyMap<string, string>;
  /** Lemma → how often it is a cue, in buckets from 1 (seldom) to 6 (nearly always). */
  readonly cues: ReadonlyMap<string, number>;
  /** Small words that stand within names ("of", "de"), with how often they do. */
  readonly links: ReadonlyMap<string, number>;
  /** Form → what lists of names have it as, a letter each: "gl" is a given name and a place. */
  readonly listed: ReadonlyMap<string, string>;
}

/** A word as the features see it. */
export interface WordValues {
  readonly word: number;
  readonly lemma: number;
  readonly wordClass: number;
  readonly group: number;
  readonly shape: number;
  readonly ending: number;
  readonly listed: number;
  readonly cue: number;
  readonly verb: boolean;
  /** Whether it may be part of a name by its letters: "Penn", "al-Amin", "3M". */
  readonly capital: boolean;
}

/** The numbers of what stands before the first token and after the last. */
export const WORD_BEFORE = 0;
export const WORD_AFTER = 1;

/**
 * Words by number, each looked up once, since most tokens of a text have been seen before. What else is worth knowing of a
 * word can be kept by its number too.
 */
export class KnownWords {
  private readonly vocabulary: Vocabulary;
  private readonly values: WordValues[] = [edge(BEFORE), edge(AFTER)];
  private readonly numbers = new Map<string, number>();
  private readonly marks = new Map<string, number>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  get size(): number {
    return this.values.length;
  }

  numberOf(text: string, form: string): number {
    return this.numbers.get(text) ?? this.add(this.numbers, text, valuesOf(text, form, this.vocabulary));
  }

  /** A quotation mark of any kind is one word, so that kinds of marks make no difference. */
  numberOfMark(text: string, form: string): number {
    const known = this.marks.get(text);
    if (known !== undefined) return known;
    const mark = { word: QUOTATION_MARK, lemma: QUOTATION_MARK, wordClass: QUOTATION_MARK };
    return this.add(this.marks, text, { ...valuesOf(text, form, this.vocabulary), ...mark });
  }

  at(number: number): WordValues {
    return this.values[number] as WordValues;
  }

  private add(numbers: Map<string, number>, text: string, values: WordValues): number {
    numbers.set(text, this.values.length);
    return this.values.push(values) - 1;
  }
}

const QUOTATION_MARK = hashText('"');

/** The values of no word. */
function edge(value: number): WordValues {
  const hashes = {
    word: value,
    lemma: value,
    wordClass: value,
    group: value,
    shape: value,
    ending: value,
    listed: value,
  };
  return { ...hashes, cue: value, verb: false, capital: false };
}

function valuesOf(text: string, written: string, vocabulary: Vocabulary): WordValues {
  const form = americanOf(written, (one) => vocabulary.classes.has(one) || vocabulary.groups.has(one));
  const lemma = lemmaOf(form, vocabulary);
  const wordClass = classOf(text, form, vocabulary);
  return {
    word: hashText(form),
    lemma: hashText(lemma),
    wordClass: hashText(wordClass),
    group: vocabulary.groups.get(form) ?? NO_GROUP,
    shape: hashText(`shape ${shapeOf(text)}`),
    ending: hashText(`ending ${form.slice(-3)}`),
    listed: hashText(vocabulary.listed.get(form) ?? ''),
    cue: vocabulary.cues.get(lemma) ?? 0,
    verb: /V|M/.test(wordClass),
    capital: CAPITAL.test(text),
  };
}

const CAPITAL = /^[\p{Lu}\p{Lt}]|^\p{Ll}{1,2}[-'’]?\p{Lu}|^\p{N}+\p{Lu}/u;
/** Stands for a word that is in no group. */
const NO_GROUP = 255;

/**
 * The lemma of an English form: from the list of irregular ones, else the form without its ending, as the first of its
 * possible stems that is a known word ("adding" is of "add", "stated" of "state", "planned" of "plan").
 */
export function lemmaOf(form: string, { lemmas, classes }: Pick<Vocabulary, 'lemmas' | 'classes'>): string {
  const listed = lemmas.get(form);
  if (listed !== undefined) return listed;
  return stems(form).find((stem) => classes.has(stem)) ?? form;
}

function stems(form: string): string[] {
  const [, stem, ending] = /^(.{2,}?)(ies|ied|es|s|ed|ing)$/.exec(form) ?? [];
  if (stem === undefined || !/[aeiouy]/.test(stem)) return [];
  if (ending === 's') return /[su]$/.test(stem) ? [] : [stem];
  if (ending === 'es') return [`${stem}e`, stem];
  if (ending === 'ies' || ending === 'ied') return [`${stem}y`];
  if (/([bdgklmnprt])\1$/.test(stem)) return [stem, stem.slice(0, -1)];
  // "hoped" is of "hope" and "reported" of "report": one vowel before one consonant lost an e, or would have doubled.
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`];
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
