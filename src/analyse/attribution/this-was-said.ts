import { overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';
import type { AttributionWords } from './mode.ts';

/** "This", "This information", "The news", a passive verb, "by", and who up to the end of the phrase. */
const PASSIVE =
  /^(?<content>(?:This|That|It|The same)|(?:This|That|The) \p{Ll}+) (?<cue>(?:was|is|were|are|has been|have been|had been)(?: \p{Ll}+){0,2}? (?<verb>\p{Ll}+)(?: \p{Ll}+){0,4}? by) (?<source>\S.*?)(?=,? (?:in|on|at|during|to|after|late|earlier|while|when|who|yesterday|today)\s|[,;:—–]|[.!?]?$)/su;
/** What a regular construction leaves in doubt is little. */
const CONFIDENCE = 0.8;
const MOST_WORDS = 14;

/** "This was stated by X": a passive of a verb of saying whose subject points back. */
export function thisWasSaid(
  found: readonly Found[],
  { text, blocks }: Layout,
  words: AttributionWords,
): Found[] {
  const made = blocks
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence) => {
      const match = PASSIVE.exec(text.slice(sentence.start, sentence.end));
      const { content = '', cue = '', verb = '', source = '' } = match?.groups ?? {};
      const isPointer =
        /^(?:This|That|It|The same)$/.test(content) || words.pointers.has(content.split(' ')[1] ?? '');
      if (!isPointer || words.cues.get(verb)?.mode !== 'said' || source.split(/\s+/).length > MOST_WORDS)
        return [];
      const at = (start: number, length: number): Range => ({
        start: sentence.start + start,
        end: sentence.start + start + length,
      });
      const from = content.length + 1;
      return [
        {
          content: [at(0, content.length)],
          cue: [at(from, cue.length)],
          source: [at(from + cue.length + 1, source.length)],
          confidence: CONFIDENCE,
        },
      ];
    });
  const cues = made.flatMap(({ cue }) => cue);
  const replaced = ({ cue }: Found) => cue.some((range) => overlapping(cues, range).length > 0);
  return [...found.filter((attribution) => !replaced(attribution)), ...made];
}
