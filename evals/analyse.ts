import { analyse as analysis } from '../src/analyse/index.ts';
import { keptBy } from '../test/contract.ts';

/** The product's own analysis; a record that breaks the contract ends the evaluation, whatever its figures are. */
export const analyse = keptBy(analysis);
