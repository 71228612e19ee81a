import { contains, overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';

/**
 * A label: one to six words, most of them capitalised, what they are and where behind commas, a remark in brackets, a
 * colon, and words that do not open with a quotation mark: "ATBERG (voice-over): ", "(UNIDENTIFIED MALE): ".
 */
const LABEL =
  /^\(?((?:\p{Lu}[\p{L}\p{M}.’'-]*)(?: (?:\p{Lu}[\p{L}\p{M}.’'-]*|of|the|and|&|de|van|von|del|al|bin)){0,5}(?:, \p{Lu}[\p{L}\p{M}’' -]{1,40}){0,2})\)?(?: \([^()\n]{1,40}\))?(?::|(?<=^[QA])\.)\s+(?=[^\s"“”„«‘'])/u;
/** So many turns make a talk, of at least two speakers, one of whom speaks again or all of whom are named in capitals. */
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
 * line, and the rest of the line is said. What the tagger found in what is said stays, within the turn.
 */
export function turnsOfTalk(found: readonly Found[], { text, blocks }: Layout): Found[] {
  const turns = blocks.flatMap(({ start, end }) => turnIn(text, { start, end }));
  const times = new Map<string, number>();
  for (const { label } of turns) {
    const [name = ''] = text.slice(label.start, label.end).split(',');
    const key = name.slice(name.lastIndexOf(' ') + 1);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const inCapitals = [...times.keys()].every((name) => name === name.toUpperCase());
  const isTalk = times.size >= 2 && (times.size < turns.length || inCapitals);
  if (turns.length < FEWEST_TURNS || !isTalk) return [...found];
  const lines = turns.map(({ label, words }) => ({ start: label.start, end: words.end }));
  return [
    ...withinTurns(
      found,
      lines,
      turns.map(({ words }) => words),
    ),
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
  const from = start + whole.indexOf(label);
  const colon = start + whole.trimEnd().length - 1;
  const last = text.charAt(end - 1) === '.' ? end - 1 : end;
  return [
    {
      label: { start: from, end: from + label.length },
      cue: { start: colon, end: colon + 1 },
      words: { start: start + whole.length, end: last },
    },
  ];
}

/** What was found outside of turns, and in what one of them says; what reaches over a label is void. Both are in the order of the text. */
export function withinTurns(
  found: readonly Found[],
  lines: readonly Range[],
  said: readonly Range[],
): Found[] {
  return found.filter(({ cue, source, content }) => {
    const all = [...cue, ...source, ...content];
    if (all.every((part) => overlapping(lines, part).length === 0)) return true;
    const [first, ...more] = all.map((part) =>
      overlapping(said, part).find((piece) => contains(piece, part)),
    );
    return first !== undefined && more.every((piece) => piece === first);
  });
}
