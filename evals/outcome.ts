/** What a scorer gives: the set, the split, the number of items, and named figures. */
export interface Outcome {
  readonly set: string;
  readonly split: string;
  readonly items: number;
  readonly figures: Readonly<Record<string, number>>;
}
