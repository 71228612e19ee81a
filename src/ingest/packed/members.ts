import { ByteReader } from './byte-reader.ts';
import { Damaged, gunzipped, isGzip } from './gzip.ts';
import { dictionaryOf, isSkipped, isZstd, skipFrame, unzstd } from './zstd.ts';

/** The bytes of an archive from an offset on. */
export type Open = (from: number) => AsyncIterable<Uint8Array>;

/** A part of an archive that is unpacked by itself: a member of gzip, a frame of Zstandard, or the whole where nothing is packed. */
export interface Member {
  /** The byte at which it begins, as it is packed. */
  readonly at: number;
  readonly isPacked: boolean;
  /** What it holds, counted from its own beginning. Reading throws `Damaged` where it cannot be unpacked. */
  readonly bytes: ByteReader;
  /** The same once more, from one of its bytes on. */
  again(from: number): ByteReader;
}

/** A way to pack an archive member by member. */
interface Packing {
  readonly magic: Uint8Array;
  begins(bytes: Uint8Array): boolean;
  unpacked(packed: ByteReader): AsyncIterable<Uint8Array>;
}

const GZIP: Packing = { magic: Uint8Array.of(0x1f, 0x8b, 8), begins: isGzip, unpacked: gunzipped };

/** So many places may look like a member's beginning and be none, before what is left is given up. */
const MOST_LURES = 1000;

/**
 * The members of an archive from an offset on at which one begins, by how its first bytes are packed. Behind one that
 * cannot be unpacked the next that holds a record is looked for.
 */
export async function* membersOf(open: Open, from: number): AsyncGenerator<Member> {
  const packing = (await packingOf(open)) ?? (await packedBehind(open));
  if (packing === null) {
    const again = (byte: number) => new ByteReader(open(from + byte), byte);
    const bytes = again(0);
    yield { at: from, isPacked: false, bytes, again };
    return await bytes.close();
  }
  let packed = new ByteReader(open(from), from);
  try {
    while (await isMore(packed)) {
      const { at } = packed;
      const bytes = new ByteReader(packing.unpacked(packed));
      yield { at, isPacked: true, bytes, again: (byte) => unpackedFrom(open, at, packing, byte) };
      if (await isWhole(bytes)) continue;
      await packed.close();
      const next = await nextMember(open, at + 1, packing);
      if (next === null) return;
      packed = new ByteReader(open(next), next);
    }
  } finally {
    await packed.close();
  }
}

/** Whether the bytes begin as gzip or Zstandard does. */
export async function isPacked(open: Open): Promise<boolean> {
  return (await packingOf(open)) !== null;
}

async function packingOf(open: Open): Promise<Packing | null> {
  const reader = new ByteReader(open(0));
  try {
    const start = await reader.peek(4);
    if (isGzip(start)) return GZIP;
    if (!isZstd(start) && !isSkipped(start)) return null;
    const dictionary = await dictionaryOf(reader);
    return {
      magic: Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd),
      begins: isZstd,
      unpacked: (packed) => unzstd(packed, dictionary),
    };
  } finally {
    await reader.close();
  }
}

/** How the members are packed behind bytes that are none of an archive: its first member may be what is damaged. */
async function packedBehind(open: Open): Promise<Packing | null> {
  const reader = new ByteReader(open(0));
  const start = await reader.peek(64);
  await reader.close();
  if (Buffer.from(start).toString('latin1').trimStart().startsWith('WARC/')) return null;
  return (await firstPacked(open)) === null ? null : GZIP;
}

/** Whether another member follows; what fills files up (zeros, frames without data) is passed. */
async function isMore(packed: ByteReader): Promise<boolean> {
  for (;;) {
    const start = await packed.peek(4);
    if (isSkipped(start)) await skipFrame(packed);
    else if (start[0] === 0) await skipZeros(packed);
    else return start.length > 0;
  }
}

async function skipZeros(packed: ByteReader): Promise<void> {
  for (let piece = await packed.take(); piece !== null; piece = await packed.take()) {
    const end = piece.findIndex((byte) => byte !== 0);
    if (end >= 0) return packed.giveBack(piece.subarray(end));
  }
}

/** Reads what is left of a member, and tells whether it could all be unpacked. */
async function isWhole(bytes: ByteReader): Promise<boolean> {
  try {
    for await (const _ of bytes);
    return true;
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  }
}

function unpackedFrom(open: Open, at: number, packing: Packing, byte: number): ByteReader {
  async function* rest(): AsyncGenerator<Uint8Array> {
    const packed = new ByteReader(open(at), at);
    const bytes = new ByteReader(packing.unpacked(packed));
    try {
      await bytes.skip(byte);
      yield* bytes;
    } finally {
      await bytes.close();
      await packed.close();
    }
  }
  return new ByteReader(rest(), byte);
}

/** Where the first member of gzip begins that holds the beginning of a record, whatever stands before it; null where there is none. */
export async function firstPacked(open: Open): Promise<number | null> {
  return await nextMember(open, 0, GZIP);
}

/** Where the next member begins that holds the beginning of a record; null where there is none. */
async function nextMember(open: Open, from: number, packing: Packing): Promise<number | null> {
  let lures = 0;
  for await (const at of placesOf(open, from, packing.magic)) {
    if (await holdsRecord(open, at, packing)) return at;
    if (++lures > MOST_LURES) return null;
  }
  return null;
}

async function holdsRecord(open: Open, at: number, packing: Packing): Promise<boolean> {
  const packed = new ByteReader(open(at), at);
  const bytes = new ByteReader(packing.unpacked(packed));
  try {
    if (!packing.begins(await packed.peek(4))) return false;
    const start = await bytes.upTo(64);
    return Buffer.from(start).toString('latin1').trimStart().startsWith('WARC/');
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  } finally {
    await bytes.close();
    await packed.close();
  }
}

/** Every place of some few bytes, from an offset on. */
async function* placesOf(open: Open, from: number, sought: Uint8Array): AsyncGenerator<number> {
  let start = from;
  let kept = Buffer.alloc(0);
  for await (const piece of open(from)) {
    const bytes = Buffer.concat([kept, piece]);
    for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) yield start + at;
    kept = bytes.subarray(Math.max(0, bytes.length - sought.length + 1));
    start += bytes.length - kept.length;
  }
}
