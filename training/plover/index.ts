/** Fits the coder of deeds: training/plover/README.md. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPairs } from '../../evals/plover/pairs.ts';
import { deedFeatures } from '../../src/analyse/events/plover/features.ts';
import { type DeedModel, ROOTS, sharesOf } from '../../src/analyse/events/plover/index.ts';
import { loadWords } from '../../src/load/index.ts';
import { type Example, fitDeeds } from './fit-deeds.ts';

const FOLDS = 10;
const FEWEST = 3;

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models/en-plover' } },
});
if (values.data === undefined) {
  console.error('train:plover: expected --data DIR, the folder that holds events/plover_pairs.dev.jsonl');
  process.exit(2);
}
const { words } = await loadWords();
const pairs = await readPairs(values.data, 'dev');
const sentences = [...new Set(pairs.map(({ deed }) => deed.sentence))];
const examples = pairs.map(({ deed, root }) => ({
  features: [...deedFeatures(deed, words)],
  root: ROOTS.indexOf(root),
  fold: sentences.indexOf(deed.sentence) % FOLDS,
}));

let right = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const model = fitted(examples.filter((one) => one.fold !== fold));
  for (const one of examples.filter((example) => example.fold === fold))
    if (bestOf(sharesOf(one.features, model)) === one.root) right++;
}
console.log(`accuracy over ${FOLDS} folds: ${((100 * right) / examples.length).toFixed(1)}`);

const { bias, weights } = fitted(examples);
const rows = [['', bias] as const, ...[...weights].toSorted(([a], [b]) => (a < b ? -1 : 1))];
const table = rows
  .map(([feature, own]) => [feature, ...own.map((weight) => Math.round(100 * weight) || 0)].join('\t'))
  .join('\n');
const file = join(values.out, 'weights.tsv');
const body = `# Weights of the coder of deeds in hundredths, for ${ROOTS.join(' ')}: see card.md\n${table}\n`;
await writeFile(file, body);
await writeFile(`${file}.sha256`, `${createHash('sha256').update(body).digest('hex')}  weights.tsv\n`);
console.log(`${file}: ${weights.size} features, ${(await readFile(file)).length} bytes`);

function fitted(own: readonly Example[]): DeedModel {
  return fitDeeds(own, { roots: ROOTS.length, fewest: FEWEST });
}

function bestOf(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares));
}
