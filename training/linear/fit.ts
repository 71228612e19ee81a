/** Fits the linear tagger on PolNeAR train: `node training/linear/fit.ts --data DIR [--fraction F]`. */
import { parseArgs } from 'node:util';
import { cueFeatures } from '../../src/analyse/tag/linear/cue-features.ts';
import { FeatureWriter } from '../../src/analyse/tag/linear/features.ts';
import {
  allowedRoles,
  CUE,
  CUE_LABELS,
  ROLE_CONTENT,
  ROLE_CUE,
  ROLE_LABELS,
  ROLE_SOURCE,
  spansOf,
} from '../../src/analyse/tag/linear/labels.ts';
import { findCues } from '../../src/analyse/tag/linear/passes.ts';
import { roleFeatures, type TokenRange } from '../../src/analyse/tag/linear/role-features.ts';
import { type GoldRoles, type GoldSequence, goldSequences, readGold } from './corpus.ts';
import { FeatureIndex } from './feature-index.ts';
import { type Example, type FittedChain, fitChain, overFeatures } from './fit-chain.ts';
import { fitKeep } from './fit-keep.ts';
import { pack } from './pack.ts';
import { makeVocabulary } from './vocabulary.ts';

const FOLDS = 4;
const CUE_SETTINGS = { labels: CUE_LABELS, epochs: 3, rate: 0.02, dropout: 0.5, decay: 1e-4, seed: 1 };
const ROLE_SETTINGS = { labels: ROLE_LABELS, epochs: 2, rate: 0.02, dropout: 0.4, decay: 1e-4, seed: 2 };
const FEWEST_CUE = 3;
const FEWEST_ROLE = 4;

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models/en-linear' } },
});
if (values.data === undefined) {
  console.error('fit: expected --data DIR, the folder that holds polnear/ and gum/');
  process.exit(2);
}
const started = performance.now();
const log = (what: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);

const articles = await readGold(values.data, 'train');
const vocabulary = await makeVocabulary(values.data, articles);
const gold = goldSequences(articles, vocabulary);
log(`${articles.length} articles, ${vocabulary.classes.size} forms, ${vocabulary.cues.size} cue lemmas`);
const writer = new FeatureWriter();

function fitCues(documents: readonly GoldSequence[][], name: string): FittedChain {
  const sequences = documents.flat();
  const index = new FeatureIndex(FEWEST_CUE);
  for (const { sequence } of sequences) index.count(cueFeatures(sequence, writer));
  const examples = sequences.map(
    ({ sequence, labels }): Example => ({
      features: index.toRows(cueFeatures(sequence, writer), false),
      boundary: sequence.boundary,
      gold: labels,
    }),
  );
  const model = fitChain(examples, index, CUE_SETTINGS);
  log(`cue pass ${name}: ${index.size} features`);
  return model;
}

/** What the role pass is asked in training: true cues only, where the first pass found them or where they are. */
interface Asked {
  readonly document: number;
  readonly item: GoldSequence;
  readonly labels: Uint8Array;
  readonly cue: TokenRange;
  readonly cues: readonly TokenRange[];
  readonly roles: GoldRoles;
}

function questions(item: GoldSequence, labels: Uint8Array, document: number): Asked[] {
  const cues = spansOf(labels, CUE);
  const used = new Set<TokenRange>();
  return item.attributions.map((roles) => {
    const found = cues.find(
      (cue) => !used.has(cue) && roles.cue.some((own) => own.first < cue.last && cue.first < own.last),
    );
    if (found !== undefined) used.add(found);
    const cue = found ?? (roles.cue[0] as TokenRange);
    const all = found !== undefined ? cues : [...cues, cue].toSorted((a, b) => a.first - b.first);
    return { document, item, labels, cue, cues: all, roles };
  });
}

function fitRoles(asked: readonly Asked[], name: string): FittedChain {
  const index = new FeatureIndex(FEWEST_ROLE);
  const features = ({ item, cue, cues, labels }: Asked) =>
    roleFeatures({ sequence: item.sequence, cue, cues, labels }, writer);
  for (const question of asked) index.count(features(question));
  const examples = asked.map((question): Example => {
    const { sequence } = question.item;
    return {
      features: index.toRows(features(question), false),
      boundary: sequence.boundary,
      gold: roleLabels(sequence.length, question),
      allowed: allowedRoles(sequence.length, question.cue),
    };
  });
  const model = fitChain(examples, index, ROLE_SETTINGS);
  log(`role pass ${name}: ${index.size} features, ${asked.length} cues`);
  return model;
}

function roleLabels(length: number, { cue, roles }: Asked): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { first, last } of roles.content) labels.fill(ROLE_CONTENT, first, last);
  for (const { first, last } of roles.source) labels.fill(ROLE_SOURCE, first, last);
  return labels.fill(ROLE_CUE, cue.first, cue.last);
}

// Labels of the first pass for its own training texts, each by a model that did not see the text.
const passes = gold.map((document) => document.map(() => null as ReturnType<typeof findCues> | null));
for (let fold = 0; fold < FOLDS; fold++) {
  const model = overFeatures(
    fitCues(
      gold.filter((_, number) => number % FOLDS !== fold),
      `fold ${fold}`,
    ),
  );
  for (let number = fold; number < gold.length; number += FOLDS)
    for (const [place, { sequence }] of (gold[number] ?? []).entries())
      (passes[number] as unknown[])[place] = findCues(model, sequence, writer);
}
const asked = gold.flatMap((document, number) =>
  document.flatMap((item, place) => questions(item, passes[number]?.[place]?.labels ?? item.labels, number)),
);
const partial = overFeatures(
  fitRoles(
    asked.filter(({ document }) => document % FOLDS !== 0),
    'without fold 0',
  ),
);
const keep = fitKeep(
  gold.flatMap((document, number) =>
    number % FOLDS === 0
      ? document.map((item, place) => ({ item, pass: passes[number]?.[place] ?? null }))
      : [],
  ),
  partial,
  writer,
);
log(`keep: ${[...keep].map((weight) => weight.toFixed(2)).join(' ')}`);
const roles = fitRoles(asked, 'all');
const cues = fitCues(gold, 'all');
const size = await pack({ vocabulary, cues, roles, keep }, values.out);
log(`packed: ${size} bytes`);
