import { analyse as analysis } from '../src/analyse/index.ts';
import { keptBy } from '../test/contract.ts';
import { rulesIn } from '../test/rules-in.ts';
import { Fired } from './fired.ts';

const kept = keptBy(analysis);

/** How often each rule has decided something in the records that were made so far. */
export const fired = new Fired();

/** The product's own analysis; a record that breaks the contract ends the evaluation, whatever its figures are. */
export const analyse: typeof analysis = async (reports, kit) => {
  const records = await kept(reports, kit);
  for (const record of records) for (const [family, name] of rulesIn(record)) fired.add(family, name);
  return records;
};
