/** Closed lists of words and phrases, lower case, each for one place in which a rule looks for them. */
export type Phrases<List extends string> = Readonly<Record<List, readonly string[]>>;

/** Phrases as one group of a pattern, the longest first; either mark stands for an apostrophe. Of none nothing is one. */
export function anyOf(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?!)';
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.join('|').replaceAll("'", "['’]")})`;
}

/** The same where a sentence may begin with them, in a pattern that tells capitals apart. */
export function anyCased(phrases: readonly string[]): string {
  const cased = (phrase: string) =>
    `[${phrase.charAt(0).toUpperCase()}${phrase.charAt(0)}]${phrase.slice(1)}`;
  return anyOf(phrases.map(cased));
}
