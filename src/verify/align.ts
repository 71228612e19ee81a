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
/** So small that it only decides between equals: words in quotation marks before the same words outside. */
const OUTSIDE = 0.001;
/** A bracket stands for a few words: each that it covers costs this, so that it never swallows a sentence. */
const COVERED = 0.05;
const PASSED = 0.0005;

/**
 * The cheapest way to find all asked words, in order, in one stretch of the told ones: semi-global alignment by words
 * (Needleman and Wunsch 1970, with free ends in the text). An ellipsis, an editor's bracket on either side, and the
 * attribution in the middle of a quotation cost nothing or next to nothing. Null when there are no words.
 */
export function align(asked: readonly AskedWord[], told: readonly ToldWord[]): Alignment | null {
  const rows = asked.length;
  const columns = told.length;
  if (rows === 0 || columns === 0) return null;
  const width = columns + 1;
  const substitution = substitutions();
  const cost = new Float64Array((rows + 1) * width);
  const from = new Uint8Array((rows + 1) * width);
  for (let row = 1; row <= rows; row++) {
    const word = asked[row - 1] as AskedWord;
    const next = asked[row];
    const skip = next?.afterGap === true ? 0 : word.bracketed || next?.bracketed === true ? COVERED : 1;
    const putIn = word.bracketed ? 0 : 1;
    cost[row * width] = (cost[(row - 1) * width] ?? 0) + putIn;
    from[row * width] = UP;
    for (let column = 1; column <= columns; column++) {
      const other = told[column - 1] as ToldWord;
      const at = row * width + column;
      let best = (cost[at - width - 1] ?? 0) + substitution(word, other);
      let direction = DIAGONAL;
      const up = (cost[at - width] ?? 0) + putIn;
      if (up < best) {
        best = up;
        direction = UP;
      }
      const left = (cost[at - 1] ?? 0) + (row === rows ? 1 : other.free ? Math.min(skip, PASSED) : skip);
      if (left < best) {
        best = left;
        direction = LEFT;
      }
      cost[at] = best;
      from[at] = direction;
    }
  }
  let end = 0;
  for (let column = 1; column <= columns; column++)
    if ((cost[rows * width + column] ?? 0) < (cost[rows * width + end] ?? 0)) end = column;
  return { steps: traceBack(asked, told, from, end), cost: cost[rows * width + end] ?? 0 };
}

const DIAGONAL = 0;
const UP = 1;
const LEFT = 2;

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
    return cost + outside;
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
  while (row > 0) {
    const direction = from[row * width + column];
    const word = asked[row - 1] as AskedWord;
    const other = told[column - 1] as ToldWord;
    if (direction === UP || column === 0) {
      steps.push(word.bracketed ? { kind: 'bracket', asked: word } : { kind: 'put in', asked: word });
      row--;
    } else if (direction === LEFT) {
      const next = asked[row];
      const passed = other.free || next?.afterGap === true || next?.bracketed === true || word.bracketed;
      steps.push({ kind: passed ? 'passed over' : 'left out', told: other });
      column--;
    } else {
      steps.push({ kind: kindOf(word, other), asked: word, told: other });
      row--;
      column--;
    }
  }
  return steps.reverse();
}

function kindOf(asked: AskedWord, told: ToldWord): 'same' | 'misspelt' | 'changed' {
  if (asked.form === told.form || asked.bracketed) return 'same';
  return areAlike(asked.form, told.form) ? 'misspelt' : 'changed';
}
