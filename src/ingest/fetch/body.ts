import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { countControls, MOST_CONTROLS } from '../file/decode.ts';
import { BadCompression, packingShownBy, TooLong, unpack } from './packed.ts';

/** The most that is taken of an answer, as it is sent and as it is unpacked. */
export const MOST_SENT = 10_500_000;
/** Servers wrap once, some twice by mistake; a program that is after memory wraps often. */
const MOST_WRAPPED = 2;
/** What is shorter shows too little of what it is. */
const SHORT = 200;
/** What some servers name where they pack nothing. */
const NO_PACKING = new Set(['', 'identity', 'none', 'utf-8', 'utf8', 'binary', '8bit', '7bit', 'chunked']);

/** What came of a body, unpacked; `cut` is what broke it off, null where it came to its end. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly cut: unknown;
}

/**
 * The bytes of a body, unpacked. Counted on both sides: a bomb is stopped where it goes off. A body that is broken off gives
 * what came. Throws `TooLong`, `BadCompression`, and what befell the connection before the first byte.
 */
export async function bodyOf(sent: Readable, encoding: string | null, most: number): Promise<Body> {
  const names = packingsIn(encoding);
  if (names.length > MOST_WRAPPED) {
    // Told here already: what the connection says of its end is no news.
    sent.on('error', () => {}).destroy();
    throw new BadCompression(`wrapped ${names.length} times`);
  }
  return unpackedBy(names, await collected(sent, most), most);
}

/** Bytes out of the packings that a header names, as `bodyOf` gives them. */
export async function unpackedAs(encoding: string, bytes: Uint8Array, most: number): Promise<Body> {
  const names = packingsIn(encoding);
  if (names.length > MOST_WRAPPED) throw new BadCompression(`wrapped ${names.length} times`);
  return unpackedBy(names, { bytes, cut: null }, most);
}

function packingsIn(encoding: string | null): string[] {
  const names = (encoding ?? '').toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => !NO_PACKING.has(name));
}

/** The header is believed where the bytes bear it out: what reads as text is not packed, what shows another packing is that. */
async function unpackedBy(names: readonly string[], sent: Body, most: number): Promise<Body> {
  let { bytes, cut } = sent;
  const isCut = cut !== null;
  const left = [...names];
  for (let unpacked = 0; ; unpacked++) {
    const shown = packingShownBy(bytes);
    const name = left.pop() ?? shown;
    if (name === null || bytes.length === 0 || (shown === null && isReadable(bytes))) break;
    if (unpacked >= MOST_WRAPPED) throw new BadCompression('wrapped again');
    const step = await unpack(name, bytes, { most, isCut });
    if (step === null) throw new BadCompression(name);
    bytes = step.bytes;
    cut ??= step.cut;
  }
  return { bytes, cut };
}

/** All bytes that come, and the error in place of their end. */
function collected(sent: Readable, most: number): Promise<{ bytes: Uint8Array; cut: unknown }> {
  return new Promise((done, fail) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    sent.on('data', (chunk: Uint8Array) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= most) return;
      fail(new TooLong());
      sent.destroy();
    });
    sent.on('end', () => done({ bytes: Buffer.concat(chunks, length), cut: null }));
    sent.on('error', (error) => {
      if (length === 0) fail(error);
      else done({ bytes: Buffer.concat(chunks, length), cut: error });
    });
  });
}

/** Whether bytes are a text as they are: packed ones have signs of control all over, and are no UTF-8. */
function isReadable(bytes: Uint8Array): boolean {
  const hasFew = countControls(bytes) / Math.max(1, bytes.length) <= MOST_CONTROLS;
  return hasFew && (isUtf8(bytes) || bytes.length > SHORT);
}
