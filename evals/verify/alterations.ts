/** Ways in which a quotation is altered, each by a rule and without chance, so that every run alters the same words. */
export const ALTERATIONS: Readonly<
  Record<string, (words: readonly string[], other: readonly string[]) => string[]>
> = {
  /** Every fifth word becomes a word of another text. */
  reworded: (words, other) =>
    words.map((word, index) => (index % 5 === 2 ? (other[index % other.length] ?? word) : word)),
  /** Every sixth word has two letters exchanged. */
  misspelt: (words) => words.map((word, index) => (index % 6 === 1 ? exchange(word) : word)),
  /** The third quarter is left out, without an ellipsis. */
  cut: (words) => [
    ...words.slice(0, Math.floor(words.length / 2)),
    ...words.slice(Math.floor((words.length * 3) / 4)),
  ],
  /** Two words are put in. */
  widened: (words, other) => [...words.slice(0, 3), ...other.slice(0, 2), ...words.slice(3)],
};

function exchange(word: string): string {
  return word.length < 4 ? word : `${word[0]}${word[2]}${word[1]}${word.slice(3)}`;
}
