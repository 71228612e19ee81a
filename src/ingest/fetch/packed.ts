import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

/** Told in place of a body that goes beyond what is taken. */
export class TooLong extends Error {}
/** Told in place of a body whose compression is unknown or broken. */
export class BadCompression extends Error {}

interface Bounds {
  readonly maxOutputLength: number;
  readonly finishFlush?: number;
}
interface Way {
  readonly undo: (bytes: Uint8Array, bounds: Bounds) => Promise<Uint8Array>;
  /** What makes it give what it has where the bytes end too soon. */
  readonly flush: number;
}

const GZIP: Way = { undo: promisify(gunzip), flush: constants.Z_SYNC_FLUSH };
const ZLIB: Way = { undo: promisify(inflate), flush: constants.Z_SYNC_FLUSH };
/** "deflate" is zlib by the standard, and bare where Microsoft's servers once led. */
const BARE: Way = { undo: promisify(inflateRaw), flush: constants.Z_SYNC_FLUSH };
const BROTLI: Way = { undo: promisify(brotliDecompress), flush: constants.BROTLI_OPERATION_FLUSH };
const ZSTD: Way = { undo: promisify(zstdDecompress), flush: constants.ZSTD_e_flush };
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  gzip: [GZIP, ZLIB],
  'x-gzip': [GZIP, ZLIB],
  deflate: [ZLIB, BARE],
  br: [BROTLI],
  zstd: [ZSTD],
};

export const ACCEPTED = 'gzip, deflate, br, zstd';

/** Whether bytes begin as a file of gzip does. */
export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Undoes one packing: what `name` says, or gzip where the bytes show it; up to `most` bytes. Of packed bytes that end too
 * soon it gives what can be had, and the error as `cut`. Null where the name is none that is known; throws `TooLong` and
 * `BadCompression`.
 */
export async function unpack(
  name: string,
  bytes: Uint8Array,
  { most, isCut }: { readonly most: number; readonly isCut: boolean },
): Promise<{ bytes: Uint8Array; cut: unknown } | null> {
  const ways = isPacked(bytes) ? [GZIP] : (WAYS[name] ?? []);
  const endless: Way[] = [];
  let why: unknown = null;
  for (const way of ways) {
    const found = await undone(way, bytes, { maxOutputLength: most });
    if (found instanceof Uint8Array) return { bytes: found, cut: null };
    why ??= found;
    if (endsTooSoon(found)) endless.push(way);
  }
  for (const way of endless) {
    const found = await undone(way, bytes, { maxOutputLength: most, finishFlush: way.flush });
    if (found instanceof Uint8Array && found.length > 0) return { bytes: found, cut: why };
  }
  if (why === null) return null;
  const { message } = why instanceof Error ? why : { message: String(why) };
  throw isCut ? why : new BadCompression(message);
}

async function undone({ undo }: Way, bytes: Uint8Array, bounds: Bounds): Promise<Uint8Array | Error> {
  try {
    return await undo(bytes, bounds);
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw new TooLong();
    return error instanceof Error ? error : new Error(String(error));
  }
}

const endsTooSoon = (error: Error): boolean => codeOf(error) === 'Z_BUF_ERROR';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
