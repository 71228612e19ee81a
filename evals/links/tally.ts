import type { Figures } from '../outcome.ts';

/** Named shares that are added up over stories. */
export class Tally {
  private readonly sums = new Map<string, { part: number; whole: number }>();

  /** Adds to a share: how much of `whole` is so. */
  add(name: string, part: number | boolean, whole = 1): void {
    const sum = this.sums.get(name) ?? { part: 0, whole: 0 };
    this.sums.set(name, { part: sum.part + Number(part), whole: sum.whole + whole });
  }

  /** Adds to `NAMEPrecision` and `NAMERecall`, of which `NAMEF1` is made. */
  compare(
    name: string,
    { right, predicted, gold }: { right: number; predicted: number; gold: number },
  ): void {
    this.add(`${name}Precision`, right, predicted);
    this.add(`${name}Recall`, right, gold);
  }

  /** The shares in percent to one decimal, each name behind the hand's; none for what never came up. */
  figures(hand: string): Figures {
    const figures: Record<string, number> = {};
    for (const [name, sum] of this.sums) {
      const full = hand + name.charAt(0).toUpperCase() + name.slice(1);
      if (sum.whole > 0) figures[full] = rounded(share(sum));
      const precision = this.sums.get(name.replace(/Recall$/, 'Precision'));
      if (!name.endsWith('Recall') || precision === undefined || sum.whole === 0) continue;
      figures[full.replace(/Recall$/, 'F1')] = rounded(harmonic(share(precision), share(sum)));
    }
    return figures;
  }
}

const share = ({ part, whole }: { part: number; whole: number }) => (whole === 0 ? 0 : (100 * part) / whole);
const harmonic = (a: number, b: number) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
const rounded = (percent: number) => Math.round(percent * 10) / 10;
