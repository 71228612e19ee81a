import { type Refusal, refuse } from '../../record/index.ts';
import { MOST_SENT, unpackedAs } from '../fetch/body.ts';
import { BadCompression, packingShownBy, TooLong } from '../fetch/packed.ts';
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
    const whole = await unpacked(bytes, fields.get('content-encoding') ?? other);
    return { bytes: whole, isCut: chunks !== null && !chunks.isWhole };
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

/** Nothing marks Brotli: what is no text and named nothing is tried as that, and else is as it is. */
async function unpacked(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  const isNamed = encoding !== '' && encoding !== 'identity';
  if (packingShownBy(bytes) === null && isText(bytes)) return bytes;
  try {
    const body = await unpackedAs(isNamed ? encoding : 'br', bytes, MOST_SENT);
    if (body.cut === null) return body.bytes;
    throw new BadCompression('it ends too soon');
  } catch (error) {
    // Whether these are a text in an encoding of its own is asked where pages are decoded.
    if (!isNamed && error instanceof BadCompression && packingShownBy(bytes) === null) return bytes;
    throw error;
  }
}

function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  return countControls(sample) <= MOST_CONTROLS * sample.length;
}
