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

const ZSTD_BEGINS = [0x28, 0xb5, 0x2f, 0xfd];

export const ACCEPTED = 'gzip, deflate, br, zstd';

/** How bytes are packed, where their beginning shows it: the others begin with nothing of their own. */
export function packingShownBy(bytes: Uint8Array): 'gzip' | 'zstd' | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  return ZSTD_BEGINS.every((byte, index) => bytes[index] === byte) ? 'zstd' : null;
}

/**
 * Undoes one packing: what the bytes show, else what `name` says; up to `most` bytes. Of packed bytes that end too
 * soon it gives what can be had, and the error as `cut`. Null where the name is none that is known; throws `TooLong` and
 * `BadCompression`.
 */
export async function unpack(
  name: string,
  bytes: Uint8Array,
  { most, isCut }: { readonly most: number; readonly isCut: boolean },
): Promise<{ bytes: Uint8Array; cut: unknown } | null> {
  const ways = WAYS[packingShownBy(bytes) ?? name] ?? [];
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
