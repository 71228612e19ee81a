import type { Statement, Utterance } from '../../src/record/index.ts';
import { addBCubed, addPairs } from './clusters.ts';
import { findContents, keyOf } from './contents.ts';
import type { Drawn } from './drawn.ts';
import type { Cited, Gold } from './gold.ts';
import type { Tally } from './tally.ts';

/** A rendition that a hand listed, the statement that was found of it, and where that was put. */
export interface Rendition {
  readonly cited: Cited;
  /** The place of its utterance in the gold. */
  readonly gold: number;
  readonly statement: Statement;
  /** The utterance that it was put in; its own id where it was put in none. */
  readonly own: string;
}

/** What was found of each listed rendition and look-alike: statements, by `keyOf`. */
export const foundIn = (drawn: Drawn): Map<string, Statement> =>
  findContents([...listed(drawn.story.gold), ...drawn.story.gold.notSame.flat()], drawn);

const listed = ({ utterances }: Gold): Cited[] => utterances.flatMap(({ renditions }) => renditions);

/** The listed renditions that were found. */
export function renditionsOf(drawn: Drawn): Rendition[] {
  const found = foundIn(drawn);
  return drawn.story.gold.utterances.flatMap(({ renditions }, gold) =>
    renditions.flatMap((cited) => {
      const statement = found.get(keyOf(cited));
      return statement === undefined ? [] : [{ cited, gold, statement, own: putIn(drawn, statement) }];
    }),
  );
}

/** The utterance that a statement was put in, by id; its own id where it was put in none. */
export function putIn({ picture }: Drawn, { id }: Statement): string {
  return utteranceWith(picture.utterances, id)?.id ?? id;
}

const utteranceWith = (utterances: readonly Utterance[], id: Statement['id']) =>
  utterances.find(({ renditions }) => renditions.some(({ statement }) => statement === id));

/** Renditions found; utterances over them, as pairs and by BCubed. */
export function scoreRenditions(drawn: Drawn, tally: Tally): void {
  const renditions = renditionsOf(drawn);
  tally.add('renditionsFound', renditions.length, listed(drawn.story.gold).length);
  addPairs('utterancesPairs', renditions, tally);
  addBCubed('utterancesBCubed', renditions, tally);
}
