import { Fault } from '../record/index.ts';

/** The taggers, the better ones first. */
export const TAGGERS = ['encoder', 'linear'] as const;
export type TaggerName = (typeof TAGGERS)[number];

/** What reads by the name that ONRECORD_TAGGER gives; undefined where it gives none. @throws Fault of another name. */
export function taggerNamed(name: string | undefined): TaggerName | undefined {
  if (name === undefined || name === '') return undefined;
  const known = TAGGERS.find((one) => one === name);
  if (known === undefined)
    throw new Fault('bad-tagger', `expected ONRECORD_TAGGER to be ${TAGGERS.join(' or ')}, found "${name}"`);
  return known;
}
