import type { Report, Time } from '../../record/index.ts';
import { type FoldedWord, foldedWords, overlaps, type Range, remembered } from '../../text/index.ts';
import { type LinkWords, stemsOf } from '../words.ts';
import { sentenceAt } from './sentence.ts';

/** A phrase of a report that names an event, without its article and what tells how it stands. */
export interface Naming extends Range {
  /** The occasion that its noun names; null where the noun may be any. */
  readonly family: string | null;
  /** How many words it has beside its noun that say something. */
  readonly fullness: number;
}

/** Where words of a report are looked at. */
export interface Scene {
  readonly report: Pick<Report, 'text' | 'blocks'>;
  readonly times: readonly Pick<Time, 'span'>[];
  /** Where the report says the event to be, and whether it is there as it stands. */
  readonly place: (Range & { readonly stands: boolean }) | null;
}

type Word = FoldedWord;

/** Words of a phrase; longer ones are sentences. */
const LONGEST = 10;
/** So many words without a capital are taken from behind what was read as the event's name. */
const MOST_BEHIND = 2;

export const listsOf = remembered(({ phrases }: LinkWords) => ({
  determiners: new Set(phrases.determiner),
  verbs: new Set(phrases['verb-opening']),
  state: new Set(phrases['of-its-date']),
  ends: new Set(phrases['ends-phrase']),
  leads: new Set(phrases['leads-to-topic']),
  behind: new Set(phrases['behind-occasion']),
}));

/** The phrase that names an event in some of its words, with what stands right behind them; null where a verb tells it, or nothing names it. */
export function namingIn(span: Range, scene: Scene, words: LinkWords): Naming | null {
  const { determiners, verbs, state, behind } = listsOf(words);
  const { text } = scene.report;
  const own = unbroken(foldedWords(text, span), scene);
  const verb = headlineVerbAt(own, scene.report, words);
  const first = own.findIndex(({ form }, at) => at > verb && !determiners.has(form) && !state.has(form));
  const [opening] = own;
  if (
    opening === undefined ||
    first < 0 ||
    verbs.has(opening.form) ||
    words.phrases.nobody.includes(opening.form)
  )
    return null;
  const head = headOf(own, first, words);
  const noun = own[head];
  if (noun === undefined || own.slice(first, head + 1).some(({ form }) => verbs.has(form))) return null;
  const family = words.occasionOf(noun.form);
  const before = wordBefore(text, opening);
  const isNoun = verb >= 0 || determiners.has(opening.form) || determiners.has(before) || behind.has(before);
  if (family === null && !(isNoun && isThing(noun, text))) return null;
  const phrase = endedPhrase(own.slice(first), head - first, words);
  const whole = withTopic(phrase, scene, words);
  const kept = withoutPlace(whole, { scene, least: head - first + 1 }, words);
  const range = { start: kept[0]?.start ?? span.start, end: kept.at(-1)?.end ?? span.end };
  const place = scene.place ?? { start: 0, end: 0 };
  const told = kept.flatMap((word) =>
    overlaps(word, place) || words.phrases.ordinal.includes(word.form) ? [] : [word.form],
  );
  return { ...range, family, fullness: new Set(stemsOf(told.join(' '), words)).size - 1 };
}

/**
 * Where a headline's verb stands in words that were read as a name, before what it is done to: "Hauliers reject closure of bridge";
 * -1 where none does. Several do it, so that the verb is bare, and the report tells it in the past too: "rejected".
 */
function headlineVerbAt(own: readonly Word[], report: Scene['report'], { irregular }: LinkWords): number {
  const isSeveral = (at: number) =>
    /[^s]s$/u.test(own[at]?.form ?? '') && /^\p{Lu}/u.test(report.text.charAt(own[0]?.start ?? 0));
  const at = own.findIndex((_, nth) => nth > 0 && nth < own.length - 1 && isSeveral(nth - 1));
  const form = own[at]?.form;
  if (form === undefined) return -1;
  const pasts = new Set([`${form}ed`, `${form}d`, form.replace(/y$/u, 'ied')]);
  const isPast = (told: string) => told !== form && (pasts.has(told) || irregular.get(told) === form);
  return foldedWords(report.text).some((word) => isPast(word.form)) ? at : -1;
}

/** The first noun that names an occasion, else the last word before what hangs on it. */
function headOf(own: readonly Word[], first: number, words: LinkWords): number {
  const { ends, behind } = listsOf(words);
  const stop = own.findIndex(({ form }, at) => at > first && (ends.has(form) || behind.has(form)));
  const last = stop < 0 ? own.length : stop;
  const known = own.findIndex(({ form }, at) => at >= first && at < last && words.occasionOf(form) !== null);
  return known >= 0 ? known : last - 1;
}

