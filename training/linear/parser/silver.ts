/**
 * Trees that the encoder gives PolNeAR's train articles, for the linear parser to learn from, one article a line:
 * `node training/linear/parser/silver.ts --data DIR --models DIR [--work DIR]`; `--models` holds `en-encoder/` and `en-pieces/`.
 */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readPolnear } from '../../../evals/polnear/brat.ts';
import { encoderTagger } from '../../../src/analyse/index.ts';
import { loadEncoderModel } from '../../../src/load/encoder.ts';
import { layoutOf } from '../corpus.ts';
import { log } from '../options.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    models: { type: 'string', default: 'models' },
    work: { type: 'string', default: 'training/linear/work' },
  },
});
const { data, models, work } = values;
if (data === undefined) {
  console.error('expected --data DIR, the folder that holds polnear/');
  process.exit(2);
}
const tagger = encoderTagger(await loadEncoderModel('en', pathToFileURL(`${resolve(models)}/`)));
await mkdir(work, { recursive: true });
const file = createWriteStream(join(work, 'silver-trees.jsonl'));
const articles = await readPolnear(data, 'train');
for (const [index, { name, text }] of articles.entries()) {
  const [tagging] = await tagger.tag([layoutOf({ name, text })], 'text');
  const trees = (tagging?.trees ?? []).map((tree) =>
    tree.map(({ start, end, part, head, relation }) => [start, end, part, head, relation]),
  );
  file.write(`${JSON.stringify({ name, text, trees })}\n`);
  if (index % 100 === 99) log(`${index + 1} articles of ${articles.length}`);
}
await new Promise<void>((done) => file.end(done));
