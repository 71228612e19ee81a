/** The 32-bit FNV-1a hash of a text (Fowler, Noll and Vo), by UTF-16 code units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** Features are numbers of this many bits: few enough to pack well, and one unknown feature in a hundred meets a known one. */
export const FEATURE_BITS = 26;

/**
 * One feature's number from its template and its values, well mixed (after MurmurHash3's finaliser). All five are asked for: a call
 * without defaults is a third of its cost, and there are a hundred thousand a report.
 */
function mix(template: number, a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f) ^ d;
  hash = Math.imul(hash ^ (hash >>> 15), 0x165667b1);
  return (hash ^ (hash >>> 14)) >>> (32 - FEATURE_BITS);
}

export const mix1 = (template: number, a: number) => mix(template, a, 0, 0, 0);
export const mix2 = (template: number, a: number, b: number) => mix(template, a, b, 0, 0);
export const mix3 = (template: number, a: number, b: number, c: number) => mix(template, a, b, c, 0);
export const mix4 = (template: number, a: number, b: number, c: number, d: number) =>
  mix(template, a, b, c, d);
