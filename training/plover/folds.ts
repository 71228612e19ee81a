import { type DeedModel, ROOTS, type Root, sharesOf } from '../../src/analyse/events/plover/index.ts';
import { type Example, fitDeeds } from './fit-deeds.ts';

const FOLDS = 10;
/** Features of fewer pairs are left out. */
export const FEWEST = 3;

/** An example with the sentence that it stands in: all pairs of one sentence are in one fold. */
export interface Folded extends Example {
  readonly sentence: string;
}

export const fitted = (examples: readonly Example[]): DeedModel =>
  fitDeeds(examples, { roots: ROOTS.length, fewest: FEWEST });

/** For each example the root that a model gives which was fitted on the other folds. */
export function unseenRoots(examples: readonly Folded[]): Root[] {
  const sentences = [...new Set(examples.map(({ sentence }) => sentence))];
  const foldOf = new Map(sentences.map((sentence, at) => [sentence, at % FOLDS]));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitted(examples.filter(({ sentence }) => foldOf.get(sentence) !== fold)),
  );
  return examples.map(({ features, sentence }) => {
    const model = models[foldOf.get(sentence) ?? 0];
    const shares = model === undefined ? [] : sharesOf(features, model);
    return ROOTS[shares.indexOf(Math.max(...shares))] ?? 'CONSULT';
  });
}
