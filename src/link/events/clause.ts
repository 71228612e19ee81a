import type { Event } from '../../record/index.ts';
import { type FoldedWord, foldedWords, overlaps, type Range } from '../../text/index.ts';
import type { LinkWords } from '../words.ts';
import { listsOf, type Scene, unbroken } from './naming.ts';
import { sentenceAt } from './sentence.ts';

/** A clause of a report that tells an event: its pieces, of which the words between two are left out. */
export interface Clause {
  readonly pieces: readonly Range[];
  /** How well it says who: by the name of one who takes part, in words, not at all. */
  readonly who: 'named' | 'told' | 'not told';
}

const MOST_BEFORE = 8;
const MOST_BEHIND = 6;
const MOST_AROUND = 5;

/** The clause around the verb of an event: from whoever does it to where a date or another clause begins. */
export function clauseAt(
  span: Range,
  { scene, participants }: { scene: Scene; participants: Event['participants'] },
  words: LinkWords,
): Clause {
  const { text } = scene.report;
  const sentence = sentenceAt(scene.report, span);
  const end = endOf(span, sentence, { scene, words });
  const before = subjectBefore(
    foldedWords(text, { start: sentence.start, end: span.start }),
    span,
    text,
    words,
  );
  const own = { start: before[0]?.start ?? span.start, end };
  const front = text.slice(sentence.start, span.start);
  const named = participants.flatMap(({ name, actor }) => {
    const at = name === '' ? -1 : front.lastIndexOf(name);
    const start = sentence.start + at;
    return at < 0 ? [] : [{ start, end: start + name.length, isActor: actor !== null }];
  });
  const who = named.toSorted((a, b) => Number(b.isActor) - Number(a.isActor) || b.start - a.start)[0];
  if (who === undefined && before.length > 0) return { pieces: [own], who: 'told' };
  if (who === undefined) return { pieces: [{ start: around(span, sentence, text), end }], who: 'not told' };
  const { start } = who;
  const rank = who.isActor ? 'named' : 'told';
  if (start >= own.start) return { pieces: [{ start, end }], who: rank };
  if (before.length > 0) return { pieces: [own], who: 'told' };
  return { pieces: [{ start, end: who.end }, own], who: rank };
}

/** The words right before a verb up to a mark or to where its clause begins; none where these are too many. */
function subjectBefore(
  all: readonly FoldedWord[],
  { start }: Range,
  text: string,
  words: LinkWords,
): readonly FoldedWord[] {
  const { ends } = listsOf(words);
  const stop = all.findLastIndex(
    (word, at) => ends.has(word.form) || /[^\s]/u.test(text.slice(word.end, all[at + 1]?.start ?? start)),
  );
  const own = all.slice(stop + 1);
  return own.length > MOST_BEFORE ? [] : own;
}

/** Where some words before a verb begin that tell nobody in particular. */
function around({ start }: Range, sentence: Range, text: string): number {
  const before = foldedWords(text, { start: sentence.start, end: start });
  return before.at(-MOST_AROUND)?.start ?? before[0]?.start ?? start;
}

/** Where a clause ends: at a mark, a date or another clause, and not with a word that leads to one. */
function endOf(span: Range, sentence: Range, { scene, words }: { scene: Scene; words: LinkWords }): number {
  const { ends } = listsOf(words);
  const { text } = scene.report;
  const after = unbroken(foldedWords(text, { start: span.end, end: sentence.end }), scene, span.end);
  const stop = after.findIndex(({ form }) => ends.has(form));
  const kept = after.slice(0, stop < 0 ? after.length : stop);
  const few = kept.length > MOST_BEHIND ? [] : kept;
  const isDated = scene.times.some(({ span: time }) => overlaps(time, span));
  return isDated ? span.end : (few.findLast(({ form }) => !words.light.has(form))?.end ?? span.end);
}
