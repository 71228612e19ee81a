import { plainName } from '../words.ts';

/** Words that name nothing by themselves in the name of a body. */
const LIGHT = new Set([
  'the',
  'of',
  'and',
  'for',
  'in',
  'on',
  'at',
  'a',
  's',
  'its',
  'our',
  'their',
  'his',
  'her',
  'de',
  'la',
  'le',
  'du',
]);
/** Of one body several words are told: "ministry of foreign affairs" and "foreign ministry". */
const SAME = new Map([
  ['affairs', ''],
  ['department', 'ministry'],
  ['ministries', 'ministry'],
  ['govt', 'government'],
  ['co', 'company'],
  ['corporation', 'company'],
]);
/** Endings of names of peoples, the longest first. */
const DEMONYM = ['ians', 'ines', 'ian', 'ans', 'ese', 'ish', 'ois', 'ine', 'an', 'ic', 'is', 'ns', 'i', 'n'];
const LEAST_ROOT = 4;

/** The words that make a body's name, in their order. */
export function bodyWords(name: string): string[] {
  return plainName(name)
    .split(' ')
    .map((word) => SAME.get(word) ?? word)
    .filter((word) => word !== '' && !LIGHT.has(word));
}

/** The root that a country's name and its people's share: "Krasovia", "Krasovian"; "Halvony", "Halvonian". */
export function rootOf(word: string): string {
  const ending = DEMONYM.find((one) => word.endsWith(one)) ?? '';
  const root = word.slice(0, word.length - ending.length).replace(/[aeiouy]+$/, '');
  return root.length >= LEAST_ROOT ? root : word;
}

/** The key of a body's name: its words whatever their order, countries by their roots. */
export function bodyKey(name: string): string {
  return [...new Set(bodyWords(name).map(rootOf))].toSorted().join(' ');
}

/** The initials of a name of several words; null where it has one. */
export function initialsOf(name: string): string | null {
  const words = plainName(name).split(' ');
  const heavy = words.filter((word) => !LIGHT.has(word));
  return heavy.length < 2 ? null : heavy.map((word) => word[0]).join('');
}

/** Whether a name is an abbreviation: capitals alone. */
export function isShort(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\d.&]{1,7}$/u.test(name);
}
