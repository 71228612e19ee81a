import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Report, reportId } from '../record/index.ts';

/** The same wire copy in two outlets is two reports; the same text from the same place is one. */
export function reportIdOf(origin: string, text: string): Report['id'] {
  return reportId.parse(`report:${bytesToHex(sha256(utf8ToBytes(`${origin}\0${text}`))).slice(0, 16)}`);
}
