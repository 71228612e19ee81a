import type { Kit, TreeWord } from '../../src/analyse/index.ts';
import { layOut } from '../../src/analyse/layout.ts';
import type { Range } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import type { Figures, Outcome } from '../outcome.ts';
import { type GumText, gumPart, readGum } from './conllu.ts';
import { isNews } from './names.ts';

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

/**
 * The trees of GUM's own part and of its news, two rows: of the words that GUM's tokens give a head, how many have the right
 * head (UAS), the right head and relation without its subtype (LAS, as in CoNLL 2018), and the right part of speech.
 * Sentences are the product's own: what is cut wrong counts as wrong.
 */
export async function evaluateTrees(data: string, split: string, kit: Kit): Promise<Outcome> {
  const part = await gumPart(data, split === 'test' ? /^test/ : /^dev/);
  const others = await gumPart(data, split === 'test' ? /^dev/ : /^test/);
  const all = await readGum(data, (name) => part.has(name) || (isNews(name) && !others.has(name)));
  const figures: Record<string, number> = {};
  const naive: Record<string, number> = {};
  for (const [group, texts] of [
    ['dev', all.filter(({ name }) => !isNews(name))],
    ['news', all.filter(({ name }) => isNews(name))],
  ] as const) {
    const [own, next] = [noAttachments(), noAttachments()];
    for (const text of texts) {
      const layout = layOut(reportOf(text.text, { path: text.name }), kit.abbreviations);
      const [tagging] = await kit.tagger.tag([layout], 'text');
      const trees = tagging?.trees ?? [];
      attach(own, trees, text);
      attach(
        next,
        layout.blocks.flatMap(({ tokens, sentences }) =>
          sentences.map(({ first, last }) => onNext(tokens.slice(first, last))),
        ),
        text,
      );
    }
    Object.assign(figures, figuresOf(group, own));
    Object.assign(naive, figuresOf(group, next));
  }
  return { set: 'trees', split, items: all.length, figures, others: { 'each word on the next': naive } };
}

interface Attachments {
  words: number;
  heads: number;
  labelled: number;
  parts: number;
}

const noAttachments = (): Attachments => ({ words: 0, heads: 0, labelled: 0, parts: 0 });

function attach(sum: Attachments, trees: readonly (readonly TreeWord[])[], gum: GumText): void {
  let first = 0;
  const words = trees.flatMap((tree) => {
    const from = first;
    first += tree.length;
    return tree.map((word) => ({ ...word, head: word.head < 0 ? ROOT : word.head + from }));
  });
  const gold = treeOf(words, gum);
  for (const [index, { head, relation, part }] of words.entries()) {
    const wanted = gold.heads[index] ?? UNKNOWN;
    if (wanted === UNKNOWN) continue;
    sum.words++;
    if (part === gold.parts[index]) sum.parts++;
    if (head !== wanted) continue;
    sum.heads++;
    if (universal(relation) === universal(gold.relations[index] ?? '')) sum.labelled++;
  }
}

const universal = (relation: string) => relation.split(':')[0];

/** The line of code to beat: each word hangs on the next, the last on the root. */
function onNext(words: readonly Range[]): TreeWord[] {
  return words.map(({ start, end }, index) => {
    const isLast = index === words.length - 1;
    return { start, end, part: 'NOUN', head: isLast ? ROOT : index + 1, relation: isLast ? 'root' : 'dep' };
  });
}

function figuresOf(group: string, { words, heads, labelled, parts }: Attachments): Figures {
  const share = (count: number) => (words === 0 ? 0 : (100 * count) / words);
  return { [`${group}UAS`]: share(heads), [`${group}LAS`]: share(labelled), [`${group}Parts`]: share(parts) };
}
