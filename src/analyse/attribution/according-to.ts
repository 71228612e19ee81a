import { bisect, lastStartingBy, overlapping, overlaps, type Range, trimmed } from '../../text/index.ts';
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
  const all = [...found];
  const byCue = inOrderOfCue(found);
  for (const [place, inner] of found.entries()) {
    const source = isAccordingTo(layout.text)(inner) ? sourceAfter(layout, inner, outermost) : null;
    if (source !== null) putSource({ all, byCue }, { place, inner, source }, layout);
  }
  return all;
}

/** Attributions as they are mended, each at its place, and the places of those with a cue by where that begins. */
interface Mended {
  readonly all: Found[];
  readonly byCue: readonly { readonly place: number; readonly start: number }[];
}

const inOrderOfCue = (found: readonly Found[]): Mended['byCue'] =>
  found
    .flatMap(({ cue }, place) => (cue.length === 0 ? [] : [{ place, start: hullOf(cue)?.start ?? 0 }]))
    .toSorted((a, b) => a.start - b.start);

/** So many cues before an "according to" are asked whether it stands in what they attribute: more than any sentence has. */
const MOST_ASKED = 40;

const isAccordingTo =
  (text: string) =>
  ({ cue }: Found): boolean =>
    cue.some(({ start, end }) => /\baccording to$/i.test(text.slice(start, end)));

/** The sentence that a place stands in. */
function sentenceAt({ blocks }: Layout, at: number): Range | null {
  const [block] = overlapping(blocks, { start: at, end: at + 1 });
  const sentence = block?.sentences[lastStartingBy(block.sentences, at)];
  return sentence !== undefined && at < sentence.end ? sentence : null;
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
function putSource(
  { all, byCue }: Mended,
  { place, inner, source }: { place: number; inner: Found; source: Range },
  layout: Layout,
): void {
  const { text } = layout;
  const cue = hullOf(inner.cue);
  const sentence = cue === null ? null : sentenceAt(layout, cue.start);
  if (cue === null || sentence === null) return;
  const misled = !inner.source.some((range) => overlaps(range, source));
  const mend = (mended: Found) => {
    if (all[place] === inner) all[place] = mended;
  };
  const rest = { start: source.end, end: sentence.end };
  const isAround = (other: Found) =>
    other !== inner &&
    other.cue.every((range) => sentence.start <= range.start && range.end <= cue.start) &&
    goesOnIn(other, rest) &&
    (other.source.some((range) => overlaps(range, source)) ||
      (hullOf(other.content)?.start ?? cue.start) <= cue.start);
  const behind = bisect(byCue.length, (index) => (byCue[index]?.start ?? 0) < cue.start);
  const [around] = byCue
    .slice(Math.max(0, behind - MOST_ASKED), behind)
    .map((one) => one.place)
    .toSorted((a, b) => a - b)
    .filter((one) => isAround(all[one] as Found));
  const outer = around === undefined ? undefined : all[around];
  if (around === undefined || outer === undefined) {
    if (misled) mend({ ...inner, source: [source] });
    return;
  }
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
  all[around] = {
    ...outer,
    content: [{ start: begins, end: said.end }, ...outer.content.filter((piece) => !here.includes(piece))],
    source: outer.source.some((range) => overlaps(range, source))
      ? subject === null
        ? []
        : [subject]
      : outer.source,
  };
  mend({ ...inner, source: [source], content: said.start < said.end ? [said] : inner.content });
}

/** Whether all that is said follows its own cue, and goes on behind the source, in the same sentence: none of `“…,” she said, according to X. “…”`. */
function goesOnIn({ cue, content }: Found, behind: Range): boolean {
  const verb = hullOf(cue)?.end ?? behind.end;
  return content.every(({ start }) => start >= verb) && content.some((piece) => overlaps(piece, behind));
}

/** A subject and its adverbs stand within so many characters before the verb. */
const SUBJECT_WITHIN = 400;

/** The words between the last mark or conjunction before a verb and the verb, without adverbs. */
function subjectOf(text: string, { cue }: Found, sentence: Range): Range | null {
  const verb = hullOf(cue)?.start ?? sentence.start;
  const from = Math.max(sentence.start, verb - SUBJECT_WITHIN);
  const before = text.slice(from, verb).trimEnd().replace(ADVERBS, '');
  const subject = SUBJECT.exec(before)?.[1];
  if (subject === undefined) return null;
  return { start: from + before.length - subject.length, end: from + before.length };
}
