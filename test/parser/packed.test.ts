import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackParser } from '../../src/analyse/index.ts';
import { packedParser } from '../../training/linear/parser/packed.ts';

test('a packed parser weighs what was learnt, within half a unit', () => {
  const features = Int32Array.of(5, 300, 70_000, 60_000_000);
  const scale = 0.01;
  const table = (labels: number) => ({
    labels,
    features,
    rows: Float32Array.from({ length: features.length * labels }, (_, at) => Math.sin(at + labels)),
  });
  const fitted = {
    partNames: ['NOUN', 'VERB', 'ADJ'],
    relationNames: ['nsubj', 'obj', 'obl', 'nmod', 'conj'],
    parts: table(3),
    arcs: table(3),
    relations: table(5),
    marks: table(3),
  };
  const rounding = { scale: 2 * scale, least: 0 };
  const bytes = packedParser(fitted, {
    parts: rounding,
    arcs: rounding,
    relations: rounding,
    marks: rounding,
  });
  const { parts, relations, weights } = unpackParser(zstdDecompressSync(bytes));
  expect({ parts, relations }).toEqual({ parts: fitted.partNames, relations: fitted.relationNames });
  for (const kind of ['parts', 'arcs', 'relations', 'marks'] as const) {
    const { labels, rows } = fitted[kind];
    const scores = new Float64Array(features.length * labels);
    const offsets = Int32Array.from({ length: features.length + 1 }, (_, at) => at);
    weights[kind].addScores({ length: features.length, offsets, values: features }, scores);
    const last = (row: number) => (kind === 'arcs' ? (rows[row * labels + labels - 1] as number) : 0);
    for (const [at, score] of scores.entries())
      expect(Math.abs(score - (rows[at] as number) + last(Math.floor(at / labels)))).toBeLessThan(
        scale + 1e-6,
      );
  }
});
