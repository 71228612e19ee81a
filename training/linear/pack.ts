import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { MAGIC, type ModelHead } from '../../src/analyse/tag/linear/model.ts';
import type { Vocabulary } from '../../src/analyse/tag/linear/vocabulary.ts';
import type { FittedChain } from './fit-chain.ts';

/** Rows that weigh less than this at every label say nothing. */
const LEAST = 0.01;
/** The heaviest weights are cut off at this, so that the rest keeps its precision. */
const MOST = 1.27;

/** Writes `linear.bin.br` and its SHA-256. Gives the size in bytes. */
export async function pack(
  {
    vocabulary,
    cues,
    roles,
    keep,
  }: { vocabulary: Vocabulary; cues: FittedChain; roles: FittedChain; keep: Float64Array },
  folder: string,
): Promise<number> {
  const chains = [cues, roles].map(packChain);
  const pairs = (table: ReadonlyMap<string, string | number>) =>
    [...table].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const head: ModelHead = {
    name: 'linear/1',
    vocabulary: {
      classes: pairs(vocabulary.classes),
      endings: pairs(vocabulary.endings),
      lemmas: pairs(vocabulary.lemmas),
      cues: pairs(vocabulary.cues),
    },
    keep: [...keep].map(rounded),
    chains: chains.map(({ head }) => head),
  };
  const headBytes = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.length);
  const bytes = Buffer.concat([Buffer.from(MAGIC), length, headBytes, ...chains.map(({ bytes }) => bytes)]);
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'linear.bin.br'), packed);
  await writeFile(
    join(folder, 'linear.bin.br.sha256'),
    `${createHash('sha256').update(packed).digest('hex')}  linear.bin.br\n`,
  );
  return packed.length;
}

function packChain({ labels, rows, index, transitions }: FittedChain): {
  head: ModelHead['chains'][number];
  bytes: Buffer;
} {
  const scale = MOST / 127;
  const kept: [feature: number, row: number][] = [];
  for (const [feature, row] of index.entries()) {
    const weights = rows.subarray(row * labels, (row + 1) * labels);
    if (weights.some((weight) => Math.abs(weight) >= LEAST)) kept.push([feature, row]);
  }
  kept.sort(([a], [b]) => a - b);
  const differences: number[] = [];
  const bytes = Buffer.alloc(kept.length * labels);
  let last = 0;
  for (const [place, [feature, row]] of kept.entries()) {
    let difference = place === 0 ? feature >>> 0 : feature - last;
    last = feature;
    for (; difference > 127; difference = Math.floor(difference / 128))
      differences.push((difference % 128) + 128);
    differences.push(difference);
    for (let label = 0; label < labels; label++) {
      const weight = Math.round((rows[row * labels + label] as number) / scale);
      bytes.writeInt8(Math.max(-127, Math.min(127, weight)), place * labels + label);
    }
  }
  return {
    head: { labels, scale, count: kept.length, transitions: [...transitions].map(rounded) },
    bytes: Buffer.concat([Buffer.from(differences), bytes]),
  };
}

const rounded = (value: number) => Number(value.toFixed(4));
