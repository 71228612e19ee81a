import { analyse } from 'chardet';
import { type Refusal, refuse } from '../../record/index.ts';

/** The text of some bytes, without its byte-order mark, and the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** More control characters than this among the bytes, and they are a picture or a program. */
export const MOST_CONTROLS = 0.01;
const ZEROS_OF_TEXT = 0.4;

/**
 * Decodes the bytes of a text file: by its byte-order mark; else as UTF-8 where it is that; else as UTF-16 where
 * every other byte is zero; else as windows-1252 or windows-1251, whichever the letters speak for.
 * A file that is partly UTF-8 is refused: any reading would change somebody's words.
 */
export function decode(bytes: Uint8Array): Decoded | Refusal {
  const marked = byMark(bytes);
  if (marked !== null) return strictly(bytes, marked);
  const utf8 = strictly(bytes, 'utf-8');
  const utf16 = bytes.length % 2 === 0 ? unmarkedUtf16(bytes, ZEROS_OF_TEXT) : null;
  if (utf16 !== null) return strictly(bytes, utf16);
  const controls = countControls(bytes) / Math.max(1, bytes.length);
  if (controls > MOST_CONTROLS)
    return refuse('not-text', 'expected a text file, found bytes of another kind');
  if ('text' in utf8) return utf8;
  const { whole, halves, broken } = sequences(bytes);
  if (halves > 0)
    return refuse(
      'lone-surrogate',
      'expected whole characters, found half of a UTF-16 pair written as UTF-8',
    );
  if (whole > broken)
    return refuse(
      'mixed-encoding',
      `expected UTF-8 throughout, found ${broken} bytes of something else: save the text again as UTF-8`,
    );
  return strictly(bytes, oneByteEncoding(bytes));
}

export function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function strictly(bytes: Uint8Array, encoding: string): Decoded | Refusal {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return encoding.startsWith('utf-16')
      ? refuse('lone-surrogate', `expected ${encoding}, found half of a pair: save the text again as UTF-8`)
      : refuse('not-text', `expected ${encoding}, found bytes that are not: save the text again as UTF-8`);
  }
}

/**
 * UTF-16 without a mark shows in text of few scripts, and in markup: nearly every other byte is zero. `least` is the share
 * of units that must have one.
 */
export function unmarkedUtf16(bytes: Uint8Array, least: number): string | null {
  const sample = bytes.subarray(0, 65_536);
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = (sample.length / 2) * least;
  const few = sample.length / 2 / 50;
  if (odd > many && even <= few) return 'utf-16le';
  return even > many && odd <= few ? 'utf-16be' : null;
}

export function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  return controls;
}

/** Counts UTF-8 sequences of more than one byte: whole ones, halves of UTF-16 pairs, and bytes that belong to none. */
export function sequences(bytes: Uint8Array): { whole: number; halves: number; broken: number } {
  const found = { whole: 0, halves: 0, broken: 0 };
  const isTail = (index: number) => ((bytes[index] ?? 0) & 0xc0) === 0x80;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const tails = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const complete =
      tails > 0 && Array.from({ length: tails }, (_, tail) => isTail(index + tail + 1)).every(Boolean);
    if (!complete) found.broken++;
    else {
      if (byte === 0xed && (bytes[index + 1] ?? 0) >= 0xa0) found.halves++;
      else found.whole++;
      index += tails;
    }
  }
  return found;
}

function oneByteEncoding(bytes: Uint8Array): 'windows-1252' | 'windows-1251' {
  const score = (...names: string[]) =>
    Math.max(0, ...guesses.filter(({ name }) => names.includes(name)).map(({ confidence }) => confidence));
  const guesses = analyse(bytes);
  return score('windows-1251') > score('windows-1252', 'ISO-8859-1') ? 'windows-1251' : 'windows-1252';
}
