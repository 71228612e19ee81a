import { stemmer } from 'stemmer';

/** Irregular form → its plain form: "withdrew" → "withdraw". */
export type Irregular = ReadonlyMap<string, string>;

const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

/** What the forms of a word have in common (Porter 1980), irregular ones joined to their plain form. The word is in lower case. */
export function stemOf(form: string, irregular: Irregular): string {
  const known = stems.get(form);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = stemmer(irregular.get(form) ?? form);
  stems.set(form, stem);
  return stem;
}
