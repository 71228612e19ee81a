/**
 * Third step: what the fitted model gives on dev, and what packing it costs, by the scorers of `npm run eval`.
 * `node training/linear/report.ts --data DIR [--work DIR]`
 */
import { zstdDecompressSync } from 'node:zlib';
import { evaluateGum } from '../../evals/gum/index.ts';
import { evaluatePolnear } from '../../evals/polnear/index.ts';
import { type LinearModel, linearTagger, unpackModel } from '../../src/analyse/index.ts';
import { loadWords } from '../../src/load/index.ts';
import { runnable } from './fit-chain.ts';
import { stepOptions } from './options.ts';
import { packed } from './packed.ts';
import { take } from './workplace.ts';

const { data, work } = stepOptions();
const fitted = await take(work, 'fitted');
const unrounded: LinearModel = {
  name: 'linear/fitted',
  vocabulary: fitted.vocabulary,
  cues: runnable(fitted.cues),
  roles: runnable(fitted.roles),
  names: runnable(fitted.names),
  keep: fitted.keep,
};
const small = unpackModel(zstdDecompressSync(packed(fitted)));
const words = await loadWords();
const columns = [];
for (const model of [unrounded, small]) {
  const own = { ...words, tagger: linearTagger(model), fingerprint: model.name };
  const outcomes = [await evaluatePolnear(data, 'dev', own), await evaluateGum(data, 'dev', own)];
  columns.push(Object.assign({}, ...outcomes.map(({ figures }) => figures)) as Record<string, number>);
}
const [before = {}, after = {}] = columns;
for (const [name, figure] of Object.entries(before))
  console.log(
    `${name.padEnd(28)} ${figure.toFixed(2).padStart(7)} ${(after[name] ?? 0).toFixed(2).padStart(7)}`,
  );
