/**
 * Names and trees that the encoder gives PolNeAR's train articles and the reports of ECB+, for the linear tagger and its
 * parser to learn from, one text a line: `node training/linear/silver.ts --data DIR --models DIR [--work DIR]`; `--models`
 * holds `en-encoder/` and `en-pieces/`.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readPolnear } from '../../evals/polnear/brat.ts';
import { encoderTagger } from '../../src/analyse/index.ts';
import { loadEncoderModel } from '../../src/load/encoder.ts';
import { layoutOf } from './corpus.ts';
import { log } from './options.ts';
import { SILVER } from './workplace.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    models: { type: 'string', default: 'models' },
    work: { type: 'string', default: 'training/linear/work' },
  },
});
const { data, models, work } = values;
if (data === undefined) {
  console.error('expected --data DIR, the folder that holds polnear/ and stories/');
  process.exit(2);
}
const tagger = encoderTagger(await loadEncoderModel('en', pathToFileURL(`${resolve(models)}/`)));
await mkdir(work, { recursive: true });
const file = createWriteStream(join(work, SILVER));
const texts = [...(await readPolnear(data, 'train')), ...(await readStories(data))];
for (const [index, { name, text }] of texts.entries()) {
  const [tagging] = await tagger.tag([layoutOf({ name, text })], 'text');
  const trees = (tagging?.trees ?? []).map((tree) =>
    tree.map(({ start, end, part, head, relation }) => [start, end, part, head, relation]),
  );
  file.write(`${JSON.stringify({ name, text, names: tagging?.names ?? [], trees })}\n`);
  if (index % 100 === 99) log(`${index + 1} texts of ${texts.length}`);
}
await new Promise<void>((done) => file.end(done));

async function readStories(data: string): Promise<{ name: string; text: string }[]> {
  const lines = (await readFile(join(data, 'stories/ecbplus.dev.jsonl'), 'utf8')).trimEnd().split('\n');
  return lines
    .map((line): { doc: string; text: string } => JSON.parse(line))
    .filter(({ text }) => text.trim() !== '')
    .map(({ doc, text }) => ({ name: doc, text }));
}
