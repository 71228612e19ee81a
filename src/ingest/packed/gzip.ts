import { crc32, createInflateRaw } from 'node:zlib';
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
  const member = new Inflating();
  try {
    for (let isMore = true; isMore; ) {
      isMore = await member.feed(packed);
      for (const piece of member.taken()) {
        sums.crc = crc32(piece, sums.crc);
        sums.length = (sums.length + piece.length) % 2 ** 32;
        yield piece;
      }
    }
  } finally {
    member.close();
  }
  // What was unpacked before it broke is given first.
  if (member.error !== null) throw damaged(member.error);
  const sum = Buffer.from(await packed.upTo(8));
  if (sum.length < 8) throw new Damaged('gzip that is cut');
  if (sum.readUInt32LE(0) !== sums.crc || sum.readUInt32LE(4) !== sums.length)
    throw new Damaged('gzip whose checksum is of other bytes');
}

/** So many bytes are unpacked at once: they make a thousand times as many at most. */
const MOST_FED = 16_384;

/** One stream of deflated bytes, unpacked piece by piece. */
class Inflating {
  error: unknown = null;
  private readonly stream = createInflateRaw();
  private readonly over: Promise<void>;
  private pieces: Uint8Array[] = [];
  private fed = 0;

  constructor() {
    this.stream.on('data', (piece: Uint8Array) => this.pieces.push(piece));
    this.over = new Promise((done) => {
      this.stream.once('end', done);
      this.stream.once('close', done);
      this.stream.once('error', (error) => {
        this.error = error;
        done();
      });
    });
  }

  /** Unpacks the next bytes; false at the end of the stream, behind which no byte is taken, and where it breaks. */
  async feed(packed: ByteReader): Promise<boolean> {
    const piece = await packed.take();
    if (piece === null) {
      this.stream.end();
      await this.over;
      return false;
    }
    const part = piece.subarray(0, MOST_FED);
    packed.giveBack(piece.subarray(part.length));
    this.fed += part.length;
    const written = new Promise<void>((done) => {
      this.stream.write(part, () => done());
    });
    await Promise.race([written, this.over]);
    const left = this.fed - this.stream.bytesWritten;
    if (this.error === null && left === 0) return true;
    // Behind its end the stream takes nothing more.
    packed.giveBack(part.subarray(part.length - left));
    return false;
  }

  /** What was unpacked since. */
  taken(): Uint8Array[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  close(): void {
    this.stream.destroy();
  }
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
