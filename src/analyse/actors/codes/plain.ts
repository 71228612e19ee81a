/**
 * A name as it is looked up: without accents, full stops and kinds of apostrophe, with one ending for those that Slavic names
 * are given ("Zelenskyy", "Zelenskiy"); case kept where it is all that tells ("WHO", "US").
 */
export function plain(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[.’']/g, '');
  return bare.length <= SHORT ? bare : bare.toLowerCase().replace(SLAVIC, 'y');
}

const SHORT = 4;
const SLAVIC = /(?<=[a-z]{3})(?:iy|yy|yi|ij|ii)(?![a-z])/g;
