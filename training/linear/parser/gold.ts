import { type GumText, treeOf } from '../../../evals/gum/index.ts';
import { ROOT } from '../../../src/analyse/tag/linear/parser/state.ts';
import { type Sequence, sequencesOf } from '../../../src/analyse/tag/linear/sequence.ts';
import { KnownWords, type Vocabulary } from '../../../src/analyse/tag/linear/vocabulary.ts';
import { tokenise } from '../../../src/analyse/tokens/index.ts';
import { layoutOf } from '../corpus.ts';
import { readSilver } from '../workplace.ts';
import { UNKNOWN } from './oracle.ts';

/** The tree of a text's words: for each its head among them, relation and part of speech; `''` where not known. */
export interface TextTree {
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly parts: readonly string[];
}

/** A sequence with the trees of its sentences. */
export interface GoldTrees {
  readonly sequence: Sequence;
  readonly words: KnownWords;
  /** By tokens of the sequence; `UNKNOWN` where none is known or it lies in another sentence. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly parts: readonly string[];
  /** Whether another program gave them. */
  readonly silver: boolean;
  /** How much its decisions count. */
  readonly weight: number;
  /** The text it is of, by number: texts are learnt from in folds. */
  readonly text: number;
}

/** The trees of GUM's texts over the product's own tokens and sentences. */
export function gumTrees(texts: readonly GumText[], vocabulary: Vocabulary): GoldTrees[] {
  const words = new KnownWords(withoutOwn(texts, vocabulary));
  return texts.flatMap((text, number) =>
    treesIn(text, { words, silver: false, weight: 1, text: number }, (tokens) => treeOf(tokens, text)),
  );
}

/** The numbers of silver texts begin here. */
const SILVER_TEXTS = 1000;

/** What `silver.ts` left, or nothing. */
export async function silverTrees(
  work: string,
  vocabulary: Vocabulary,
  weight: number,
): Promise<GoldTrees[]> {
  const words = new KnownWords(vocabulary);
  return (await readSilver(work)).flatMap((silver, number) => {
    const tree: { heads: number[]; relations: string[]; parts: string[] } = {
      heads: [],
      relations: [],
      parts: [],
    };
    for (const words of silver.trees) {
      const from = tree.heads.length;
      for (const [, , part, head, relation] of words) {
        tree.heads.push(head < 0 ? ROOT : from + head);
        tree.relations.push(relation);
        tree.parts.push(part);
      }
    }
    return treesIn(silver, { words, silver: true, weight, text: SILVER_TEXTS + number }, () => tree);
  });
}

/**
 * The vocabulary as it would be without the text that is read: forms that one text alone has are not known, as words of new
 * texts are not.
 */
function withoutOwn(texts: readonly GumText[], vocabulary: Vocabulary): Vocabulary {
  const found = new Map<string, number>();
  for (const { text } of texts)
    for (const form of new Set(tokenise(text, { start: 0, end: text.length }).map((token) => token.form)))
      found.set(form, (found.get(form) ?? 0) + 1);
  const kept = (form: string) => (found.get(form) ?? 0) !== 1;
  return {
    ...vocabulary,
    classes: new Map([...vocabulary.classes].filter(([form]) => kept(form))),
    lemmas: new Map([...vocabulary.lemmas].filter(([form]) => kept(form))),
  };
}

function treesIn(
  text: { name: string; text: string },
  own: Pick<GoldTrees, 'words' | 'silver' | 'weight' | 'text'>,
  tree: (tokens: Sequence['block']['tokens']) => TextTree,
): GoldTrees[] {
  const sequences = [...sequencesOf(layoutOf(text), own.words)];
  const { heads, relations, parts } = tree(sequences.flatMap(({ block }) => block.tokens));
  let from = 0;
  return sequences.map((sequence) => {
    const first = from;
    from += sequence.length;
    const inSequence = heads.slice(first, from).map((head) => (head < 0 ? head : head - first));
    return {
      ...own,
      sequence,
      heads: withinSentences(sequence, inSequence),
      relations: relations.slice(first, from),
      parts: parts.slice(first, from),
    };
  });
}

/** Heads in another sentence are not known, nor are those of further roots. */
function withinSentences({ block: { sentences } }: Sequence, heads: readonly number[]): Int32Array {
  const own = Int32Array.from(heads);
  for (const { first, last } of sentences) {
    let roots = 0;
    for (let token = first; token < last; token++) {
      const head = own[token] as number;
      if (head === ROOT && roots++ > 0) own[token] = UNKNOWN;
      if (head >= 0 && (head < first || head >= last)) own[token] = UNKNOWN;
    }
  }
  return own;
}
