import type { Event } from '../../../record/index.ts';
import { type Deed, deedFeatures } from './features.ts';
import { type DeedModel, type DeedWords, ROOTS, type Root } from './words.ts';

export type { Deed } from './features.ts';
export { type DeedModel, type DeedWords, ROOTS, type Root } from './words.ts';

export interface Coded {
  readonly root: Root;
  /** From 0 to 1. */
  readonly confidence: number;
}

/**
 * Takes a sentence with who does something and to whom. Gives the PLOVER root of it, with the share that the model gives
 * it. Always answers: whether anything was done at all is for the caller to know.
 */
export function rootOf(deed: Deed, words: DeedWords): Coded {
  const shares = sharesOf(deedFeatures(deed, words), words.deedModel);
  const best = shares.reduce((at, share, index) => (share > (shares[at] ?? 0) ? index : at), 0);
  return { root: ROOTS[best] ?? 'CONSULT', confidence: shares[best] ?? 0 };
}

/** The share of each root, by softmax over the sums of weights. */
export function sharesOf(features: Iterable<string>, { bias, weights }: DeedModel): number[] {
  const sums = [...bias];
  for (const feature of features) {
    const own = weights.get(feature);
    if (own === undefined) continue;
    for (let index = 0; index < own.length; index++) sums[index] = (sums[index] ?? 0) + (own[index] ?? 0);
  }
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}

const LEAVING =
  /\b(?:releas|fre(?:e|ed|eing)\b|withdr|ceasefire|cease-fire|truce|retreat|return|surrender|disarm|hand(?:s|ed|ing)? (?:over|back)|repatriat|demobili|pull(?:s|ed|ing)? (?:back|out)|lay down)/i;

/** PLOVER tells YIELD apart: what is given up on the ground is RETREAT, what is given in to is CONCEDE. */
export function ploverType(root: Root, sentence: string): NonNullable<Event['type']> {
  if (root !== 'YIELD') return root;
  return LEAVING.test(sentence) ? 'RETREAT' : 'CONCEDE';
}
