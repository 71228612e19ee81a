import type { WholeActor } from '../../ledger/index.ts';

/** The name of a country by its code; null for one that is not known. Handed in, since the names are words of the lexicons. */
export type CountryName = (code: string) => string | null;

const KINDS: Readonly<Record<WholeActor['kind'], readonly [one: string, several: string]>> = {
  person: ['a person', 'people'],
  organization: ['an organisation', 'organisations'],
  government: ['a government', 'governments'],
  country: ['a country', 'countries'],
  outlet: ['an outlet', 'outlets'],
  agency: ['an agency', 'agencies'],
  group: ['a group', 'groups'],
};

/** PLOVER’s sectors and NGEC’s in words. */
const SECTORS: Readonly<Record<string, string>> = {
  AGR: 'agriculture',
  BUS: 'business',
  COP: 'police',
  CRM: 'crime',
  CVL: 'civilians',
  EDU: 'education',
  ELI: 'public figures',
  GOV: 'government',
  HLH: 'health',
  IGO: 'intergovernmental',
  JRN: 'journalism',
  JUD: 'courts',
  LAB: 'labour',
  LEG: 'parliament',
  MED: 'medicine',
  MIL: 'armed forces',
  NGO: 'non-governmental',
  OPP: 'opposition',
  PRM: 'militias',
  PTY: 'party politics',
  REB: 'rebels',
  REF: 'refugees',
  REL: 'religion',
  SOC: 'civil society',
  SPY: 'secret services',
  UAF: 'armed groups',
};
/** What a country has, and not what there is in one. */
const OF_A_COUNTRY = new Set(['COP', 'GOV', 'JUD', 'LEG', 'MIL', 'OPP', 'SPY']);

/** "a person". */
export const kindWords = (kind: WholeActor['kind']): string => KINDS[kind][0];
/** "people". */
export const kindsWords = (kind: WholeActor['kind']): string => KINDS[kind][1];

/** Sector and country, as far as they are known: "government of Ostrey"; a code that no list has stays as it is. */
export function sectorWords(
  { sector, country }: Pick<WholeActor, 'sector' | 'country'>,
  countryName: CountryName,
): string | null {
  const what = sector === null ? null : (SECTORS[sector] ?? sector);
  const where = country === null ? null : (countryName(country) ?? country);
  if (what === null || where === null) return what ?? where;
  return OF_A_COUNTRY.has(sector ?? '') ? `${what} of ${where}` : `${what}, ${where}`;
}

const RULES: Readonly<Record<string, string>> = {
  'same-name': 'the same name',
  'same-words-of-a-body': 'the same words in another order',
  'name-spelt-otherwise': 'the same name, spelt otherwise',
  'part-of-a-name': 'one is a part of the other, with what is said around it',
  'capital-for-its-government': 'the capital for its government',
  abbreviation: 'an abbreviation',
  decided: 'somebody decided so',
};

/** Why two names are taken for one, in plain words; the rule’s own name where there are none. */
export const reasonWords = (rule: string): string => RULES[rule] ?? rule;
