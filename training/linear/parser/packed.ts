import { constants, zstdCompressSync } from 'node:zlib';
import {
  PARSER_MAGIC,
  type ParserHead,
  type SparseHead,
} from '../../../src/analyse/tag/linear/parser/model.ts';
import { ACTIONS, SHIFT } from '../../../src/analyse/tag/linear/parser/state.ts';

/** Weights as training leaves them: features in ascending order, each with a row of one weight a label. */
export interface FittedTable {
  readonly labels: number;
  readonly features: Int32Array;
  readonly rows: Float32Array;
}

/** What training leaves of a parser. */
export interface FittedParser {
  readonly partNames: readonly string[];
  readonly relationNames: readonly string[];
  readonly parts: FittedTable;
  readonly arcs: FittedTable;
  readonly relations: FittedTable;
  readonly marks: FittedTable;
}

/** One unit of a signed byte; weights below `least` are 0, and rows of nothing else are left out. */
export interface Rounding {
  readonly scale: number;
  readonly least: number;
}

export interface Roundings {
  readonly parts: Rounding;
  readonly arcs: Rounding;
  readonly relations: Rounding;
  readonly marks: Rounding;
}

/** Packs a fitted parser, compressed: the form is described at `unpackParser`. */
export function packedParser(fitted: FittedParser, roundings: Roundings): Buffer {
  const parts = packSparse(fitted.parts, roundings.parts);
  const arcs = packArcs(fitted.arcs, roundings.arcs);
  const relations = packSparse(fitted.relations, roundings.relations);
  const marks = packSparse(fitted.marks, roundings.marks);
  const head: ParserHead = {
    name: 'linear-parser/1',
    parts: fitted.partNames,
    relations: fitted.relationNames,
    tables: { parts: parts.head, arcs: arcs.head, relations: relations.head, marks: marks.head },
  };
  const headBytes = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.length);
  const bytes = Buffer.concat([
    Buffer.from(PARSER_MAGIC),
    length,
    headBytes,
    parts.bytes,
    arcs.bytes,
    relations.bytes,
    marks.bytes,
  ]);
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 19 } });
}

function packSparse(
  { labels, features, rows }: FittedTable,
  { scale, least }: Rounding,
): { head: SparseHead; bytes: Buffer } {
  const kept: number[] = [];
  const counts: number[] = [];
  const touched: number[] = [];
  const weights: number[] = [];
  for (const [row, feature] of features.entries()) {
    const before = touched.length;
    for (let label = 0; label < labels; label++) {
      const weight = rounded(rows[row * labels + label] as number, { scale, least });
      if (weight === 0) continue;
      touched.push(label);
      weights.push(weight & 255);
    }
    if (touched.length === before) continue;
    kept.push(feature);
    counts.push(touched.length - before);
  }
  return {
    head: { scale, count: kept.length, touched: touched.length },
    bytes: Buffer.concat([
      differences(kept),
      Buffer.from(counts),
      Buffer.from(touched),
      Buffer.from(weights),
    ]),
  };
}

function packArcs(
  { labels, features, rows }: FittedTable,
  rounding: Rounding,
): { head: ParserHead['tables']['arcs']; bytes: Buffer } {
  const kept: number[] = [];
  const weights: number[] = [];
  for (const [row, feature] of features.entries()) {
    const weigh = (label: number) => rows[row * labels + label] as number;
    const own = Array.from({ length: ACTIONS - 1 }, (_, label) =>
      rounded(weigh(label) - weigh(SHIFT), rounding),
    );
    if (own.every((weight) => weight === 0)) continue;
    kept.push(feature);
    weights.push(...own.map((weight) => weight & 255));
  }
  return {
    head: { scale: rounding.scale, count: kept.length },
    bytes: Buffer.concat([differences(kept), Buffer.from(weights)]),
  };
}

function rounded(weight: number, { scale, least }: Rounding): number {
  return Math.abs(weight) < least ? 0 : Math.max(-127, Math.min(127, Math.round(weight / scale)));
}

/** Ascending numbers as differences in base 128. */
function differences(numbers: readonly number[]): Buffer {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    let difference = number - last;
    last = number;
    for (; difference > 127; difference = Math.floor(difference / 128)) bytes.push((difference % 128) + 128);
    bytes.push(difference);
  }
  return Buffer.from(bytes);
}
