import type { GumText } from '../../evals/gum/index.ts';
import type { Range } from '../../src/text/index.ts';

/** A tree over the words of a window: for each its head (-1 the root, -2 not known), relation and part of speech. */
export interface GoldTree {
  readonly heads: number[];
  readonly relations: string[];
  readonly parts: string[];
}

const ROOT = -1;
const UNKNOWN = -2;

/**
 * The tree of a text's words by GUM's, whose tokens are shorter ("did" "n't"): a word has the head, relation and part of
 * speech of its highest token, the one that depends on none within the word. Words outside the text have none.
 */
export function treeOf(words: readonly Range[], { tokens }: GumText): GoldTree {
  const wordOf = new Int32Array(tokens.length).fill(UNKNOWN);
  const own: number[][] = words.map(() => []);
  let at = 0;
  for (const [index, word] of words.entries()) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= word.start) at++;
    for (let next = at; next < tokens.length && (tokens[next]?.start ?? word.end) < word.end; next++) {
      if (wordOf[next] === UNKNOWN) wordOf[next] = index;
      own[index]?.push(next);
    }
  }
  const tree: GoldTree = { heads: [], relations: [], parts: [] };
  for (const some of own) {
    const top = some.find((token) => {
      const head = tokens[token]?.head ?? null;
      return head === null || !some.includes(head);
    });
    const token = top === undefined ? undefined : tokens[top];
    tree.heads.push(
      token === undefined ? UNKNOWN : token.head === null ? ROOT : (wordOf[token.head] ?? UNKNOWN),
    );
    tree.relations.push(token?.relation ?? '');
    tree.parts.push(token?.part ?? '');
  }
  return tree;
}
