/** An answer with the confidence it was given, and whether it was right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;

/** The expected calibration error in points (Naeini and others 2015): ten bins of equal width, weighed by their answers. */
export function calibrationError(answers: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { confidence, right } of answers) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin === undefined) continue;
    bin.count++;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  const gaps = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0);
  return answers.length === 0 ? 0 : (100 * gaps) / answers.length;
}

/** Precision and recall, in percent, when only answers at least this confident are kept. */
export function keptAt(
  answers: readonly Judged[],
  gold: number,
  least: number,
): { precision: number; recall: number } {
  const kept = answers.filter(({ confidence }) => confidence >= least);
  const right = kept.filter((answer) => answer.right).length;
  return {
    precision: kept.length === 0 ? 0 : (100 * right) / kept.length,
    recall: gold === 0 ? 0 : (100 * right) / gold,
  };
}
