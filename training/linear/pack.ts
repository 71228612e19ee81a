import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { MAGIC, type ModelHead } from '../../src/analyse/tag/linear/model.ts';
import type { Vocabulary } from '../../src/analyse/tag/linear/vocabulary.ts';
import type { FittedChain } from './fit-chain.ts';

/** Rows that weigh less than this at every label are left out; of those that stay, weights below `NEARLY_NOTHING` are 0. */
const LEAST = { cues: 0.04, roles: 0.03 };
const NEARLY_NOTHING = 0.02;
/** One unit of a signed byte. */
const SCALE = 0.02;

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
  const chains = [packChain(cues, LEAST.cues), packChain(roles, LEAST.roles)];
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

function packChain(
  { labels, rows, index, transitions }: FittedChain,
  least: number,
): {
  head: ModelHead['chains'][number];
  bytes: Buffer;
} {
  const kept: [feature: number, row: number][] = [];
  for (const [feature, row] of index.entries()) {
    const weights = rows.subarray(row * labels, (row + 1) * labels);
    if (weights.some((weight) => Math.abs(weight) > least)) kept.push([feature, row]);
  }
  kept.sort(([a], [b]) => a - b);
  const differences: number[] = [];
  const bytes = Buffer.alloc(kept.length * labels);
  let last = 0;
  for (const [place, [feature, row]] of kept.entries()) {
    let difference = feature - last;
    last = feature;
    for (; difference > 127; difference = Math.floor(difference / 128))
      differences.push((difference % 128) + 128);
    differences.push(difference);
    for (let label = 0; label < labels; label++) {
      const exact = rows[row * labels + label] as number;
      const weight = Math.abs(exact) < NEARLY_NOTHING ? 0 : Math.round(exact / SCALE);
      bytes.writeInt8(Math.max(-127, Math.min(127, weight)), place * labels + label);
    }
  }
  return {
    head: { labels, scale: SCALE, count: kept.length, transitions: [...transitions].map(rounded) },
    bytes: Buffer.concat([Buffer.from(differences), bytes]),
  };
}

const rounded = (value: number) => Number(value.toFixed(4));
