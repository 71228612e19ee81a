import { pipeline, Readable } from 'node:stream';
import { createZstdDecompress, zstdDecompressSync } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';
import { Damaged } from './gzip.ts';

const MAGIC = 0xfd2fb528;
/** Frames that hold no data; an archive keeps its dictionary in one of them, which begins the file. */
const SKIPPED = 0x184d2a50;
const DICTIONARY = 0x184d2a5d;
/** A dictionary is a sample of what is packed with it: tools make them of about 100 KB. */
const MOST_OF_DICTIONARY = 16_000_000;

const magicOf = (bytes: Uint8Array) => (bytes.length < 4 ? 0 : Buffer.from(bytes).readUInt32LE(0));

export const isZstd = (bytes: Uint8Array) => magicOf(bytes) === MAGIC;

export const isSkipped = (bytes: Uint8Array) => (magicOf(bytes) & 0xfffffff0) >>> 0 === SKIPPED;

/** Passes a frame that holds no data. */
export async function skipFrame(packed: ByteReader): Promise<void> {
  const head = Buffer.from(await packed.upTo(8));
  if (head.length === 8) await packed.skip(head.readUInt32LE(4));
}

/**
 * The dictionary that a `.warc.zst` begins with, itself packed or not ("Zstandard Compression for WARC Files 1.0"); null
 * where it has none. It is taken.
 * @throws Damaged
 */
export async function dictionaryOf(packed: ByteReader): Promise<Uint8Array | null> {
  if (magicOf(await packed.peek(4)) !== DICTIONARY) return null;
  const length = Buffer.from(await packed.upTo(8)).readUInt32LE(4);
  if (length > MOST_OF_DICTIONARY) throw new Damaged(`a dictionary of ${length} bytes`);
  const bytes = await packed.upTo(length);
  if (bytes.length < length) throw new Damaged('a dictionary that is cut');
  if (!isZstd(bytes)) return bytes;
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: MOST_OF_DICTIONARY });
  } catch {
    throw new Damaged('a dictionary that is damaged');
  }
}

/**
 * What one frame of Zstandard holds (RFC 8878), and no byte beyond it is taken: Node's own reader stops behind the first frame
 * and does not say where that is.
 * @throws Damaged
 */
export async function* unzstd(packed: ByteReader, dictionary: Uint8Array | null): AsyncGenerator<Uint8Array> {
  const unpack = createZstdDecompress(dictionary === null ? {} : { dictionary });
  try {
    const frame = Readable.from(frameIn(packed), { objectMode: false });
    yield* pipeline(frame, unpack, () => {}) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(?:ERR_)?Z(?:STD)?_/.test(String(error.code)))
      throw new Damaged('Zstandard that is damaged');
    throw error;
  } finally {
    unpack.destroy();
  }
}

/** The bytes of a frame, block by block: each says how long it is. */
async function* frameIn(packed: ByteReader): AsyncGenerator<Uint8Array> {
  const exactly = async (count: number) => {
    const bytes = await packed.upTo(count);
    if (bytes.length < count) throw new Damaged('Zstandard that is cut');
    return bytes;
  };
  const start = await exactly(5);
  const descriptor = start[4] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const sizes = [isSingle ? 1 : 0, 2, 4, 8];
  const ids = [0, 1, 2, 4];
  yield start;
  yield await exactly((isSingle ? 0 : 1) + (ids[descriptor & 3] ?? 0) + (sizes[descriptor >> 6] ?? 0));
  for (let isLast = false; !isLast; ) {
    const head = await exactly(3);
    const word = (head[0] ?? 0) | ((head[1] ?? 0) << 8) | ((head[2] ?? 0) << 16);
    isLast = (word & 1) === 1;
    yield head;
    yield await exactly(((word >> 1) & 3) === 1 ? 1 : word >> 3);
  }
  if ((descriptor & 4) !== 0) yield await exactly(4);
}
