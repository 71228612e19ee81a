import { ByteReader } from './byte-reader.ts';
import { isPacked, membersOf, type Open } from './members.ts';

/**
 * The bytes of a file out of gzip or Zstandard, or as they are where they are not packed, from one of the unpacked bytes on.
 * Reading throws `Damaged` where they cannot be unpacked.
 */
export async function* unpackedFrom(open: Open, from: number): AsyncGenerator<Uint8Array> {
  if (!(await isPacked(open))) return yield* open(from);
  let left = from;
  for await (const { bytes } of membersOf(open, 0)) {
    await bytes.skip(left);
    left -= bytes.at;
    yield* bytes;
  }
}

/** A stream without its first bytes. */
export async function* without(stream: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  const bytes = new ByteReader(stream);
  await bytes.skip(count);
  yield* bytes;
}
