import type { Room } from '../../room.ts';
import type { TokenRange } from '../../token-range.ts';
import { bucket } from '../features.ts';
import { mix2, mix3, mix4 } from '../hash.ts';
import { CLOSING, OPENING, type Sequence } from '../sequence.ts';
import { inside, type Marked } from './arc-features.ts';
import type { Decision } from './decision.ts';
import { NONE, type ParserState, ROOT } from './state.ts';

/** What a punctuation mark hangs on: the unit that ends before it, the one that begins behind it, or what covers both. */
export const UNIT_BEFORE = 0;
export const COVER = 1;
export const UNIT_BEHIND = 2;
export const MARK_LABELS = 3;

/** The part of speech of punctuation marks, and their relation. */
export const MARK_PART = 'PUNCT';
export const MARK_RELATION = 'punct';

/** Which tokens are punctuation marks, by their parts of speech. */
export function marksIn(parts: Uint8Array, markPart: number, room: Room): Uint8Array {
  const marks = room.bytes(parts.length);
  for (let token = 0; token < parts.length; token++) marks[token] = parts[token] === markPart ? 1 : 0;
  return marks;
}

/**
 * Where a punctuation mark can hang in the tree of the sentence's other words without crossing an arc, by tokens: on the
 * highest word of those that end before it, of those that begin behind it, and on the lowest word above both. A mark of a pair
 * stays between the two.
 */
export class MarkPlaces {
  mark = 0;
  before: number = NONE;
  behind: number = NONE;
  unitBefore: number = NONE;
  cover: number = NONE;
  unitBehind: number = NONE;
  /** The other mark of a pair, or none. */
  partner: number = NONE;
  private readonly partners: Int32Array;
  /** For each word above what stands behind a mark, that mark and 1 more. */
  private readonly above: Int32Array;

  constructor(sequence: Sequence, room: Room) {
    this.partners = partnersOf(sequence, room);
    this.above = room.ints(sequence.length);
  }

  /** Looks at a mark of a sentence whose other words are in a tree. */
  look(mark: number, { heads, marks }: ParserState, { first, last }: TokenRange): void {
    this.mark = mark;
    this.before = mark - 1;
    while (this.before >= first && marks[this.before] === 1) this.before--;
    this.behind = mark + 1;
    while (this.behind < last && marks[this.behind] === 1) this.behind++;
    if (this.before < first) this.before = NONE;
    if (this.behind >= last) this.behind = NONE;
    const partner = this.partners[mark] as number;
    this.partner = partner >= first && partner < last ? partner : NONE;
    this.findUnits(heads);
  }

  private findUnits(heads: Int32Array): void {
    const { mark } = this;
    for (let node = this.behind; node !== NONE; node = heads[node] as number) this.above[node] = mark + 1;
    this.unitBefore = NONE;
    this.cover = this.before;
    for (
      ;
      this.cover !== NONE && this.above[this.cover] !== mark + 1;
      this.cover = heads[this.cover] as number
    )
      if (this.isBetween(this.cover)) this.unitBefore = this.cover;
    this.unitBehind = NONE;
    for (let node = this.behind; node !== this.cover && node !== NONE; node = heads[node] as number)
      if (this.isBetween(node)) this.unitBehind = node;
  }

  /** Where it hangs by a label, or none where there is nothing. */
  place(label: number): number {
    return label === COVER ? this.cover : label === UNIT_BEFORE ? this.unitBefore : this.unitBehind;
  }

  private isBetween(node: number): boolean {
    const { mark, partner } = this;
    return partner === NONE || (partner < mark ? node > partner : node < partner);
  }
}

const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** For each mark of a pair the other one, by tokens. */
function partnersOf({ length, quote, quotation, block: { tokens } }: Sequence, room: Room): Int32Array {
  const partners = room.ints(length).fill(NONE);
  const pair = (open: number, close: number) => {
    partners[open] = close;
    partners[close] = open;
  };
  let opened = NONE;
  const brackets: number[] = [];
  for (let token = 0; token < length; token++) {
    if (quote[token] === OPENING) opened = token;
    if (quote[token] === CLOSING && opened !== NONE && quotation[opened] === quotation[token])
      pair(opened, token);
    const text = tokens[token]?.text ?? '';
    if (OPENS.has(text)) brackets.push(token);
    const wanted = BRACKETS[text];
    if (wanted === undefined) continue;
    const open = brackets.pop();
    if (open !== undefined && tokens[open]?.text === wanted) pair(open, token);
  }
  return partners;
}

const OPENS = new Set(Object.values(BRACKETS));

/** Features of what a mark hangs on. */
export function markFeatures(
  marked: Marked,
  state: ParserState,
  places: MarkPlaces,
  decision: Decision,
): void {
  const { sequence, parts } = marked;
  const { lemma, word, quote } = sequence;
  const { mark, before, behind, unitBefore, cover, unitBehind, partner } = places;
  const { last } = state;
  const form = word[mark] as number;
  const kind = (quote[mark] as number) * 3 + (partner === NONE ? 0 : partner < mark ? 1 : 2);
  const beforeAs = relationOf(state, unitBefore);
  const behindAs = relationOf(state, unitBehind);
  const side = (cover < mark ? 1 : 0) + (unitBefore === NONE ? 2 : 0) + (unitBehind === NONE ? 4 : 0);
  const beforePart = inside(parts, unitBefore, last);
  const behindPart = inside(parts, unitBehind, last);
  const { values } = decision;
  const to = decision.take(14);
  values[to] = mix3(760, form, kind, side);
  values[to + 1] = mix4(761, form, beforeAs, behindAs, side);
  values[to + 2] = mix3(762, form, beforeAs, side);
  values[to + 3] = mix3(763, form, behindAs, side);
  values[to + 4] = mix4(764, form, beforePart, behindPart, side);
  values[to + 5] = mix3(765, form, inside(lemma, behind, last), side);
  values[to + 6] = mix3(766, form, inside(lemma, before, last), side);
  values[to + 7] = mix4(767, form, inside(parts, before, last), inside(parts, behind, last), side);
  values[to + 8] = mix3(768, form, inside(parts, cover, last), side);
  values[to + 9] = mix4(769, form, behindAs, unitBehind === NONE ? 0 : bucket(unitBehind - mark), side);
  values[to + 10] = mix4(770, form, beforeAs, unitBefore === NONE ? 0 : bucket(mark - unitBefore), side);
  values[to + 11] = mix3(771, form, inside(word, mark + 1, last), side);
  values[to + 12] = mix3(772, form, inside(word, mark - 1, last), side);
  values[to + 13] = mix2(773, kind, side);
}

/** A token's relation as a number that stands for none where there is no token, and for the root's. */
function relationOf({ heads, relations }: ParserState, token: number): number {
  return token === NONE ? -1 : heads[token] === ROOT ? -2 : (relations[token] as number);
}
