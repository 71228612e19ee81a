import { overlapping, overlaps, type Range, trimmed } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, hullOf } from './found.ts';

/** Where the source after "according to" ends: at a mark that closes the phrase, or at the sentence's end. */
const END_OF_PHRASE = /[,;:—–(]|\s-\s|[.!?]?["”’»]?$/u;
const MOST_WORDS = 14;
/** "according to which" points back: who it is stands before. */
const RELATIVE = /^(?:which|whom|whose)\b/;
/** What stands between a subject and its verb. */
const ADVERBS = /(?:\s+(?:also|later|then|further|again|still|now|has|had|have|\p{Ll}+ly))+$/u;
const SUBJECT =
  /(?:^|[,;:.!?“”"]\s+|\b(?:and|but|while|as)\s+)((?:\p{Lu}|the\s|an?\s|he\b|she\b|they\b|it\b|who\b)[^,;:]{0,80})$/u;

/**
 * "She also added that, according to the centre, 31 calls had come in": whom "according to" names follows it, and who adds
 * stands before the verb, whichever way the tagger joined them; what the centre says lies within what she added.
 */
export function accordingTo(found: readonly Found[], layout: Layout): Found[] {
  const outermost = layout.quotations.filter(({ level }) => level === 0);
  return found.filter(isAccordingTo(layout.text)).reduce<Found[]>(
    (all, inner) => {
      const source = sourceAfter(layout, inner, outermost);
      return source === null ? all : withSource(all, { inner, source }, layout);
    },
    [...found],
  );
}

const isAccordingTo =
  (text: string) =>
  ({ cue }: Found): boolean =>
    cue.some(({ start, end }) => /\baccording to$/i.test(text.slice(start, end)));

/** The sentence that a place stands in. */
function sentenceAt({ blocks }: Layout, at: number): Range | null {
  const [block] = overlapping(blocks, { start: at, end: at + 1 });
  return block?.sentences.find(({ start, end }) => start <= at && at < end) ?? null;
}

function sourceAfter(layout: Layout, { cue }: Found, outermost: Layout['quotations']): Range | null {
  const { text } = layout;
  const from = cue.at(-1)?.end ?? 0;
  const sentence = sentenceAt(layout, from - 1);
  if (sentence === null) return null;
  const [around] = overlapping(outermost, { start: from - 1, end: from });
  const rest = text.slice(from, Math.min(sentence.end, around?.end ?? sentence.end));
  const range = trimmed(text, { start: from, end: from + rest.search(END_OF_PHRASE) });
  const words = text.slice(range.start, range.end);
  const isNone = words === '' || words.split(/\s+/).length > MOST_WORDS || RELATIVE.test(words);
  return isNone ? null : range;
}

/** Puts the source where it belongs, and takes it away from the statement around. */
function withSource(
  all: readonly Found[],
  { inner, source }: { inner: Found; source: Range },
  layout: Layout,
): Found[] {
  const { text } = layout;
  const cue = hullOf(inner.cue);
  const sentence = cue === null ? null : sentenceAt(layout, cue.start);
  if (cue === null || sentence === null) return [...all];
  const misled = !inner.source.some((range) => overlaps(range, source));
  const behind = { start: source.end, end: sentence.end };
  const outer = all.find(
    (other) =>
      other !== inner &&
      other.cue.every((range) => sentence.start <= range.start && range.end <= cue.start) &&
      other.cue.length > 0 &&
      goesOnIn(other, behind) &&
      (other.source.some((range) => overlaps(range, source)) ||
        (hullOf(other.content)?.start ?? cue.start) <= cue.start),
  );
  if (outer === undefined)
    return misled ? all.map((one) => (one === inner ? { ...inner, source: [source] } : one)) : [...all];
  const here = outer.content.filter(({ start }) => start < sentence.end);
  const said = trimmed(text, {
    start: source.end + (/^[,\s]+/.exec(text.slice(source.end, source.end + 9))?.[0].length ?? 0),
    end: hullOf(here)?.end ?? source.end,
  });
  const verb = hullOf(outer.cue)?.end ?? cue.start;
  const conjunction = /^\s+(?=that,?\s*$)/.exec(text.slice(verb, cue.start));
  const begins =
    conjunction === null
      ? Math.min(hullOf(outer.content)?.start ?? said.start, cue.start)
      : verb + conjunction[0].length;
  const subject = subjectOf(text, outer, sentence);
  const around: Found = {
    ...outer,
    content: [{ start: begins, end: said.end }, ...outer.content.filter((piece) => !here.includes(piece))],
    source: outer.source.some((range) => overlaps(range, source))
      ? subject === null
        ? []
        : [subject]
      : outer.source,
  };
  const within: Found = {
    ...inner,
    source: [source],
    content: said.start < said.end ? [said] : inner.content,
  };
  return all.map((one) => (one === inner ? within : one === outer ? around : one));
}

/** Whether all that is said follows its own cue, and goes on behind the source, in the same sentence: none of `“…,” she said, according to X. “…”`. */
function goesOnIn({ cue, content }: Found, behind: Range): boolean {
  const verb = hullOf(cue)?.end ?? behind.end;
  return content.every(({ start }) => start >= verb) && content.some((piece) => overlaps(piece, behind));
}

/** The words between the last mark or conjunction before a verb and the verb, without adverbs. */
function subjectOf(text: string, { cue }: Found, sentence: Range): Range | null {
  const verb = hullOf(cue)?.start ?? sentence.start;
  const before = text.slice(sentence.start, verb).trimEnd().replace(ADVERBS, '');
  const subject = SUBJECT.exec(before)?.[1];
  if (subject === undefined) return null;
  return { start: sentence.start + before.length - subject.length, end: sentence.start + before.length };
}
