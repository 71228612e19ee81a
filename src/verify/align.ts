import { likeness } from '../text/index.ts';
import type { AskedWord } from './asked.ts';
import type { ToldWord } from './told.ts';

/** One step of an alignment: a word that is the same, spelled otherwise or another, one that was left out, one put in. */
export type Step =
  | { readonly kind: 'same' | 'misspelt' | 'changed'; readonly asked: AskedWord; readonly told: ToldWord }
  | { readonly kind: 'put in'; readonly asked: AskedWord }
  | { readonly kind: 'bracket'; readonly asked: AskedWord }
  | { readonly kind: 'left out' | 'passed over'; readonly told: ToldWord };

export interface Alignment {
  readonly steps: readonly Step[];
  /** What it costs to turn the asked words into the told ones; 0 when they are the same. */
  readonly cost: number;
}

/** Two words spelled more alike than this are one word misspelt. */
const ALIKE = 0.7;
const MISSPELT = 0.4;
/** Words left out cost this to begin with, and this for each: a cut is one change, however long, but not for nothing. */
const CUT = 0.7;
const CUT_WORD = 0.25;
/** So small that it only decides between equals: words in quotation marks before the same words outside. */
const OUTSIDE = 0.001;
/** A bracket stands for a few words: each that it covers costs this, so that it never swallows a sentence. */
const COVERED = 0.05;
const PASSED = 0.0005;

const DIAGONAL = 0;
const UP = 1;
const LEFT = 2;
/** Set where a run of words left out began at this cell rather than going on. */
const OPENED = 4;

/**
 * The cheapest way to find all asked words, in order, in one stretch of the told ones: semi-global alignment by words
 * (Needleman and Wunsch 1970, with free ends in the text) with affine costs for words left out (Gotoh 1982).
 * An ellipsis, an editor's bracket on either side, and the attribution in the middle of a quotation cost nothing or
 * next to nothing. Null when there are no words.
 */
export function align(asked: readonly AskedWord[], told: readonly ToldWord[]): Alignment | null {
  const rows = asked.length;
  const columns = told.length;
  if (rows === 0 || columns === 0) return null;
  const width = columns + 1;
  const substitution = substitutions();
  const from = new Uint8Array((rows + 1) * width);
  let above = new Float64Array(width);
  for (let row = 1; row <= rows; row++) {
    const word = asked[row - 1] as AskedWord;
    const skip = skipping(word, asked[row]);
    const putIn = word.bracketed ? 0 : word.weight;
    const current = new Float64Array(width);
    current[0] = (above[0] ?? 0) + putIn;
    from[row * width] = UP;
    let left = Number.POSITIVE_INFINITY;
    for (let column = 1; column <= columns; column++) {
      const other = told[column - 1] as ToldWord;
      const free = other.free ? PASSED : null;
      const opened = (current[column - 1] ?? 0) + (free ?? skip.open + skip.word);
      const wentOn = left + (free ?? skip.word);
      left = Math.min(opened, wentOn);
      let best = (above[column - 1] ?? 0) + substitution(word, other);
      let direction = DIAGONAL;
      const up = (above[column] ?? 0) + putIn;
      if (up < best) {
        best = up;
        direction = UP;
      }
      if (left < best) {
        best = left;
        direction = LEFT;
      }
      current[column] = best;
      from[row * width + column] = direction | (opened <= wentOn ? OPENED : 0);
    }
    above = current;
  }
  const end = above.reduce((least, cost, column) => (cost < (above[least] ?? 0) ? column : least), 0);
  return { steps: traceBack(asked, told, from, end), cost: above[end] ?? 0 };
}

/** What it costs to pass over told words after this asked one. */
function skipping(word: AskedWord, next: AskedWord | undefined): { open: number; word: number } {
  if (next === undefined) return { open: 1, word: 1 };
  if (next.afterGap) return { open: 0, word: 0 };
  return word.bracketed || next.bracketed ? { open: 0, word: COVERED } : { open: CUT, word: CUT_WORD };
}

/** What it costs that one word stands for another; each pair of forms is compared once. */
function substitutions(): (asked: AskedWord, told: ToldWord) => number {
  const known = new Map<string, Map<string, number>>();
  return (asked, told) => {
    const outside = told.quoted ? 0 : OUTSIDE;
    if (asked.form === told.form) return outside;
    if (asked.bracketed) return COVERED + outside;
    const row = known.get(asked.form) ?? new Map<string, number>();
    if (row.size === 0) known.set(asked.form, row);
    const cost = row.get(told.form) ?? (areAlike(asked.form, told.form) ? MISSPELT : 1);
    row.set(told.form, cost);
    return cost * asked.weight + outside;
  };
}

/** Lengths alone rule most pairs out. */
function areAlike(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  return Math.abs(a.length - b.length) < longer * (1 - ALIKE) && likeness(a, b) > ALIKE;
}

function traceBack(
  asked: readonly AskedWord[],
  told: readonly ToldWord[],
  from: Uint8Array,
  end: number,
): Step[] {
  const width = told.length + 1;
  const steps: Step[] = [];
  let row = asked.length;
  let column = end;
  let inRun = false;
  while (row > 0) {
    const cell = from[row * width + column] ?? UP;
    const direction = inRun ? LEFT : cell & 3;
    const word = asked[row - 1] as AskedWord;
    if (column === 0 || direction === UP) {
      steps.push(word.bracketed ? { kind: 'bracket', asked: word } : { kind: 'put in', asked: word });
      row--;
    } else if (direction === LEFT) {
      steps.push(passing(word, asked[row], told[column - 1] as ToldWord));
      inRun = (cell & OPENED) === 0;
      column--;
    } else {
      const other = told[column - 1] as ToldWord;
      steps.push({ kind: kindOf(word, other), asked: word, told: other });
      row--;
      column--;
    }
  }
  return steps.reverse();
}

function passing(word: AskedWord, next: AskedWord | undefined, told: ToldWord): Step {
  const allowed = told.free || next?.afterGap === true || next?.bracketed === true || word.bracketed;
  return { kind: allowed ? 'passed over' : 'left out', told };
}

function kindOf(asked: AskedWord, told: ToldWord): 'same' | 'misspelt' | 'changed' {
  if (asked.form === told.form || asked.bracketed) return 'same';
  return areAlike(asked.form, told.form) ? 'misspelt' : 'changed';
}
