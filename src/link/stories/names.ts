const WORD = /[\p{L}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;
/** A word that is seldom seen without its capital is taken for part of a name. */
const SELDOM = 2;

/** The words of each text that all texts together mostly write with a capital, folded. */
export function namesIn(texts: readonly string[]): string[][] {
  const words = texts.map((text) => text.match(WORD) ?? []);
  const seen = new Map<string, { capital: number; small: number }>();
  for (const word of words.flat()) {
    const counts = seen.get(word.toLowerCase()) ?? { capital: 0, small: 0 };
    if (CAPITAL.test(word)) counts.capital++;
    else counts.small++;
    seen.set(word.toLowerCase(), counts);
  }
  const isName = (word: string) => {
    const { capital, small } = seen.get(word.toLowerCase()) ?? { capital: 0, small: 0 };
    return word.length > 1 && CAPITAL.test(word) && capital > SELDOM * small;
  };
  return words.map((own) => own.filter(isName).map((word) => word.toLowerCase()));
}
