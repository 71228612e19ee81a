import { AsyncIterReader } from 'warcio';

/** The head of a record has no more bytes, those that were read ahead of it included. */
const MOST_OF_HEAD = 8_000_000;

/**
 * The bytes of a web archive, unpacked. Between records and in their heads no more of them is read than heads have: a
 * megabyte of gzip may unpack to one line of gigabytes, which would be held until its end.
 */
export class HeadReader extends AsyncIterReader {
  private left = Number.POSITIVE_INFINITY;

  /** Reads what is a head, up to its end. */
  async within<T>(read: () => Promise<T>): Promise<T> {
    this.left = MOST_OF_HEAD;
    const head = await read();
    this.left = Number.POSITIVE_INFINITY;
    return head;
  }

  override async _next(): Promise<Uint8Array | null> {
    const chunk = await super._next();
    this.left -= chunk?.byteLength ?? 0;
    if (this.left < 0) throw new Error(`a head of more than ${MOST_OF_HEAD} bytes`);
    return chunk;
  }
}
