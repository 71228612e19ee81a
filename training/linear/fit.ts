/** Second step: fits the three chains and the keep-or-drop score. `node training/linear/fit.ts --data DIR [--work DIR]` */

import type { ChainModel } from '../../src/analyse/tag/linear/chain-model.ts';
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
} from '../../src/analyse/tag/linear/labels.ts';
import { nameFeatures, nameStretches } from '../../src/analyse/tag/linear/name-features.ts';
import { type CuePass, cuePass } from '../../src/analyse/tag/linear/passes.ts';
import { countsOf, roleFeatures } from '../../src/analyse/tag/linear/role-features.ts';
import { cueScorer, roleScorer } from '../../src/analyse/tag/linear/scorers.ts';
import { KnownWords } from '../../src/analyse/tag/linear/vocabulary.ts';
import { NAME_LABELS } from '../../src/analyse/tag/names.ts';
import { OWN_ROOM } from '../../src/analyse/tag/room.ts';
import { spansOf, type TokenRange } from '../../src/analyse/tag/token-range.ts';
import {
  type GoldRoles,
  type GoldSequence,
  goldSequences,
  type NamedSequence,
  namedSequences,
} from './corpus.ts';
import { FeatureIndex } from './feature-index.ts';
import { type Example, type FittedChain, fitChain, runnable } from './fit-chain.ts';
import { fitKeep } from './fit-keep.ts';
import { log, stepOptions } from './options.ts';
import { leave, take } from './workplace.ts';

const FOLDS = 4;
const CUE_SETTINGS = { labels: CUE_LABELS, epochs: 5, rate: 0.02, dropout: 0.35, decay: 1e-4, seed: 1 };
const ROLE_SETTINGS = { labels: ROLE_LABELS, epochs: 4, rate: 0.02, dropout: 0.35, decay: 1e-4, seed: 2 };
const NAME_SETTINGS = { labels: NAME_LABELS, epochs: 6, rate: 0.06, dropout: 0.35, decay: 1e-4, seed: 3 };
const FEWEST_CUE = 3;
const FEWEST_ROLE = 4;
const FEWEST_NAME = 3;

const { work } = stepOptions();
const { vocabulary, articles, named } = await take(work, 'prepared');
const words = new KnownWords(vocabulary);
const writer = new FeatureWriter();

function fitCues(documents: readonly GoldSequence[][], name: string): FittedChain {
  const sequences = documents.flat();
  const index = new FeatureIndex(FEWEST_CUE);
  for (const { sequence } of sequences) index.count(cueFeatures(sequence, words, writer));
  const examples = sequences.map(
    ({ sequence, labels }): Example => ({
      features: index.toRows(cueFeatures(sequence, words, writer)),
      boundary: sequence.boundary,
      gold: labels,
    }),
  );
  const model = fitChain(examples, index, CUE_SETTINGS);
  log(`cue pass ${name}: ${model.features.length} features`);
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
  const features = ({ item: { sequence }, cue, cues, labels }: Asked) =>
    roleFeatures(
      { sequence, cue, cues, labels, counts: countsOf(sequence, labels, OWN_ROOM) },
      words,
      writer,
    );
  for (const question of asked) index.count(features(question));
  const examples = asked.map((question): Example => {
    const { sequence } = question.item;
    return {
      features: index.toRows(features(question)),
      boundary: sequence.boundary,
      gold: roleLabels(sequence.length, question),
      allowed: allowedRoles(sequence.length, question.cue),
    };
  });
  const model = fitChain(examples, index, ROLE_SETTINGS);
  log(`role pass ${name}: ${model.features.length} features, ${asked.length} cues`);
  return model;
}

function roleLabels(length: number, { cue, roles }: Asked): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { first, last } of roles.content) labels.fill(ROLE_CONTENT, first, last);
  for (const { first, last } of roles.source) labels.fill(ROLE_SOURCE, first, last);
  return labels.fill(ROLE_CUE, cue.first, cue.last);
}

function fitNames(sequences: readonly NamedSequence[]): FittedChain {
  const index = new FeatureIndex(FEWEST_NAME);
  const stretches = sequences.flatMap(({ sequence, labels }) =>
    nameStretches(sequence, vocabulary).map((stretch) => ({ sequence, labels, stretch })),
  );
  for (const { sequence, stretch } of stretches) index.count(nameFeatures(sequence, stretch, writer));
  const examples = stretches.map(({ sequence, labels, stretch }): Example => {
    const gold = labels.slice(stretch.first, stretch.last);
    // A name that begins before its stretch begins with it.
    if ((gold[0] as number) !== 0 && (gold[0] as number) % 2 === 0) gold[0] = (gold[0] as number) - 1;
    return {
      features: index.toRows(nameFeatures(sequence, stretch, writer)),
      boundary: sequence.boundary.slice(stretch.first, stretch.last),
      gold,
    };
  });
  const model = fitChain(examples, index, NAME_SETTINGS);
  log(`names: ${model.features.length} features, ${stretches.length} stretches`);
  return model;
}

const names = fitNames(namedSequences(named, words));
const gold = goldSequences(articles, words);
log(`${gold.length} texts laid out`);

// A copy in another register goes into the fold of the article that it is a copy of.
const foldOf = new Map<string, number>();
for (const { name } of articles) if (!foldOf.has(name)) foldOf.set(name, foldOf.size % FOLDS);
const folds = articles.map(({ name }) => foldOf.get(name) ?? 0);

// Labels of the first pass for its own training texts, each by a model that did not see the text.
const passes: CuePass[][] = gold.map(() => []);
for (let fold = 0; fold < FOLDS; fold++) {
  const model: ChainModel = runnable(
    fitCues(
      gold.filter((_, number) => folds[number] !== fold),
      `without fold ${fold}`,
    ),
  );
  const score = cueScorer(model, words);
  for (const [number, document] of gold.entries())
    if (folds[number] === fold)
      passes[number] = document.map(({ sequence }) =>
        cuePass(model, sequence, score(sequence, OWN_ROOM), OWN_ROOM),
      );
}
const asked = gold.flatMap((document, number) =>
  document.flatMap((item, place) => questions(item, passes[number]?.[place]?.labels ?? item.labels, number)),
);
const partial = runnable(
  fitRoles(
    asked.filter(({ document }) => folds[document] !== 0),
    'without fold 0',
  ),
);
const judged = gold.flatMap((document, number) =>
  folds[number] === 0 ? document.map((item, place) => ({ item, pass: passes[number]?.[place] ?? null })) : [],
);
const keep = fitKeep(judged, partial, roleScorer(partial, words));
log(`keep: ${[...keep].map((weight) => weight.toFixed(2)).join(' ')}`);
const roles = fitRoles(asked, 'all');
const cues = fitCues(gold, 'all');
await leave(work, 'fitted', { vocabulary, cues, roles, names, keep });
