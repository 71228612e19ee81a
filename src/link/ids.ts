import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const LENGTH = 16;

/** An id of the picture's own: from the member that was taken in first, and never from a place in its text. */
export function linkedId<Id extends string>(kind: string, ...from: readonly string[]): Id {
  return `${kind}:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(from)))).slice(0, LENGTH)}` as Id;
}
