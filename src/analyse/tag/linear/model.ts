import type { ChainModel } from './chain-model.ts';
import { type PackedChain, packedWeights } from './packed-weights.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything that the linear tagger knows. */
export interface LinearModel {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly cues: ChainModel;
  readonly roles: ChainModel;
  readonly names: ChainModel;
  readonly keep: Float64Array;
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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC)
    throw new Error(`expected a packed model, found bytes that begin with ${JSON.stringify(magic)}`);
  const headLength = view.getUint32(MAGIC.length, true);
  const start = MAGIC.length + 4;
  const head = JSON.parse(ascii(bytes.subarray(start, start + headLength))) as ModelHead;
  let at = start + headLength;
  const chains = head.chains.map(({ labels, weighed, scale, count, transitions }) => {
    const features = new Int32Array(count);
    let feature = 0;
    for (let row = 0; row < count; row++) {
      let difference = 0;
      let factor = 1;
      for (let more = true; more; factor *= 128) {
        const byte = bytes[at++] as number;
        difference += (byte & 127) * factor;
        more = byte > 127;
      }
      feature += difference;
      features[row] = feature | 0;
    }
    const rows = new Int8Array(bytes.buffer, bytes.byteOffset + at, count * weighed).slice();
    at += count * weighed;
    const packed: PackedChain = { labels, weighed, scale, features, rows };
    return {
      labels,
      weights: packedWeights(packed),
      transitions: Float64Array.from(transitions),
      fixed: true,
    };
  });
  const [cues, roles, names] = chains;
  if (cues === undefined || roles === undefined || names === undefined || at !== bytes.length)
    throw new Error('expected three chains in a packed model, found something else');
  const { classes, endings, groups, lemmas, cues: cueLemmas, links } = head.vocabulary;
  const vocabulary = {
    classes: tableOf(classes, String),
    endings: tableOf(endings, String),
    groups: tableOf(groups, Number),
    lemmas: tableOf(lemmas, String),
    cues: tableOf(cueLemmas, Number),
    links: tableOf(links, Number),
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

/** Without TextDecoder, which is no part of the language: pure code has no platform. */
function ascii(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
