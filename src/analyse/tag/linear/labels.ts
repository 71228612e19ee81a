import { OWN_ROOM, type Room } from '../room.ts';
import type { TokenRange } from '../token-range.ts';

/** Labels of the first pass: beginning and inside of each role. */
export const NONE = 0;
export const SOURCE = 1;
export const CUE = 3;
export const CONTENT = 5;
export const CUE_LABELS = 7;

/** Labels of the second pass. */
export const ROLE_SOURCE = 1;
export const ROLE_CONTENT = 2;
export const ROLE_CUE = 3;
export const ROLE_LABELS = 4;

/** Steps that cannot be: an inside that does not follow its beginning or itself. */
export const FORBIDDEN = (() => {
  const forbidden = new Uint8Array(CUE_LABELS * CUE_LABELS);
  for (let before = 0; before < CUE_LABELS; before++)
    for (const inside of [2, 4, 6])
      if (before !== inside && before !== inside - 1) forbidden[before * CUE_LABELS + inside] = 1;
  return forbidden;
})();

/** Which labels the second pass may give: the cue's tokens are the cue, and no other token is. */
export function allowedRoles(length: number, cue: TokenRange, room: Room = OWN_ROOM): Uint8Array {
  return room.bytes(length).fill(0b0111).fill(0b1000, cue.first, cue.last);
}
