import type { Irregular } from '../stem.ts';

/** PLOVER's roots as a deed is coded; YIELD is CONCEDE or RETREAT, told apart afterwards. */
export const ROOTS = [
  'ACCUSE',
  'AGREE',
  'AID',
  'ASSAULT',
  'COERCE',
  'CONSULT',
  'COOPERATE',
  'MOBILIZE',
  'PROTEST',
  'REJECT',
  'REQUEST',
  'SANCTION',
  'SUPPORT',
  'THREATEN',
  'YIELD',
] as const;
export type Root = (typeof ROOTS)[number];

export interface DeedWords {
  /** Stems of one to three words, joined by spaces → the roots that they speak for. */
  readonly deeds: ReadonlyMap<string, ReadonlySet<Root>>;
  readonly irregular: Irregular;
  readonly deedModel: DeedModel;
}

/** Feature → its weight for each root, in the order of ROOTS. */
export interface DeedModel {
  readonly bias: readonly number[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}
