import { MOST_BYTES } from './bytes.ts';

/** The bytes of one line or value, and the byte at which it begins. */
export interface Piece {
  readonly line: Uint8Array | 'too-long';
  readonly at: number;
}

const [LINE_FEED, QUOTE, COMMA, BACKSLASH] = [10, 0x22, 0x2c, 0x5c];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN, CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Whether a stream that begins like this is one array of objects, or objects that go over several lines. */
export function isOneArray(start: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[|\{[ \t]*\r?\n)/.test(Buffer.from(start).toString('latin1'));
}

/**
 * The objects of an array, or of a stream of them, however they are laid out over lines, with memory for one. An object
 * that is broken ends at the latest where a line begins with another that stands no further in, so that its neighbours are
 * read: a text in JSON has no line feed in it.
 */
export async function* valuesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const cutter = new Cutter();
  for await (const chunk of stream) yield* cutter.cut(chunk);
  yield* cutter.end();
}

class Cutter {
  private parts: Uint8Array[] = [];
  private length = 0;
  private at = 0;
  private begin = 0;
  /** How many brackets are open in the value; null between values, 0 in what is none. */
  private depth: number | null = null;
  private isInText = false;
  private isEscaped = false;
  /** How far in the line began: its white space, and what belongs to the array alone; null behind that. */
  private indent: number | null = 0;
  private ownIndent = -1;

  *cut(chunk: Uint8Array): Generator<Piece> {
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0;
      const { indent } = this;
      this.follow(byte);
      if (this.depth === null || this.isAnother(byte, indent)) {
        if (this.depth !== null) yield this.take(chunk.subarray(start, index));
        if (isBetween(byte)) continue;
        this.depth = 0;
        this.begin = this.at + index;
        this.ownIndent = indent ?? -1;
        start = index;
      }
      if (this.ends(byte)) {
        yield this.take(chunk.subarray(start, index + 1));
        start = index + 1;
      }
    }
    if (this.depth !== null) this.keep(chunk.subarray(start));
    this.at += chunk.length;
  }

  *end(): Generator<Piece> {
    if (this.depth !== null) yield this.take(new Uint8Array());
  }

  private follow(byte: number): void {
    if (byte === LINE_FEED) {
      this.indent = 0;
      this.isInText = false;
      this.isEscaped = false;
    } else if (this.indent !== null) this.indent = isBetween(byte) ? this.indent + 1 : null;
  }

  /** Whether an object begins here that cannot be within the one that is open. */
  private isAnother(byte: number, indent: number | null): boolean {
    return byte === OPEN && indent !== null && this.ownIndent >= 0 && indent <= this.ownIndent;
  }

  /** Whether the value that is open ends with this byte. */
  private ends(byte: number): boolean {
    const depth = this.depth ?? 0;
    if (this.isInText) {
      if (this.isEscaped) this.isEscaped = false;
      else if (byte === BACKSLASH) this.isEscaped = true;
      else if (byte === QUOTE) this.isInText = false;
      return false;
    }
    if (byte === QUOTE) this.isInText = true;
    else if (byte === OPEN || byte === OPEN_ARRAY) this.depth = depth + 1;
    else if (byte === CLOSE || byte === CLOSE_ARRAY) this.depth = depth - 1;
    // What is no object ends with its line.
    return this.depth !== null && this.depth <= 0 && (depth > 0 || byte === LINE_FEED || byte === COMMA);
  }

  private keep(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > MOST_BYTES) this.parts = [];
    else this.parts.push(part);
  }

  private take(last: Uint8Array): Piece {
    this.keep(last);
    const line = this.length > MOST_BYTES ? ('too-long' as const) : Buffer.concat(this.parts, this.length);
    this.parts = [];
    this.length = 0;
    this.depth = null;
    this.isInText = false;
    this.isEscaped = false;
    return { line, at: this.begin };
  }
}

/** White space, a byte-order mark, and what belongs to the array. */
function isBetween(byte: number): boolean {
  return byte <= 0x20 || byte === COMMA || byte === OPEN_ARRAY || byte === CLOSE_ARRAY || byte >= 0xbb;
}
