import { readTable } from '../../src/load/table.ts';
import type { Register } from './alter.ts';
import { generator } from './random.ts';

export { type Altered, alter, type Register } from './alter.ts';
export { generator } from './random.ts';

const column = async (name: string) =>
  (await readTable(new URL(`${name}.tsv`, import.meta.url))).map(([word = '']) => word);

/** Capitalised words that are no names. */
export async function keptWords(): Promise<ReadonlySet<string>> {
  return new Set(await column('kept'));
}

/** The register of altered development sets: names from a list that training does not use. */
export async function devRegister(abbreviations: Register['abbreviations'], seed: number): Promise<Register> {
  const [kept, names] = [await keptWords(), await column('names')];
  const nameFor = (name: string, random: () => number) => {
    if (/^\p{Lu}+$/u.test(name)) return initials(name.length, random);
    return names[Math.floor(random() * names.length)] ?? name;
  };
  return { abbreviations, kept, nameFor, random: generator(seed) };
}

/** Another abbreviation of as many letters. */
export function initials(length: number, random: () => number): string {
  return Array.from({ length }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('');
}
