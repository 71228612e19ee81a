import { disjoint, fold, lastStartingBy, overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Quotation } from '../quotations/index.ts';
import type { Found } from './found.ts';
import type { AttributionWords } from './mode.ts';
import { maySpeak } from './subject.ts';

/** Up to where the phrase behind a quotation goes: a mark, or the end of what is looked at. */
const PHRASE = /^(?<comma>,?) (?<words>[^,;:—–()“”"«»\n]{3,160}?)(?=[,;:—–()“”"«»\n]|[.!?]?$)/u;
const REACH = 160;
/** What may follow who and the verb: when, where and to whom it was said. */
const CIRCUMSTANCE = new Set(
  'on in at to by of from with during after before following amid as when while who yesterday today late early earlier later last this'.split(
    ' ',
  ),
);
const ADVERB = /^(?:also|then|later|again|\p{Ll}+ly|has|have|had)$/u;
/** No name begins so, and a day speaks no word: “Low Tide,” published Monday by …. */
const NO_SUBJECT =
  /^(?:by|in|on|at|for|of|from|with|about|as|to|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const MOST_WORDS = 10;
/** The longest entries of the lexicon: "hit out at". */
const LONGEST = 3;
const FEWEST_QUOTED = 3;
const CONFIDENCE = 0.7;

/**
 * “The bridge is unsafe,” retorted Mayor Edda Bream; “…,” the mayor retorted: a sentence that begins with a quotation and goes
 * on with who and any verb of saying, in either order. The tagger knows the verbs that its corpus had; grammar knows the rest.
 */
export function behindQuotations(
  found: readonly Found[],
  { text, quotations, blocks }: Layout,
  words: AttributionWords,
): Found[] {
  const taken = disjoint(found.flatMap(({ cue, source, content }) => [...cue, ...source, ...content]));
  const made = quotations
    .filter(({ level, closing }) => level === 0 && closing === 'closed')
    .filter((quotation) => overlapping(taken, quotation).length === 0)
    .flatMap((quotation): Found[] => {
      const [block] = overlapping(blocks, quotation);
      if (block === undefined) return [];
      const sentence = block.sentences[lastStartingBy(block.sentences, quotation.end - 1)];
      if (sentence === undefined || sentence.start < quotation.start || !isOpen(text, quotation)) return [];
      const said = saidBehind(text, { start: quotation.end, end: sentence.end }, words);
      if (said === null || overlapping(taken, said.cue).length + overlapping(taken, said.source).length > 0)
        return [];
      return [
        {
          cue: [said.cue],
          source: [said.source],
          content: [{ start: quotation.start, end: quotation.end }],
          confidence: CONFIDENCE,
        },
      ];
    });
  return [...found, ...made];
}

/** A sentence in marks that the sentence around goes on from, and no title. */
function isOpen(text: string, { start, end }: Quotation): boolean {
  const inside = text.slice(start, end);
  const closes = /[,?!…—-]["”’»']{1,2}$/u.test(inside) || text.charAt(end) === ',';
  return closes && inside.split(/\s+/).length >= FEWEST_QUOTED;
}

interface Said {
  readonly cue: Range;
  readonly source: Range;
}

function saidBehind(text: string, { start, end }: Range, words: AttributionWords): Said | null {
  const match = PHRASE.exec(text.slice(start, Math.min(end, start + REACH)));
  if (match?.groups === undefined) return null;
  const from = start + match[0].length - (match.groups.words ?? '').length;
  const tokens = tokensOf(match.groups.words ?? '', from);
  return inverted(text, tokens, words) ?? straight(text, tokens, words);
}

const tokensOf = (words: string, from: number): Range[] =>
  [...words.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }));

/** "retorted the mayor on Monday" */
function inverted(text: string, tokens: readonly Range[], words: AttributionWords): Said | null {
  const wordAt = (index: number) => textOf(text, tokens.slice(index, index + 1));
  let first = 0;
  while (ADVERB.test(wordAt(first))) first++;
  const length = lengthOfCue(text, tokens.slice(first), words);
  if (length === 0) return null;
  const behind = first + length;
  let last = behind;
  while (last < tokens.length && !(last > behind && isAside(text, tokens, last))) last++;
  return said(text, { cue: tokens.slice(first, behind), source: tokens.slice(behind, last) });
}

/** "the mayor also retorted on Monday" */
function straight(text: string, tokens: readonly Range[], words: AttributionWords): Said | null {
  for (let at = 1; at <= Math.min(MOST_WORDS, tokens.length - 1); at++) {
    const length = lengthOfCue(text, tokens.slice(at), words);
    const behind = at + length;
    if (length === 0 || (behind < tokens.length && !isAside(text, tokens, behind))) continue;
    let last = at;
    while (last > 1 && ADVERB.test(textOf(text, tokens.slice(last - 1, last)))) last--;
    return said(text, { cue: tokens.slice(last, behind), source: tokens.slice(0, last) });
  }
  return null;
}

/** "in the chamber" and "of the town" belong to who where a name or a noun phrase goes on; "on Monday" never does. */
function isAside(text: string, tokens: readonly Range[], index: number): boolean {
  const word = textOf(text, tokens.slice(index, index + 1));
  const next = textOf(text, tokens.slice(index + 1, index + 2));
  return word === 'of' ? /^(?:his|her|its|their|it)$/.test(next) : CIRCUMSTANCE.has(word);
}

function said(
  text: string,
  { cue, source }: { cue: readonly Range[]; source: readonly Range[] },
): Said | null {
  const who = textOf(text, source);
  if (source.length === 0 || source.length > MOST_WORDS || NO_SUBJECT.test(who) || !maySpeak(who))
    return null;
  return { cue: hull(cue), source: hull(source) };
}

/** How many words at the beginning are an entry of the lexicon for what is said, the longest first; no participle of the present. */
function lengthOfCue(text: string, tokens: readonly Range[], { cues }: AttributionWords): number {
  for (let length = Math.min(LONGEST, tokens.length); length > 0; length--) {
    const form = fold(textOf(text, tokens.slice(0, length)));
    if (cues.get(form)?.mode === 'said' && !/^\S+ing\b/.test(form)) return length;
  }
  return 0;
}

const hull = (tokens: readonly Range[]): Range => ({
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
});

const textOf = (text: string, tokens: readonly Range[]) =>
  tokens.length === 0 ? '' : text.slice(hull(tokens).start, hull(tokens).end);
