import type { Room } from '../../room.ts';
import type { Sequence } from '../sequence.ts';

/** Parts of speech that tell where clauses and lists are, and the comma, each with a bit. */
const TOLD = ['VERB', 'AUX', 'CCONJ', 'SCONJ', 'PUNCT', 'NOUN'] as const;
const KINDS = TOLD.length;

/** Tells which kinds of tokens stand between two. */
export class Between {
  /** How many tokens of each kind stand before a token. */
  private readonly before: Int32Array;

  /** `parts` are numbers in the list `names`. */
  constructor({ length }: Pick<Sequence, 'length'>, parts: Uint8Array, names: readonly string[], room: Room) {
    const kindOf = names.map((name) => TOLD.indexOf(name as (typeof TOLD)[number]));
    this.before = room.ints((length + 1) * KINDS);
    for (let token = 0; token < length; token++) {
      const here = token * KINDS;
      for (let kind = 0; kind < KINDS; kind++)
        this.before[here + KINDS + kind] = this.before[here + kind] as number;
      const own = kindOf[parts[token] as number] as number;
      if (own >= 0) this.before[here + KINDS + own] = (this.before[here + KINDS + own] as number) + 1;
    }
  }

  /** The kinds of the tokens behind `left` and before `right`, as bits. */
  signs(left: number, right: number): number {
    const from = (left + 1) * KINDS;
    const to = right * KINDS;
    let signs = 0;
    for (let kind = 0; kind < KINDS; kind++)
      if ((this.before[to + kind] as number) > (this.before[from + kind] as number)) signs |= 1 << kind;
    return signs;
  }
}
