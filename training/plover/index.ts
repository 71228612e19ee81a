/** Fits the coder of deeds: training/plover/README.md. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPairs } from '../../evals/plover/pairs.ts';
import { deedFeatures } from '../../src/analyse/events/plover/features.ts';
import { ROOTS } from '../../src/analyse/events/plover/index.ts';
import { loadWords } from '../../src/load/index.ts';
import { fitted, unseenRoots } from './folds.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models/en-plover' } },
});
if (values.data === undefined) {
  console.error('train:plover: expected --data DIR, the folder that holds events/plover_pairs.dev.jsonl');
  process.exit(2);
}
const { words } = await loadWords();
const pairs = await readPairs(values.data, 'dev');
const examples = pairs.map(({ deed, root }) => ({
  features: [...deedFeatures(deed, words)],
  root: ROOTS.indexOf(root),
  sentence: deed.sentence,
}));
const unseen = unseenRoots(examples);
const right = pairs.filter(({ root }, at) => unseen[at] === root).length;
console.log(`accuracy over unseen folds: ${((100 * right) / pairs.length).toFixed(1)}`);

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
