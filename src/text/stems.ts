import { stemmer } from 'stemmer';

/** A word as an index without case and diacritics has it. */
export const plainForm = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Stems of words that were asked for lately: a report has few words that others do not have. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** The stem of an English word (Porter 1980), which it has in common with its other forms: "strikes" and "striking" have "strike". */
export function stemOf(word: string): string {
  const form = plainForm(word);
  const own = known.get(form);
  if (own !== undefined) return own;
  if (known.size >= MOST_KNOWN) known.clear();
  const stem = stemmer(form);
  known.set(form, stem);
  return stem;
}
