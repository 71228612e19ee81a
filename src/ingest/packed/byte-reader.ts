/** Told where bytes that must be there are not: a line too long, an end too early. Caught where records are read. */
export class Misfit extends Error {}

/** Bytes that come in pieces, read as lines, as counted runs or piece by piece; what was taken too much is given back. */
export class ByteReader {
  /** How many bytes were taken, those before the reader's beginning included. */
  at: number;
  private broken: { readonly error: unknown } | null = null;
  private readonly source: AsyncIterator<Uint8Array>;
  private ahead: Uint8Array[] = [];

  constructor(source: AsyncIterable<Uint8Array>, at = 0) {
    this.source = source[Symbol.asyncIterator]();
    this.at = at;
  }

  /** The next piece, never empty; null at the end. */
  async take(): Promise<Uint8Array | null> {
    const known = this.ahead.pop();
    if (known !== undefined) {
      this.at += known.length;
      return known;
    }
    for (;;) {
      const next = await this.next();
      if (next.done === true) return null;
      if (next.value.length === 0) continue;
      this.at += next.value.length;
      return next.value;
    }
  }

  /** What broke stays broken: the iterator that told it would end as if nothing were. */
  private async next(): Promise<IteratorResult<Uint8Array>> {
    if (this.broken !== null) throw this.broken.error;
    try {
      return await this.source.next();
    } catch (error) {
      this.broken = { error };
      throw error;
    }
  }

  /** The last bytes that were taken, to be taken once more. */
  giveBack(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.at -= bytes.length;
    this.ahead.push(bytes);
  }

  /** The next piece; null also where it breaks, which is told when the next is asked for. */
  private async takeBefore(): Promise<Uint8Array | null> {
    try {
      return await this.take();
    } catch (error) {
      if (this.broken?.error !== error) throw error;
      return null;
    }
  }

  /** At most so many bytes, fewer only at the end and where it breaks; they are taken. */
  async upTo(most: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < most) {
      const piece = length === 0 ? await this.take() : await this.takeBefore();
      if (piece === null) break;
      const part = piece.subarray(0, most - length);
      this.giveBack(piece.subarray(part.length));
      parts.push(part);
      length += part.length;
    }
    return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Buffer.concat(parts, length);
  }

  /** What `upTo` would give, not taken. */
  async peek(most: number): Promise<Uint8Array> {
    const bytes = await this.upTo(most);
    this.giveBack(bytes);
    return bytes;
  }

  /**
   * The bytes up to a line feed, and that; null at the end.
   * @throws Misfit where the line has more than `most` bytes.
   */
  async line(most: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let piece = await this.take(); piece !== null; piece = await this.take()) {
      const end = piece.indexOf(10) + 1;
      const part = end === 0 ? piece : piece.subarray(0, end);
      this.giveBack(piece.subarray(part.length));
      parts.push(part);
      length += part.length;
      if (length > most) throw new Misfit(`a line of more than ${most} bytes`);
      if (end > 0) break;
    }
    return length === 0 ? null : Buffer.concat(parts, length);
  }

  /** Takes so many bytes and forgets them. */
  async skip(count: number): Promise<void> {
    for (let left = count; left > 0; ) {
      const piece = await this.take();
      if (piece === null) return;
      this.giveBack(piece.subarray(left));
      left -= Math.min(left, piece.length);
    }
  }

  /** Lets go of what the bytes come from. */
  async close(): Promise<void> {
    this.ahead = [];
    await this.source.return?.();
  }

  /** All that is left. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let piece = await this.take(); piece !== null; piece = await this.take()) yield piece;
  }
}
