import { constants, zstdCompressSync } from 'node:zlib';
import { CUE_LABELS, ROLE_CUE } from '../../src/analyse/tag/linear/labels.ts';
import { MAGIC, type ModelHead, type PackedTable } from '../../src/analyse/tag/linear/model.ts';
import { NAME_LABELS } from '../../src/analyse/tag/names.ts';
import type { FittedChain } from './fit-chain.ts';
import type { Fitted } from './workplace.ts';

/** Rows that weigh less than this at every label are left out; of those that stay, weights below `NEARLY_NOTHING` are 0. */
const LEAST = { cues: 0.03, roles: 0.03, names: 0.03 };
const NEARLY_NOTHING = 0.02;
/** One unit of a signed byte. */
const SCALE = 0.02;

/** Packs a fitted model, compressed: the form is described at `unpackModel`. */
export function packed({ vocabulary, cues, roles, names, keep }: Fitted): Buffer {
  // The cue's own label is given to the second pass, and to no other token: its weights change nothing.
  const chains = [
    packChain(cues, LEAST.cues, CUE_LABELS),
    packChain(roles, LEAST.roles, ROLE_CUE),
    packChain(names, LEAST.names, NAME_LABELS),
  ];
  const head: ModelHead = {
    name: 'linear/2',
    vocabulary: {
      classes: packTable(vocabulary.classes),
      endings: packTable(vocabulary.endings),
      groups: packTable(vocabulary.groups),
      lemmas: packTable(vocabulary.lemmas),
      cues: packTable(vocabulary.cues),
      links: packTable(vocabulary.links),
      listed: packTable(vocabulary.listed),
    },
    keep: [...keep].map(rounded),
    chains: chains.map(({ head }) => head),
  };
  const headBytes = Buffer.from(escaped(JSON.stringify(head)));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.length);
  const bytes = Buffer.concat([Buffer.from(MAGIC), length, headBytes, ...chains.map(({ bytes }) => bytes)]);
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 19 } });
}

/** JSON in ASCII alone. */
function escaped(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function packTable(table: ReadonlyMap<string, string | number>): PackedTable {
  const keys = new Map<string, string[]>();
  for (const [key, value] of table) keys.set(String(value), [...(keys.get(String(value)) ?? []), key]);
  return Object.fromEntries(
    [...keys]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, own]) => [value, own.toSorted().join(' ')]),
  );
}

function packChain(
  { labels, features, rows, transitions }: FittedChain,
  least: number,
  weighed: number,
): { head: ModelHead['chains'][number]; bytes: Buffer } {
  const kept = [...features.keys()].filter((row) =>
    rows.subarray(row * labels, row * labels + weighed).some((weight) => Math.abs(weight) > least),
  );
  const differences: number[] = [];
  const bytes = Buffer.alloc(kept.length * weighed);
  let last = 0;
  for (const [place, row] of kept.entries()) {
    const feature = features[row] as number;
    let difference = feature - last;
    last = feature;
    for (; difference > 127; difference = Math.floor(difference / 128))
      differences.push((difference % 128) + 128);
    differences.push(difference);
    for (let label = 0; label < weighed; label++) {
      const exact = rows[row * labels + label] as number;
      const weight = Math.abs(exact) < NEARLY_NOTHING ? 0 : Math.round(exact / SCALE);
      bytes.writeInt8(Math.max(-127, Math.min(127, weight)), place * weighed + label);
    }
  }
  return {
    head: { labels, weighed, scale: SCALE, count: kept.length, transitions: [...transitions].map(rounded) },
    bytes: Buffer.concat([Buffer.from(differences), bytes]),
  };
}

const rounded = (value: number) => Number(value.toFixed(4));
