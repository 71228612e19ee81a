import type { Marked } from '../../../src/analyse/tag/linear/parser/arc-features.ts';
import { Between } from '../../../src/analyse/tag/linear/parser/between.ts';
import { MARK_PART, marksIn } from '../../../src/analyse/tag/linear/parser/marks.ts';
import { OWN_ROOM } from '../../../src/analyse/tag/room.ts';
import type { GoldTrees } from './gold.ts';
import { UNKNOWN } from './oracle.ts';

/** A sequence as the parser sees it, with its right trees. */
export interface Lesson extends Marked {
  readonly gold: GoldTrees;
  readonly marks: Uint8Array;
  /** The heads of the words that are no marks, of those that hang on such. */
  readonly heads: Int32Array;
  /** Relations by their numbers, -1 where not known. */
  readonly relations: readonly number[];
}

/** A lesson over parts of speech that were given by what did not see its text. */
export function lessonOf(
  gold: GoldTrees,
  parts: Uint8Array,
  { partNames, relationNames }: { partNames: readonly string[]; relationNames: readonly string[] },
): Lesson {
  const { sequence } = gold;
  const marks = marksIn(parts, partNames.indexOf(MARK_PART), OWN_ROOM);
  const isMark = (token: number) => marks[token] === 1;
  return {
    gold,
    sequence,
    parts,
    between: new Between(sequence, parts, partNames, OWN_ROOM),
    marks,
    heads: gold.heads.map((head, token) => (isMark(token) || isMark(head) ? UNKNOWN : head)),
    relations: gold.relations.map((name) => relationNames.indexOf(name)),
  };
}
