import { overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';

/** A label of one to six words, most of them capitalised, a colon, and words that do not open with a quotation mark. */
const LABEL =
  /^((?:\p{Lu}[\p{L}\p{M}.’'-]*)(?: (?:\p{Lu}[\p{L}\p{M}.’'-]*|of|the|and|de|van|von|del|al|bin)){0,5}):\s+(?=[^\s"“”„«‘'])/u;
/** So many turns make a talk, of at least two speakers, one of whom speaks again. */
const FEWEST_TURNS = 3;
/** Labels at the beginning of lines leave hardly a doubt. */
const CONFIDENCE = 0.95;

interface Turn {
  readonly label: Range;
  readonly cue: Range;
  readonly words: Range;
}

/**
 * Turns of an interview or a debate, "Dovic: It is arithmetic.": who speaks stands before the colon at the beginning of a
 * line, and the rest of the line is said. What the tagger found in those lines is left to a second look at what is said.
 */
export function turnsOfTalk(found: readonly Found[], { text, blocks }: Layout): Found[] {
  const turns = blocks.flatMap(({ start, end }) => turnIn(text, { start, end }));
  const times = new Map<string, number>();
  for (const { label } of turns) {
    const name = text.slice(label.start, label.end);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  if (turns.length < FEWEST_TURNS || times.size < 2 || times.size === turns.length) return [...found];
  const lines = turns.map(({ label, words }) => ({ start: label.start, end: words.end }));
  const inTurn = ({ cue }: Found) => cue.some((range) => overlapping(lines, range).length > 0);
  return [
    ...found.filter((attribution) => !inTurn(attribution)),
    ...turns.map(
      ({ label, cue, words }): Found => ({
        source: [label],
        cue: [cue],
        content: [words],
        confidence: CONFIDENCE,
        turn: true,
      }),
    ),
  ];
}

function turnIn(text: string, { start, end }: Range): Turn[] {
  const match = LABEL.exec(text.slice(start, end));
  if (match === null) return [];
  const [whole, label = ''] = match;
  const colon = start + label.length;
  const last = text.charAt(end - 1) === '.' ? end - 1 : end;
  return [
    {
      label: { start, end: colon },
      cue: { start: colon, end: colon + 1 },
      words: { start: start + whole.length, end: last },
    },
  ];
}
