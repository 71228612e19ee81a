import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

/** The most that is taken of an answer, as it is sent and as it is unpacked. */
export const MOST_SENT = 10_500_000;

/** Told in place of a body that goes beyond what is taken. */
export class TooLong extends Error {}
/** Told in place of a body whose compression is unknown or broken. */
export class BadCompression extends Error {}

const UNPACK = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
} as const;
/** Servers wrap once; a program that is after memory wraps often. */
const MOST_WRAPPED = 2;

export const ACCEPTED = 'gzip, deflate, br, zstd';

/** The bytes of a body, unpacked as its header says, counted on both sides: a bomb is stopped where it goes off. */
export async function bytesOf(body: Readable, encoding: string | null, most: number): Promise<Uint8Array> {
  const wraps = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (wraps.length > MOST_WRAPPED) throw new BadCompression(`wrapped ${wraps.length} times`);
  const steps = wraps.toReversed().map((name) => {
    const unpack = UNPACK[name as keyof typeof UNPACK];
    if (unpack === undefined) throw new BadCompression(name);
    return unpack();
  });
  let last: Readable = body;
  for (const step of steps) {
    const from = last;
    from.on('error', (error) => step.destroy(error));
    last = from.pipe(step);
  }
  const counted = counting(body, most, last);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of last as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > most || counted.isOver()) throw new TooLong();
      chunks.push(chunk);
    }
  } catch (error) {
    if (isZlib(error)) throw new BadCompression(error.message);
    throw error;
  } finally {
    body.destroy();
    for (const step of steps) step.destroy();
  }
  return Buffer.concat(chunks, length);
}

/** Counts what is sent, where it is unpacked on its way. */
function counting(body: Readable, most: number, last: Readable): { isOver(): boolean } {
  let sent = 0;
  if (body !== last)
    body.on('data', (chunk: Uint8Array) => {
      sent += chunk.length;
      if (sent > most) last.destroy(new TooLong());
    });
  return { isOver: () => sent > most };
}

function isZlib(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_ZSTD|ZSTD_)/.test(code) ||
    /^ERR_.*(?:DECOD|FORMAT|PADDING)/.test(code)
  );
}
