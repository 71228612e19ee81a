/** Counts of a comparison: right answers, answers given, answers in the gold. */
export interface Counts {
  right: number;
  predicted: number;
  gold: number;
}

export const noCounts = (): Counts => ({ right: 0, predicted: 0, gold: 0 });

/** Precision, recall and F1 in percent; 0 where nothing was predicted or nothing was there. */
export function rates({ right, predicted, gold }: Counts): { precision: number; recall: number; f1: number } {
  const share = (of: number) => (of === 0 ? 0 : (100 * right) / of);
  const precision = share(predicted);
  const recall = share(gold);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

export function addCounts(sum: Counts, { right, predicted, gold }: Counts): void {
  sum.right += right;
  sum.predicted += predicted;
  sum.gold += gold;
}
