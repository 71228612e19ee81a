import { overlapping, type Range } from '../../text/index.ts';
import type { TreeWord } from '../tag/index.ts';

/** A word of a tree, with the one that it depends on and those that depend on it, in the order of the text. */
export interface Word extends Range {
  readonly part: string;
  readonly relation: string;
  readonly parent: Word | null;
  readonly children: readonly Word[];
}

type Growing = Word & { parent: Word | null; readonly children: Word[] };

/** The trees of a report's sentences, asked by place. Where a tagger reads none, it knows no words. */
export class Syntax {
  readonly words: readonly Word[];

  /** Takes the trees in the order of the text. */
  constructor(trees: readonly (readonly TreeWord[])[]) {
    this.words = trees.flatMap((tree) => {
      const words = tree.map(
        ({ start, end, part, relation }): Growing => ({
          start,
          end,
          part,
          relation,
          parent: null,
          children: [],
        }),
      );
      for (const [at, { head }] of tree.entries()) {
        const [word, parent] = [words[at], words[head]];
        if (word === undefined || parent === undefined) continue;
        word.parent = parent;
        parent.children.push(word);
      }
      return words;
    });
  }

  /** The words that a range touches. */
  wordsIn(range: Range): readonly Word[] {
    return overlapping(this.words, range);
  }

  /** The words of a range that depend on none of it, in the order of the text: one, where the range is a phrase. */
  headsIn(range: Range): Word[] {
    const words = this.wordsIn(range);
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    return words.filter(
      ({ parent, relation }) =>
        relation !== 'punct' && (parent === null || parent.start < first.start || parent.start > last.start),
    );
  }

  /** The first of these. */
  headIn(range: Range): Word | null {
    return this.headsIn(range)[0] ?? null;
  }
}

/** The first of the words that depend on a word by one of these relations, whatever their subtypes. */
export function childBy(word: Word, ...relations: readonly string[]): Word | null {
  return word.children.find(({ relation }) => relations.includes(withoutSubtype(relation))) ?? null;
}

/** What hangs on a phrase and is no part of it. */
const LOOSE = new Set(['acl', 'appos', 'parataxis', 'conj', 'cc', 'punct', 'advcl', 'orphan', 'dep', 'list']);

/** From the first to the last word of the phrase that a word is the head of: without clauses, appositions and others beside it. */
export function phraseOf(word: Word): Range {
  const range = { start: word.start, end: word.end };
  const near = [word];
  for (const one of near) {
    range.start = Math.min(range.start, one.start);
    range.end = Math.max(range.end, one.end);
    near.push(...one.children.filter(({ relation }) => !LOOSE.has(withoutSubtype(relation))));
  }
  return range;
}

/** "nmod" of "nmod:poss". */
export const withoutSubtype = (relation: string): string => relation.split(':', 1)[0] ?? relation;
