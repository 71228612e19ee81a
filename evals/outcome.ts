/** Named figures, most of them in percent. */
export type Figures = Readonly<Record<string, number>>;

/** What a scorer gives: the set, the split, the number of items, and named figures. */
export interface Outcome {
  readonly set: string;
  readonly split: string;
  readonly items: number;
  readonly figures: Figures;
  /** The same figures of others on the same texts, by the same scorer: a regular expression, people. */
  readonly others?: Readonly<Record<string, Figures>>;
  /** Which gold items of each text are right, a 1 or 0 each in their order: what was gained and lost can be told. */
  readonly right?: Readonly<Record<string, string>>;
}
