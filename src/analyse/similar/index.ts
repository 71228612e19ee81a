import { type Graph, type PieceTable, vectorsOf, WIDTH, type WordPieces } from '../tag/encoder/index.ts';
import { tokenise } from '../tokens/index.ts';

/** What tells how alike sentences are: the encoder's base as it was, with its table of pieces. */
export interface SentenceModel {
  readonly pieces: WordPieces;
  readonly table: PieceTable;
  /** `pieces` [1, L, WIDTH]: `vector` [1, WIDTH], of length 1. */
  readonly sentence: Graph;
}

/** Of a longer text the beginning tells. */
const MOST_PIECES = 256;
/** What the base was trained to find before a text that is compared with its like (E5, Wang and others 2022). */
const BEFORE = 'query:';

/** The vector of a text [WIDTH], of length 1: the mean over its pieces. */
export async function sentenceVector(
  { pieces, table, sentence }: SentenceModel,
  text: string,
): Promise<Float32Array> {
  const whole = `${BEFORE} ${text}`;
  const words = tokenise(whole, { start: 0, end: whole.length });
  const own = words.flatMap((word) => pieces.of(word.text)).slice(0, MOST_PIECES);
  const ids = [pieces.special.opening, ...own, pieces.special.closing];
  const { vector = new Float32Array(WIDTH) } = await sentence({
    pieces: { shape: [1, ids.length, WIDTH], values: vectorsOf(table, ids) },
  });
  return vector;
}

/** How alike two texts are by their vectors: 1 the same; of this base what has nothing in common lies at about 0.75. */
export function likeness(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, number, at) => sum + number * (b[at] as number), 0);
}
