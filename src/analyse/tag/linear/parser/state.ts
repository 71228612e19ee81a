import type { Room } from '../../room.ts';
import type { TokenRange } from '../../token-range.ts';

/** What the parser can do next: the top of the stack hangs on the next token, on the one below it, or the next token is put on the stack. */
export const LEFT = 0;
export const RIGHT = 1;
export const SHIFT = 2;
export const ACTIONS = 3;

/** The head of the word that hangs on none. */
export const ROOT = -1;
/** No token: below the stack, or a child that is not there. */
export const NONE = -1;

/** Relations that are told apart among those of a word's children; rarer ones are one. */
const TOLD_APART = 30;

/**
 * Where the parser stands in a sentence (arc-hybrid: Kuhlmann, Gómez-Rodríguez and Satta 2011; the root behind the last
 * token: Ballesteros and Nivre 2013). All tokens by their place in the sequence; arrays go over the sequence and are
 * shared by its sentences. Each token is put on the stack once and leaves it once. Punctuation marks are passed over: they
 * hang on what stands around them (marks.ts).
 */
export class ParserState {
  /** The sentence's end; as the next token it is the root. */
  last = 0;
  /** The next token. */
  next = 0;
  depth = 0;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  /** The first and the last child of a token, and how many it has before and behind it. */
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** The relations of a token's children, as bits. */
  readonly childRelations: Int32Array;
  private readonly stack: Int32Array;
  /** Which tokens are passed over. */
  readonly marks: Uint8Array;

  constructor(marks: Uint8Array, room: Room) {
    const { length } = marks;
    this.marks = marks;
    this.heads = room.ints(length).fill(ROOT);
    this.relations = room.ints(length);
    this.leftmost = room.ints(length).fill(NONE);
    this.rightmost = room.ints(length).fill(NONE);
    this.lefts = room.ints(length);
    this.rights = room.ints(length);
    this.childRelations = room.ints(length);
    this.stack = room.ints(length);
  }

  /** Begins a sentence. */
  start({ first, last }: TokenRange): void {
    this.last = last;
    this.next = this.after(first - 1);
    this.depth = 0;
  }

  /** The next token that is no mark, or the sentence's end. */
  after(token: number): number {
    let next = token + 1;
    while (next < this.last && this.marks[next] === 1) next++;
    return next;
  }

  get done(): boolean {
    return this.next === this.last && this.depth <= 1;
  }

  /** A token of the stack, 0 its top. */
  below(place: number): number {
    return place < this.depth ? (this.stack[this.depth - 1 - place] as number) : NONE;
  }

  /** One of the next tokens, 0 the next; the sentence's end behind the last. */
  ahead(place: number): number {
    let token = this.next;
    for (let step = 0; step < place && token < this.last; step++) token = this.after(token);
    return token;
  }

  /** One word alone hangs on the root: what is left once all tokens were on the stack. */
  can(action: number): boolean {
    if (action === SHIFT) return this.next < this.last;
    return action === LEFT ? this.depth > 0 && this.next < this.last : this.depth > 1;
  }

  shift(): void {
    this.stack[this.depth++] = this.next;
    this.next = this.after(this.next);
  }

  /** The head that the top of the stack would get. */
  headBy(action: number): number {
    return action === LEFT ? this.next : this.below(1);
  }

  /** Hangs the top of the stack on a head and takes it off. */
  attach(head: number, relation: number): void {
    const child = this.below(0);
    this.depth--;
    this.heads[child] = head;
    this.relations[child] = relation;
    this.childRelations[head] = (this.childRelations[head] as number) | (1 << Math.min(relation, TOLD_APART));
    if (child < head) {
      this.lefts[head] = (this.lefts[head] as number) + 1;
      if (this.leftmost[head] === NONE || child < (this.leftmost[head] as number))
        this.leftmost[head] = child;
    } else {
      this.rights[head] = (this.rights[head] as number) + 1;
      if (child > (this.rightmost[head] as number)) this.rightmost[head] = child;
    }
  }
}
