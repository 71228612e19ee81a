import { overlapping, overlaps } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, groupRanges } from './found.ts';
import type { AttributionWords } from './mode.ts';
import { maySpeak } from './subject.ts';

/**
 * "The drivers will walk out on Friday, union secretary Lena Ostrow announced on Monday evening.": who and a verb of saying
 * behind the last comma, and perhaps when or where.
 */
const CLOSING =
  /^(?=(?<dateline>\p{Lu}[\p{Lu}'’ -]+(?:, [^–—-]{1,40})? [–—-]+ )?)\k<dateline>(?<content>.{20,}), (?<source>(?:the |an? |its |his |her |their )?[^,;:“”"«»]{2,80}?) (?<cue>(?:has |have |had )?(?:also |later |earlier )?\p{Ll}+)(?<rest> (?:on|in|at|late|early|yesterday|today|this|last|earlier|during|after|following|amid|before)\b[^;:“”"«»]{0,120}|(?<=told) [^,;:“”"«»]{2,60})?[.!]?$/du;
/** As in the pattern, which looks for it from every comma. */
const LEAST_CONTENT = 20;
const MOST_WORDS = 10;
const CONFIDENCE = 0.7;

/** Sentences that end so and in which the tagger saw no attribution of their own. */
export function closingClauses(
  found: readonly Found[],
  { text, blocks }: Layout,
  words: AttributionWords,
): Found[] {
  const taken = found.flatMap(({ cue, source }) => [...cue, ...source]).toSorted((a, b) => a.start - b.start);
  const made = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence): Found[] => {
      const said = text.slice(sentence.start, sentence.end);
      if (said.lastIndexOf(', ') < LEAST_CONTENT) return [];
      const match = CLOSING.exec(said);
      const { source = '', cue = '' } = match?.groups ?? {};
      if (match === null || source.split(' ').length > MOST_WORDS || !says(cue, source, words)) return [];
      const range = groupRanges(match, sentence.start);
      const tail = { start: range('source').start, end: sentence.end };
      if (overlapping(taken, tail).some((one) => overlaps(one, tail))) return [];
      return [
        {
          content: [range('content')],
          source: [range('source')],
          cue: [range('cue')],
          confidence: CONFIDENCE,
        },
      ];
    });
  return [...found, ...made];
}

/** A verb of saying in the past or present tense, with somebody before it. */
function says(cue: string, source: string, { cues }: AttributionWords): boolean {
  const verb = cue.split(' ').at(-1) ?? '';
  return cues.get(verb)?.mode === 'said' && /(?:ed|said|says|told|wrote)$/.test(verb) && maySpeak(source);
}
