/** What a question in plain words asks: what whom said, by which words; null for anybody, '' for anything. */
export interface Question {
  readonly by: string | null;
  readonly words: string;
}

/** Tells the question that a line asks; null where it is none. Handed in, since its forms are words of a language. */
export type ReadQuestion = (line: string) => Question | null;
