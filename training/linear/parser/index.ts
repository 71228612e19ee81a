/**
 * Fits and packs the linear parser, and reports what it gives on GUM's dev part and news, unrounded and packed:
 * `node training/linear/parser/index.ts --data DIR [--work DIR] [--out DIR]`. Where the work folder holds
 * `silver.jsonl` (../silver.ts), it learns from that too.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { evaluateTrees, gumPart, readGum } from '../../../evals/gum/index.ts';
import { linearTagger, type ParserModel, parserOf, unpackParser } from '../../../src/analyse/index.ts';
import { loadWords } from '../../../src/load/index.ts';
import { log, stepOptions } from '../options.ts';
import { fitParts, partsBy } from './fit-parts.ts';
import { fitTrees } from './fit-trees.ts';
import { gumTrees, silverTrees } from './gold.ts';
import type { Settings } from './learner.ts';
import { lessonOf } from './lesson.ts';
import { packedParser } from './packed.ts';
import { loadTaggerModel } from './words.ts';

const SEED = 7;
const PARTS: Settings = { epochs: 4, least: 3, rate: 0.1, tiny: 0.03, dropout: 0.3, seed: SEED };
const ARCS: Settings = { epochs: 4, least: 5, rate: 0.1, tiny: 0.03, dropout: 0.3, seed: SEED };
const RELATIONS: Settings = { epochs: 4, least: 3, rate: 0.1, tiny: 0.03, dropout: 0.4, seed: SEED };
const MARKS: Settings = { ...ARCS };
/** How much a decision of a silver tree counts. */
const SILVER = 0.6;
/** One unit of a signed byte, and what is 0: of arcs less, since all else hangs on them. */
const ROUNDING = { scale: 0.03, least: 0.1 };
const ARC_ROUNDING = { scale: 0.02, least: 0.04 };
const FILE = 'parser.bin.zst';

const { data, work, out } = stepOptions();
const tagger = await loadTaggerModel('en');
const held = await gumPart(data, /^(?:dev|test)/);
const texts = await readGum(data, (name) => !held.has(name) && !name.includes('_news_'));
const gold = gumTrees(texts, tagger.vocabulary);
const silver = await silverTrees(work, tagger.vocabulary, SILVER);
const partNames = byCount(gold.flatMap(({ parts }) => parts));
const relationNames = byCount(gold.flatMap(({ relations }) => relations)).filter((name) => name !== 'root');
log(`${texts.length} texts of GUM, ${silver.length} blocks with silver trees`);
const { parts, given } = fitParts(gold, partNames, PARTS);
log('parts of speech');
const lessons = [
  ...gold.map((own, number) => lessonOf(own, given[number] as Uint8Array, { partNames, relationNames })),
  ...silver.map((own) => lessonOf(own, partsBy(parts, own), { partNames, relationNames })),
];
const trees = fitTrees(lessons, relationNames, { arcs: ARCS, relations: RELATIONS, marks: MARKS });
const rounding = { parts: ROUNDING, arcs: ARC_ROUNDING, relations: ROUNDING, marks: ROUNDING };
const fitted = {
  partNames,
  relationNames,
  parts: parts.inOrder(),
  arcs: trees.arcs.inOrder(),
  relations: trees.relations.inOrder(),
  marks: trees.marks.inOrder(),
};
const bytes = packedParser(fitted, rounding);
await mkdir(out, { recursive: true });
await writeFile(join(out, FILE), bytes);
await writeFile(
  join(out, `${FILE}.sha256`),
  `${createHash('sha256').update(bytes).digest('hex')}  ${FILE}\n`,
);
log(`packed: ${bytes.length} bytes`);

const unrounded: ParserModel = {
  name: 'fitted',
  parts: partNames,
  relations: relationNames,
  weights: { parts, ...trees },
};
const words = await loadWords();
const columns = [];
for (const parser of [unrounded, unpackParser(zstdDecompressSync(bytes))]) {
  const own = {
    ...words,
    tagger: linearTagger({ ...tagger, parser: (known) => parserOf(parser, known) }),
    fingerprint: parser.name,
  };
  columns.push((await evaluateTrees(data, 'dev', own)).figures);
}
const [before = {}, after = {}] = columns;
for (const [name, figure] of Object.entries(before))
  console.log(
    `${name.padEnd(28)} ${figure.toFixed(2).padStart(7)} ${(after[name] ?? 0).toFixed(2).padStart(7)}`,
  );

/** The labels that are there, the commonest first. */
function byCount(labels: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== '') counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([label]) => label);
}
