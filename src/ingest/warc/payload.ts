import { Readable } from 'node:stream';
import { type Refusal, refuse } from '../../record/index.ts';
import { BadCompression, bytesOf, MOST_SENT, TooLong } from '../fetch/body.ts';
import { countControls, MOST_CONTROLS } from '../file/decode.ts';
import type { ByteReader } from '../packed/byte-reader.ts';
import { joined } from './chunks.ts';
import type { Head } from './head.ts';

/** What an answer holds, out of its chunks and its compression. */
export interface Payload {
  readonly bytes: Uint8Array;
  /** Whether chunks are missing at its end. */
  readonly isCut: boolean;
}

/** What shows that bytes are no text, or that they are one, shows early. */
const SAMPLE = 65_536;
const MAGIC = [
  [Uint8Array.of(0x1f, 0x8b, 8), 'gzip'],
  [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), 'zstd'],
] as const;

/**
 * The bytes of an archived answer. Its fields are believed where its bytes bear them out: many archives hold the fields as they
 * were sent with bytes that are unpacked already, some the other way round.
 */
export async function payloadOf(body: ByteReader, fields: Head['fields']): Promise<Payload | Refusal> {
  const sent = await body.upTo(MOST_SENT + 1);
  if (sent.length > MOST_SENT) return tooLong();
  const transfer = (fields.get('transfer-encoding') ?? '').toLowerCase().split(',');
  const found = joined(sent);
  // Without the field only what is in chunks to its very end is believed to be.
  const chunks = transfer.some((one) => one.trim() === 'chunked') || found?.isWhole ? found : null;
  const bytes = chunks?.bytes ?? sent;
  const other = transfer.filter((one) => one.trim() !== 'chunked').join(',');
  try {
    const unpacked = await unpackedAs(bytes, fields.get('content-encoding') ?? other);
    return { bytes: unpacked, isCut: chunks !== null && !chunks.isWhole };
  } catch (error) {
    if (error instanceof TooLong) return tooLong();
    if (error instanceof BadCompression)
      return refuse(
        'bad-archive',
        `expected a page, found one whose compression is broken: ${error.message}`,
      );
    throw error;
  }
}

const tooLong = () => refuse('too-long', `expected a page of at most ${MOST_SENT} bytes, found more`);

async function unpackedAs(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  const own = magicOf(bytes);
  if (own === null && isText(bytes)) return bytes;
  try {
    // Nothing marks Brotli: what is no text and named nothing is tried as that.
    const named = encoding === '' ? (own ?? 'br') : encoding;
    const unpacked = await unpack(bytes, named);
    const inner = magicOf(unpacked);
    return inner === null ? unpacked : await unpack(unpacked, inner);
  } catch (error) {
    if (!(error instanceof BadCompression)) throw error;
    if (own !== null && own !== encoding) return await unpack(bytes, own);
    // Whether these are a text in an encoding of its own is asked where pages are decoded.
    if (encoding === '' || encoding === 'identity') return bytes;
    throw error;
  }
}

const unpack = (bytes: Uint8Array, encoding: string) => bytesOf(Readable.from([bytes]), encoding, MOST_SENT);

function magicOf(bytes: Uint8Array): string | null {
  const found = MAGIC.find(([magic]) => magic.every((byte, index) => bytes[index] === byte));
  return found?.[1] ?? null;
}

function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  return countControls(sample) <= MOST_CONTROLS * sample.length;
}
