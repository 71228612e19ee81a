import type { Difference } from '../../record/index.ts';
import type { Word } from './quoted.ts';
import { areSameWords, figuresOf } from './same-words.ts';
import type { Run } from './word-runs.ts';

/** A negation of one verb or adjective is told in few words; in more of them a "not" is one of what was cut. */
const DENYING = 4;
/** What turns a word into its opposite. */
const PREFIXES = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'non-'];

/** What kind of difference a run is; null where the words are the same and only written otherwise, or the other says that it leaves them out. */
export function kindOf({ asked, told, after }: Run, denial: ReadonlySet<string>): Difference['kind'] | null {
  const [one, other] = [asked.map(formOf), told.map(formOf)];
  // What the other itself leaves out behind an ellipsis is put in by nobody.
  if (told.length === 0 && after?.told.afterGap === true) return null;
  if (areSameWords(one, other)) return null;
  if (isDenied(one, other, denial)) return 'negation';
  const figures = [figuresOf(one), figuresOf(other)];
  if (figures[0] !== figures[1] && figures.every((some) => some !== '')) return 'number';
  if (asked.some(({ bracketed }) => bracketed)) return 'bracket';
  if (asked.some(({ afterGap }) => afterGap) || after?.asked.afterGap === true)
    return told.length > 0 ? 'ellipsis' : 'put in';
  if (asked.length === 0) return 'left out';
  return told.length === 0 ? 'put in' : 'changed';
}

const formOf = ({ form }: Word) => form;

/** Whether one side denies what the other says. */
function isDenied(one: readonly string[], other: readonly string[], denial: ReadonlySet<string>): boolean {
  if (one.length > DENYING || other.length > DENYING) return false;
  const denies = (forms: readonly string[]) => forms.some((form) => denial.has(form) || form.endsWith("n't"));
  return denies(one) !== denies(other) || areOpposites(one, other) || areOpposites(other, one);
}

const areOpposites = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.some((form, at) => PREFIXES.some((prefix) => form === `${prefix}${other[at]}`));
