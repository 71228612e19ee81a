/** Reads a packed model from its beginning on: a magic line, the length of the head (32 bits, little-endian), the head, tables. */
export class PackedReader {
  private readonly bytes: Uint8Array;
  private at: number;

  /** @throws Error when the bytes do not begin with the magic line. */
  constructor(bytes: Uint8Array, magic: string) {
    const found = ascii(bytes.subarray(0, magic.length));
    if (found !== magic)
      throw new Error(`expected a packed model, found bytes that begin with ${JSON.stringify(found)}`);
    this.bytes = bytes;
    this.at = magic.length;
  }

  get done(): boolean {
    return this.at === this.bytes.length;
  }

  /** The head: JSON in ASCII characters alone. */
  head(): unknown {
    const { buffer, byteOffset } = this.bytes;
    const length = new DataView(buffer, byteOffset + this.at, 4).getUint32(0, true);
    this.at += 4;
    return JSON.parse(ascii(this.unsigned(length)));
  }

  /** Features in ascending order, which are kept as differences in base 128. */
  features(count: number): Int32Array {
    const features = new Int32Array(count);
    let feature = 0;
    for (let row = 0; row < count; row++) {
      let difference = 0;
      let factor = 1;
      for (let more = true; more; factor *= 128) {
        const byte = this.bytes[this.at++] as number;
        difference += (byte & 127) * factor;
        more = byte > 127;
      }
      feature += difference;
      features[row] = feature | 0;
    }
    return features;
  }

  signed(count: number): Int8Array {
    const { buffer, byteOffset } = this.bytes;
    const found = new Int8Array(buffer, byteOffset + this.at, count).slice();
    this.at += count;
    return found;
  }

  unsigned(count: number): Uint8Array {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
}

/** Without TextDecoder, which is no part of the language: pure code has no platform. */
function ascii(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
