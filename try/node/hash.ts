import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

interface Hash {
  update(data: string | Uint8Array): Hash;
  digest(encoding: 'hex'): string;
}

/** Node's `createHash`, as far as it is used: SHA-256 in hexadecimal digits. */
export function createHash(_: 'sha256'): Hash {
  const hash = sha256.create();
  const own: Hash = {
    update(data) {
      hash.update(typeof data === 'string' ? utf8ToBytes(data) : data);
      return own;
    },
    digest: () => bytesToHex(hash.digest()),
  };
  return own;
}
