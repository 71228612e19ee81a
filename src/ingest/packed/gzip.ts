import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';

/** Told in place of packed bytes that are damaged or end too early. */
export class Damaged extends Error {}

const FLAG = { headCheck: 2, extra: 4, name: 8, comment: 16 } as const;
/** A name or a comment in a member's head has no more bytes. */
const LONGEST_NAME = 65_536;

/** Whether a member of gzip begins with these bytes (RFC 1952). */
export const isGzip = ([one, two, method, flags]: Uint8Array) =>
  one === 0x1f && two === 0x8b && method === 8 && (flags ?? 0xff) < 0x20;

/**
 * What one member of gzip holds, and no byte beyond it is taken. Node's own reader goes on with the next member without
 * a word, but records begin where members do.
 * @throws Damaged
 */
export async function* gunzipped(packed: ByteReader): AsyncGenerator<Uint8Array> {
  await passHead(packed);
  const sums = { crc: 0, length: 0 };
  const inflate = createInflateRaw();
  try {
    const feeding = feed(packed, inflate);
    // What goes wrong in it ends the stream, and is told there.
    feeding.catch((error) => inflate.destroy(error));
    for await (const piece of inflate as AsyncIterable<Uint8Array>) {
      sums.crc = crc32(piece, sums.crc);
      sums.length = (sums.length + piece.length) % 2 ** 32;
      yield piece;
    }
    const last = await feeding;
    packed.giveBack(last.bytes.subarray(last.bytes.length - (last.fed - inflate.bytesWritten)));
  } catch (error) {
    throw damaged(error);
  } finally {
    inflate.destroy();
  }
  const sum = Buffer.from(await packed.upTo(8));
  if (sum.length < 8) throw new Damaged('gzip that is cut');
  if (sum.readUInt32LE(0) !== sums.crc || sum.readUInt32LE(4) !== sums.length)
    throw new Damaged('gzip whose checksum is of other bytes');
}

/** Gives the packed bytes piece by piece until the stream has its end; tells the last piece, and how many were given. */
async function feed(packed: ByteReader, inflate: InflateRaw) {
  let fed = 0;
  // Behind its end the stream takes nothing more, and says nothing of what it was given.
  const over = new Promise<true>((done) => {
    for (const event of ['end', 'error', 'close']) inflate.once(event, () => done(true));
  });
  for (let bytes = await packed.take(); bytes !== null; bytes = await packed.take()) {
    const piece = bytes;
    fed += piece.length;
    const written = new Promise<boolean>((done) => {
      inflate.write(piece, () => done(false));
    });
    const isOver = await Promise.race([written, over]);
    if (isOver || inflate.bytesWritten < fed) return { bytes: piece, fed };
  }
  inflate.end();
  return { bytes: new Uint8Array(), fed };
}

async function passHead(packed: ByteReader): Promise<void> {
  const head = await packed.upTo(10);
  if (head.length < 10 || !isGzip(head)) throw new Damaged('bytes that are no gzip');
  const flags = head[3] ?? 0;
  if ((flags & FLAG.extra) !== 0) {
    const [low = 0, high = 0] = await packed.upTo(2);
    await packed.skip(low + high * 256);
  }
  for (const flag of [FLAG.name, FLAG.comment]) if ((flags & flag) !== 0) await passText(packed);
  if ((flags & FLAG.headCheck) !== 0) await packed.skip(2);
}

/** A text that a NUL ends. */
async function passText(packed: ByteReader): Promise<void> {
  let length = 0;
  for (let piece = await packed.take(); piece !== null; piece = await packed.take()) {
    const end = piece.indexOf(0);
    if (end >= 0) return packed.giveBack(piece.subarray(end + 1));
    length += piece.length;
    if (length > LONGEST_NAME) throw new Damaged('gzip whose name has no end');
  }
}

function damaged(error: unknown): Error {
  if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))
    return new Damaged(
      error.message === 'unexpected end of file' ? 'gzip that is cut' : 'gzip that is damaged',
    );
  return error instanceof Error ? error : new Error(String(error));
}
