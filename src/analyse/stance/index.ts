import { type Graph, type PieceTable, vectorsOf, WIDTH, type WordPieces } from '../tag/encoder/index.ts';
import { tokenise } from '../tokens/index.ts';

/** What tells where a statement stands on a proposition. */
export interface StanceModel {
  readonly pieces: WordPieces;
  readonly table: PieceTable;
  /** `pieces` [1, L, WIDTH], `second` [1, L], 1 where they are of the statement: `odds` [1, 5] in the order of `STANDS`. */
  readonly stance: Graph;
}

/** Where a statement may stand; "none" where it is of something else. */
const STANDS = ['for', 'against', 'conditional', 'unclear', 'none'] as const;

/** How likely each is; together 1. */
export type StanceOdds = Readonly<Record<(typeof STANDS)[number], number>>;

/** Of a longer text the beginning tells. */
const MOST_PIECES = 160;

/** The pieces of a text, by their places in the vocabulary. */
export function piecesOf({ pieces }: Pick<StanceModel, 'pieces'>, text: string): number[] {
  const words = tokenise(text, { start: 0, end: text.length });
  return words.flatMap((word) => pieces.of(word.text)).slice(0, MOST_PIECES);
}

/** Where what is said stands on a proposition: both in one row, as BERT reads two sentences (Devlin and others 2019). */
export async function stanceOdds(model: StanceModel, proposition: string, said: string): Promise<StanceOdds> {
  const { opening, closing } = model.pieces.special;
  const question = [opening, ...piecesOf(model, proposition), closing];
  const own = [...piecesOf(model, said), closing];
  const ids = [...question, ...own];
  const { odds = new Float32Array(STANDS.length) } = await model.stance({
    pieces: { shape: [1, ids.length, WIDTH], values: vectorsOf(model.table, ids) },
    second: {
      shape: [1, ids.length],
      values: Float32Array.from(ids, (_, at) => (at < question.length ? 0 : 1)),
    },
  });
  return Object.fromEntries(STANDS.map((stand, at) => [stand, odds[at] ?? 0])) as unknown as StanceOdds;
}
