import { overlapping, overlaps, type Range, trimmed } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, hullOf } from './found.ts';

/** Where the source after "according to" ends: at a mark that closes the phrase, or at the sentence's end. */
const END_OF_PHRASE = /[,;:—–(]|\s-\s|["“”«»]|[.!?](?:\s|$)|$/u;
const MOST_WORDS = 14;
/** What stands between a subject and its verb. */
const ADVERBS = /(?:\s+(?:also|later|then|further|again|still|now|has|had|have|\p{Ll}+ly))+$/u;
const SUBJECT =
  /(?:^|[,;:.!?“”"]\s+|\b(?:and|but|while|as)\s+)((?:\p{Lu}|the\s|an?\s|he\b|she\b|they\b|it\b|who\b)[^,;:]{0,80})$/u;

/**
 * "She also added that, according to the centre, 31 calls had come in": whom "according to" names follows it, and who adds
 * stands before the verb, whichever way the tagger joined them; what the centre says lies within what she added.
 */
export function accordingTo(found: readonly Found[], layout: Layout): Found[] {
  return found.filter(isAccordingTo(layout.text)).reduce<Found[]>(
    (all, inner) => {
      const source = sourceAfter(layout, inner);
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

function sourceAfter(layout: Layout, { cue }: Found): Range | null {
  const { text } = layout;
  const from = cue.at(-1)?.end ?? 0;
  const sentence = sentenceAt(layout, from - 1);
  if (sentence === null) return null;
  const rest = text.slice(from, sentence.end);
  const range = trimmed(text, { start: from, end: from + rest.search(END_OF_PHRASE) });
  const words = text.slice(range.start, range.end);
  return words === '' || words.split(/\s+/).length > MOST_WORDS ? null : range;
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
  const outer = all.find(
    (other) =>
      other !== inner &&
      other.cue.every((range) => sentence.start <= range.start && range.end <= cue.start) &&
      other.cue.length > 0 &&
      (hullOf(other.content)?.end ?? 0) > source.end &&
      (other.source.some((range) => overlaps(range, source)) ||
        (hullOf(other.content)?.start ?? cue.start) <= cue.start),
  );
  if (outer === undefined)
    return misled ? all.map((one) => (one === inner ? { ...inner, source: [source] } : one)) : [...all];
  const said = trimmed(text, {
    start: source.end + (/^[,\s]+/.exec(text.slice(source.end))?.[0].length ?? 0),
    end: hullOf(outer.content)?.end ?? source.end,
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
    content: [{ start: begins, end: said.end }],
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

/** The words between the last mark or conjunction before a verb and the verb, without adverbs. */
function subjectOf(text: string, { cue }: Found, sentence: Range): Range | null {
  const verb = hullOf(cue)?.start ?? sentence.start;
  const before = text.slice(sentence.start, verb).trimEnd().replace(ADVERBS, '');
  const subject = SUBJECT.exec(before)?.[1];
  if (subject === undefined) return null;
  return { start: sentence.start + before.length - subject.length, end: sentence.start + before.length };
}
