import type { ChainModel } from './chain-model.ts';
import { PackedReader } from './packed-reader.ts';
import { type PackedChain, packedWeights } from './packed-weights.ts';
import type { Parser } from './parser/index.ts';
import type { KnownWords, Vocabulary } from './vocabulary.ts';

/** Everything that the linear tagger knows. */
export interface LinearModel {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly cues: ChainModel;
  readonly roles: ChainModel;
  readonly names: ChainModel;
  readonly keep: Float64Array;
  /** Gives a parser for words: from a file of its own; without it no trees are given, and no code of it is needed. */
  readonly parser?: (words: KnownWords) => Parser;
}

/** A table by its values: each with its keys, which a space parts. */
export type PackedTable = Readonly<Record<string, string>>;

/** The head of a packed model, in JSON of ASCII characters alone; the chains' weights follow it in binary form. */
export interface ModelHead {
  readonly name: string;
  readonly vocabulary: Readonly<Record<keyof Vocabulary, PackedTable>>;
  readonly keep: readonly number[];
  readonly chains: readonly {
    readonly labels: number;
    readonly weighed: number;
    readonly scale: number;
    readonly count: number;
    readonly transitions: readonly number[];
  }[];
}

export const MAGIC = 'ONRL2\n';

/**
 * Unpacks a model: the magic line, the length of the head (32 bits, little-endian), the head, and for each chain its
 * features as differences in base 128, then a row of signed bytes for each.
 * @throws Error when the bytes are not a packed model.
 */
export function unpackModel(bytes: Uint8Array): LinearModel {
  const reader = new PackedReader(bytes, MAGIC);
  const head = reader.head() as ModelHead;
  const chains = head.chains.map(({ labels, weighed, scale, count, transitions }) => {
    const features = reader.features(count);
    const rows = reader.signed(count * weighed);
    const packed: PackedChain = { labels, weighed, scale, features, rows };
    return {
      labels,
      weights: packedWeights(packed),
      transitions: Float64Array.from(transitions),
      fixed: true,
    };
  });
  const [cues, roles, names] = chains;
  if (cues === undefined || roles === undefined || names === undefined || !reader.done)
    throw new Error('expected three chains in a packed model, found something else');
  const { classes, endings, groups, lemmas, cues: cueLemmas, links, listed } = head.vocabulary;
  const vocabulary = {
    classes: tableOf(classes, String),
    endings: tableOf(endings, String),
    groups: tableOf(groups, Number),
    lemmas: tableOf(lemmas, String),
    cues: tableOf(cueLemmas, Number),
    links: tableOf(links, Number),
    listed: tableOf(listed, String),
  };
  return { name: head.name, vocabulary, cues, roles, names, keep: Float64Array.from(head.keep) };
}

function tableOf<Value>(packed: PackedTable, read: (text: string) => Value): Map<string, Value> {
  const table = new Map<string, Value>();
  for (const [text, keys] of Object.entries(packed)) {
    const value = read(text);
    for (const key of keys.split(' ')) table.set(key, value);
  }
  return table;
}
