import { foldedWords } from '../../text/index.ts';

/** The words of a text in one form, with single spaces. */
export const formsOf = (text: string): string =>
  foldedWords(text)
    .map(({ form }) => form)
    .join(' ');

/** How many of the shorter one's words stand in the longer one too. */
export function alike(a: string, b: string): number {
  const [one, two] = [new Set(formsOf(a).split(' ')), new Set(formsOf(b).split(' '))];
  const [fewer, more] = one.size <= two.size ? [one, two] : [two, one];
  if (fewer.size === 0 || fewer.has('')) return 0;
  const shared = [...fewer].filter((form) => more.has(form)).length / fewer.size;
  // A section's name of one or two words is within many titles.
  return fewer.size < 3 && fewer.size < more.size / 2 ? shared / 2 : shared;
}
