import type { Range } from './span.ts';

/** Ranges are looked for among those of their stretch of so many characters. */
const STRETCH = 64;

/** Ranges none of which lies over another; whether one more would is told in the same time however many they are. */
export class Apart {
  private readonly byStretch = new Map<number, Range[]>();

  /** Takes a range in, and says so, unless it lies over one that is in already. */
  add(range: Range): boolean {
    const first = Math.floor(range.start / STRETCH);
    const last = Math.floor(Math.max(range.start, range.end - 1) / STRETCH);
    for (let stretch = first; stretch <= last; stretch++)
      for (const { start, end } of this.byStretch.get(stretch) ?? [])
        if (start < range.end && range.start < end) return false;
    for (let stretch = first; stretch <= last; stretch++) {
      const own = this.byStretch.get(stretch);
      if (own === undefined) this.byStretch.set(stretch, [range]);
      else own.push(range);
    }
    return true;
  }
}