/** One thing without a name: neither somebody nor several. */
function isThing({ start, end, form }: Word, text: string): boolean {
  const isPlural = form.endsWith('s') && !form.endsWith('ss');
  return end - start > 2 && !isPlural && /^\p{Ll}/u.test(text.charAt(start));
}

/** A phrase up to where another clause begins or a verb stands, and no longer than one may be. */
function endedPhrase(own: readonly Word[], head: number, words: LinkWords): readonly Word[] {
  const { ends, verbs } = listsOf(words);
  const stop = own.findIndex(
    ({ form }, at) =>
      at > head && (verbs.has(form) || (ends.has(form) && !isBetween(own.slice(0, at), form, words))),
  );
  const short = own.slice(0, Math.min(stop < 0 ? own.length : stop, LONGEST));
  const two = short.findIndex(({ form }) => words.phrases['between-two'].includes(form));
  const isCut = two >= 0 && !short.slice(two).some(({ form }) => words.phrases.and.includes(form));
  // "between three towns" is whole, "between his party" is not.
  const isOne = short.at(-1)?.form.endsWith('s') !== true;
  return withoutEdge(isCut && (isOne || stop >= 0) ? short.slice(0, two) : short, words);
}

/** "between Ilvan and Dorrey" goes on behind its "and". */
const isBetween = (before: readonly Word[], form: string, { phrases }: LinkWords) =>
  phrases.and.includes(form) && before.some((word) => word.form === phrases['between-two'][0]);

/** Words without those at their end that lead to something. */
function withoutEdge(own: readonly Word[], words: LinkWords): readonly Word[] {
  const last = own.findLastIndex(({ form }) => !words.light.has(form));
  return own.slice(0, last + 1);
}

/** A phrase with what it is about or between whom it is, where that stands right behind it: names as many as there are, other words only up to a mark. */
function withTopic(phrase: readonly Word[], scene: Scene, words: LinkWords): readonly Word[] {
  const { leads, determiners, ends, verbs, behind } = listsOf(words);
  const { text } = scene.report;
  const last = phrase.at(-1);
  if (last === undefined || phrase.some(({ form }) => behind.has(form))) return phrase;
  const { end } = sentenceAt(scene.report, last);
  const after = unbroken(foldedWords(text, { start: last.end, end }), scene, last.end);
  if (!leads.has(after[0]?.form ?? '')) return phrase;
  const from = determiners.has(after[1]?.form ?? '') ? 2 : 1;
  const rest = after.slice(from);
  const isName = ({ start }: Word) => /^\p{Lu}/u.test(text.charAt(start));
  const named = rest.findIndex((word, at) => !isName(word) && !(at > 0 && joins(rest, at, text)));
  const stops = ({ form }: Word) =>
    words.light.has(form) || ends.has(form) || verbs.has(form) || behind.has(form);
  const plain = rest.findIndex(stops);
  const length = named !== 0 ? (named < 0 ? rest.length : named) : plain < 0 ? rest.length : plain;
  if (length === 0 || (named === 0 && length > MOST_BEHIND)) return phrase;
  const whole = [...phrase, ...after.slice(0, from + length)];
  return whole.length > LONGEST ? phrase : whole;
}

/** "Ilvan and Dorrey": a small word between two names. */
const joins = (rest: readonly Word[], at: number, text: string) =>
  (rest[at]?.form.length ?? 0) <= 3 && /^\p{Lu}/u.test(text.charAt(rest[at + 1]?.start ?? text.length));

/** A phrase without where the event is, which is told beside it; a noun that would stand alone keeps the place that stands. */
function withoutPlace(
  phrase: readonly Word[],
  { scene: { place }, least }: { scene: Scene; least: number },
  words: LinkWords,
): readonly Word[] {
  const at = place === null ? -1 : phrase.findIndex((word) => overlaps(word, place));
  if (at < least) return phrase;
  const short = withoutEdge(phrase.slice(0, at), words);
  return short.length === 1 && place?.stands === true ? phrase : short;
}

/** The words up to the first mark or expression of time between them. */
export function unbroken(
  own: readonly Word[],
  { report: { text }, times }: Scene,
  from: number | undefined = own[0]?.start,
): readonly Word[] {
  const stop = own.findIndex(({ start, end }, at) => {
    const before = at === 0 ? (from ?? start) : (own[at - 1]?.end ?? start);
    return (
      /[^\s]/u.test(text.slice(before, start)) || times.some(({ span }) => overlaps(span, { start, end }))
    );
  });
  return stop < 0 ? own : own.slice(0, stop);
}

/** The word right before another in its line. */
function wordBefore(text: string, { start }: Word): string {
  const from = Math.max(0, start - 24, text.lastIndexOf('\n', start - 1) + 1);
  const last = foldedWords(text, { start: from, end: start }).at(-1);
  return last !== undefined && /^\s+$/u.test(text.slice(last.end, start)) ? last.form : '';
}
