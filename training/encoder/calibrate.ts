/**
 * Fourth step: fits what tells how sure the encoder is of a candidate, over PolNeAR dev (thirteen weights; the encoder saw
 * none of it), and writes it into `heads.json`. Says how well it is calibrated on the half that it was not fitted to, and
 * what each least confidence would give.
 * `node training/encoder/calibrate.ts --data DIR --models DIR`, the folder that holds `en-encoder/` and `en-pieces/`.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { calibrationError, type Judged } from '../../evals/calibration.ts';
import { readPolnear } from '../../evals/polnear/brat.ts';
import { linkedPairs } from '../../evals/polnear/linked.ts';
import { layOut } from '../../src/analyse/layout.ts';
import { rangeOf, readingsOf } from '../../src/analyse/tag/encoder/reading.ts';
import { confidenceOf } from '../../src/analyse/tag/evidence.ts';
import { loadEncoderModel } from '../../src/load/encoder.ts';
import { loadAbbreviations } from '../../src/load/index.ts';
import { reportOf } from '../../test/reports.ts';
import { type Example, fitLogistic } from '../logistic.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, models: { type: 'string' } } });
const { data, models } = values;
if (data === undefined || models === undefined) {
  console.error('expected --data DIR, the folder that holds polnear/, and --models DIR');
  process.exit(2);
}
const folder = pathToFileURL(`${resolve(models)}/`);
const model = await loadEncoderModel('en', folder);
const abbreviations = await loadAbbreviations();
const articles: Example[][] = [];
let gold = 0;
for (const { name, text, annotators } of await readPolnear(data, 'dev')) {
  const candidates = [];
  for (const { stretch, candidates: own } of await readingsOf(
    model,
    layOut(reportOf(text, { path: name }), abbreviations),
    'contents',
  ))
    for (const { cue, source, content, evidence } of own)
      if (content.length > 0) {
        const ranges = (spans: typeof source) => spans.map((span) => rangeOf(stretch, span));
        candidates.push({ cue: ranges([cue]), source: ranges(source), content: ranges(content), evidence });
      }
  const first = annotators[0] ?? [];
  const right = new Set(linkedPairs(text, candidates, first).map(({ predicted }) => predicted));
  articles.push(candidates.map(({ evidence }, index) => ({ evidence, right: right.has(index) ? 1 : 0 })));
  gold += first.length;
}

const halves = [0, 1].map((half) => articles.filter((_, index) => index % 2 === half).flat());
const judged = halves.flatMap((own, half): Judged[] => {
  const keep = fitLogistic(halves[1 - half] ?? []);
  return own.map(({ evidence, right }) => ({ confidence: confidenceOf(keep, evidence), right: right === 1 }));
});
console.log(`${judged.length} candidates, calibration error ${calibrationError(judged).toFixed(1)} points`);
for (let least = 0; least <= 0.6; least += 0.05) {
  const kept = judged.filter(({ confidence }) => confidence >= least);
  const right = kept.filter((one) => one.right).length;
  const f1 = (200 * right) / (kept.length + gold);
  console.log(
    `least ${least.toFixed(2)}: kept ${kept.length}, precision ${((100 * right) / kept.length).toFixed(1)}, recall ${((100 * right) / gold).toFixed(1)}, F1 ${f1.toFixed(1)}`,
  );
}

const path = new URL('en-encoder/heads.json', folder);
const keep = [...fitLogistic(articles.flat())].map((weight) => Number(weight.toFixed(4)));
const heads = JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), keep });
await writeFile(path, heads);
const digest = createHash('sha256').update(heads).digest('hex');
await writeFile(new URL('en-encoder/heads.json.sha256', folder), `${digest}  heads.json\n`);
