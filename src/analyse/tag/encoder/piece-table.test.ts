import { expect, test } from 'vitest';
import { pieceTable, vectorsOf, WIDTH } from './piece-table.ts';

test('a row times its scale is the vector of a piece', () => {
  const rows = new Int8Array(2 * WIDTH).fill(-3, WIDTH);
  const bytes = Buffer.concat([new Uint8Array(Float32Array.of(1, 0.5).buffer), new Uint8Array(rows.buffer)]);
  const vectors = vectorsOf(pieceTable(bytes), [1, 0]);
  expect([vectors.length, vectors[0], vectors[WIDTH - 1], vectors[WIDTH]]).toEqual([
    2 * WIDTH,
    -1.5,
    -1.5,
    0,
  ]);
});

test('a table that ends within a row is refused', () => {
  expect(() => pieceTable(new Uint8Array(WIDTH + 5))).toThrow(`found ${WIDTH + 5} bytes`);
});
