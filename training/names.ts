import { initials } from '../evals/register/index.ts';

/** A name that nobody has, by syllables, so that the model learns what names do and not whose they are. */
export function inventedName(name: string, random: () => number): string {
  if (/^\p{Lu}+$/u.test(name)) return initials(name.length, random);
  const one = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
  const syllables = 2 + Math.floor(random() * 2);
  const made = Array.from(
    { length: syllables },
    () => one('bcdfghklmnprstvz') + one('aeiou') + one('  lnrs').trim(),
  );
  return made.join('').replace(/^./, (letter) => letter.toUpperCase());
}
