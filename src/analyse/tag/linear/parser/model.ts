import type { Weights } from '../chain-model.ts';
import { PackedReader } from '../packed-reader.ts';
import { packedWeights } from '../packed-weights.ts';
import { MARK_LABELS } from './marks.ts';
import { sparseWeights } from './sparse-weights.ts';
import { ACTIONS } from './state.ts';

/** Everything that the linear parser knows besides words. */
export interface ParserModel {
  readonly name: string;
  /** Parts of speech and relations (Universal Dependencies) by their numbers; relations the commonest first. */
  readonly parts: readonly string[];
  readonly relations: readonly string[];
  readonly weights: {
    readonly parts: Weights;
    /** Of the actions in state.ts. */
    readonly arcs: Weights;
    readonly relations: Weights;
    /** Of the labels in marks.ts. */
    readonly marks: Weights;
  };
}

/** A table of sparse rows: how many features it has, and how many labels they touch in all. */
export interface SparseHead {
  readonly scale: number;
  readonly count: number;
  readonly touched: number;
}

/** The head of a packed parser. */
export interface ParserHead {
  readonly name: string;
  readonly parts: readonly string[];
  readonly relations: readonly string[];
  readonly tables: {
    readonly parts: SparseHead;
    /** The last action, to shift, weighs nothing: the others weigh by how much they weigh more. */
    readonly arcs: { readonly scale: number; readonly count: number };
    readonly relations: SparseHead;
    readonly marks: SparseHead;
  };
}

export const PARSER_MAGIC = 'ONRP1\n';

/**
 * Unpacks a parser: the head, then the tables of parts, arcs, relations and marks. Each table is its features as differences in
 * base 128, then for arcs a row of signed bytes for each; for the others how many labels each touches, these labels, and
 * their weights as signed bytes.
 * @throws Error when the bytes are not a packed parser.
 */
export function unpackParser(bytes: Uint8Array): ParserModel {
  const reader = new PackedReader(bytes, PARSER_MAGIC);
  const { name, parts, relations, tables } = reader.head() as ParserHead;
  const sparse = ({ scale, count, touched }: SparseHead, labels: number) =>
    sparseWeights({
      labels,
      scale,
      features: reader.features(count),
      counts: reader.unsigned(count),
      touched: reader.unsigned(touched),
      weights: reader.signed(touched),
    });
  const weights = {
    parts: sparse(tables.parts, parts.length),
    arcs: packedWeights({
      labels: ACTIONS,
      weighed: ACTIONS - 1,
      scale: tables.arcs.scale,
      features: reader.features(tables.arcs.count),
      rows: reader.signed(tables.arcs.count * (ACTIONS - 1)),
    }),
    relations: sparse(tables.relations, relations.length),
    marks: sparse(tables.marks, MARK_LABELS),
  };
  if (!reader.done) throw new Error('expected four tables in a packed parser, found something behind them');
  return { name, parts, relations, weights };
}
