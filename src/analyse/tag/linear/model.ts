import type { ChainModel } from './chain-model.ts';
import { type PackedChain, packedWeights } from './packed-weights.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything that the linear tagger knows. */
export interface LinearModel {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly cues: ChainModel;
  readonly roles: ChainModel;
  readonly keep: Float64Array;
}

/** The head of a packed model, in JSON; the chains' weights follow it in binary form. */
export interface ModelHead {
  readonly name: string;
  readonly vocabulary: Readonly<Record<keyof Vocabulary, readonly (readonly [string, string | number])[]>>;
  readonly keep: readonly number[];
  readonly chains: readonly {
    readonly labels: number;
    readonly scale: number;
    readonly count: number;
    readonly transitions: readonly number[];
  }[];
}

export const MAGIC = 'ONRL1\n';

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
  const head = JSON.parse(utf8(bytes.subarray(start, start + headLength))) as ModelHead;
  let at = start + headLength;
  const chains = head.chains.map(({ labels, scale, count, transitions }) => {
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
    const rows = new Int8Array(bytes.buffer, bytes.byteOffset + at, count * labels).slice();
    at += count * labels;
    const packed: PackedChain = { labels, scale, features, rows };
    return {
      labels,
      weights: packedWeights(packed),
      transitions: Float64Array.from(transitions),
      fixed: true,
    };
  });
  const [cues, roles] = chains;
  if (cues === undefined || roles === undefined || at !== bytes.length)
    throw new Error('expected two chains in a packed model, found something else');
  const { classes, endings, lemmas, cues: cueLemmas } = head.vocabulary;
  const texts = (pairs: readonly (readonly [string, string | number])[]) =>
    new Map(pairs.map(([key, value]) => [key, String(value)]));
  const vocabulary = {
    classes: texts(classes),
    endings: texts(endings),
    lemmas: texts(lemmas),
    cues: new Map(cueLemmas.map(([key, value]) => [key, Number(value)])),
  };
  return { name: head.name, vocabulary, cues, roles, keep: Float64Array.from(head.keep) };
}

/** UTF-8 without TextDecoder, which is no part of the language: pure code has no platform. */
function utf8(bytes: Uint8Array): string {
  let escaped = '';
  const parts: string[] = [];
  for (const byte of bytes) {
    escaped +=
      byte < 0x80 && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`;
    if (escaped.length > 60_000 && byte < 0x80) {
      parts.push(decodeURIComponent(escaped));
      escaped = '';
    }
  }
  return parts.join('') + decodeURIComponent(escaped);
}
