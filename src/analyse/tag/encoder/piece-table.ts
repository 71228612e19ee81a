/** Numbers of a piece's vector, and of a word's. */
export const WIDTH = 384;

/** The vectors of a vocabulary's pieces: each in whole numbers of eight bits over its own scale. */
export interface PieceTable {
  readonly scales: Float32Array;
  readonly rows: Int8Array;
}

/** Reads the file of a table: the scales of all pieces, then their rows. Throws where its length is of no whole rows. */
export function pieceTable(bytes: Uint8Array): PieceTable {
  const size = Float32Array.BYTES_PER_ELEMENT;
  const count = bytes.length / (WIDTH + size);
  if (!Number.isInteger(count))
    throw new Error(`expected rows of ${WIDTH + size} bytes, found ${bytes.length} bytes`);
  // A copy with memory of its own: a Buffer's may begin at any byte.
  const own = new Uint8Array(bytes);
  return {
    scales: new Float32Array(own.buffer, 0, count),
    rows: new Int8Array(own.buffer, count * size),
  };
}

/** The vectors of some pieces, one behind the other. */
export function vectorsOf({ scales, rows }: PieceTable, ids: readonly number[]): Float32Array {
  const vectors = new Float32Array(ids.length * WIDTH);
  for (const [place, id] of ids.entries()) {
    const scale = scales[id] as number;
    for (let at = 0; at < WIDTH; at++)
      vectors[place * WIDTH + at] = (rows[id * WIDTH + at] as number) * scale;
  }
  return vectors;
}
