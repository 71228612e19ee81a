/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws ranks from 0 to `count` - 1 with odds that fall as one over the rank (Zipf). */
export function zipf(count: number): (random: number) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  }
  return (random) => {
    const wanted = random * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** A word of so many letters that nobody uses; the same for the same seed. */
export function inventedWord(length: number, seed: number): string {
  const random = randomOf(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(length, 0x85ebca6b));
  let word = '';
  for (let at = 0; at < length; at++) {
    const letters = at % 2 === 0 ? CONSONANTS : VOWELS;
    word += letters[Math.floor(random() * letters.length)];
  }
  return word;
}
