import type { LinkKind } from '../../../record/index.ts';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/** Numbers of JSON are exact so far. */
const HIGH = 0x1fffff;

/** A key as a whole number of 53 bits: two FNV-1a hashes side by side. Two keys of one number cost a comparison, no link. */
export function keyNumber(kind: LinkKind, key: string): number {
  let low = OFFSET;
  let high = OFFSET ^ PRIME;
  for (const text of [kind, '\n', key])
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, PRIME);
      high = Math.imul(high ^ (code + 1), PRIME);
    }
  return (high & HIGH) * 2 ** 32 + (low >>> 0);
}
