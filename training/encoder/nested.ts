/**
 * Statements within statements, which PolNeAR does not mark, as silver: an exported encoder reads what people are marked to
 * say, each content as a text of its own. Writes WORK/nested.jsonl, for another fit to learn from.
 * `node training/encoder/nested.ts --data DIR --work DIR --models DIR`
 */
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Article, readPolnear } from '../../evals/polnear/brat.ts';
import { contentBlocks } from '../../src/analyse/attribution/nested.ts';
import { encoderTagger } from '../../src/analyse/index.ts';
import { layOut, layOutParts } from '../../src/analyse/layout.ts';
import type { Attribution } from '../../src/analyse/tag/index.ts';
import { loadEncoderModel } from '../../src/load/encoder.ts';
import { loadAbbreviations } from '../../src/load/index.ts';
import { reportOf } from '../../test/reports.ts';

/** Only what it is surer of than not is learnt from. */
const LEAST = 0.5;

const { values } = parseArgs({
  options: { data: { type: 'string' }, work: { type: 'string' }, models: { type: 'string' } },
});
const { data, work, models } = values;
if (data === undefined || work === undefined || models === undefined) {
  console.error('expected --data DIR, --work DIR and --models DIR');
  process.exit(2);
}
const tagger = encoderTagger(await loadEncoderModel('en', pathToFileURL(`${resolve(models)}/`)), LEAST);
const abbreviations = await loadAbbreviations();
const file = createWriteStream(join(work, 'nested.jsonl'));
let count = 0;
for (const split of ['train', 'dev'])
  for (const article of await readPolnear(data, split)) {
    const nested = await nestedIn(article);
    count += nested.length;
    file.write(`${JSON.stringify({ name: article.name, nested })}\n`);
  }
await new Promise<void>((done) => file.end(done));
console.log(`${count} statements within statements`);

async function nestedIn({ name, text, annotators }: Article): Promise<Omit<Attribution, 'confidence'>[]> {
  const layout = layOut(reportOf(text, { path: name }), abbreviations);
  const contents = contentBlocks(text, annotators[0] ?? [], layout.quotations);
  const [tagging] = await tagger.tag([layOutParts(layout, contents)], 'contents');
  const byCue = new Map((tagging?.attributions ?? []).map((one) => [one.cue[0]?.start, one]));
  return [...byCue.values()].map(({ cue, source, content }) => ({ cue, source, content }));
}
