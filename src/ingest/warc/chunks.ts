/** A body out of its chunks. */
export interface Joined {
  readonly bytes: Uint8Array;
  /** Whether the last chunk is there; a body that ends before that may be cut. */
  readonly isWhole: boolean;
}

const SIZE = /^([\da-f]{1,8})[ \t]*(?:;[^\n]*)?\r?\n/i;
const LONGEST_SIZE = 1024;

/** The bytes of a body that was sent in chunks (RFC 9112, 7.1), as far as they go; null where it is not in chunks. */
export function joined(body: Uint8Array): Joined | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const start = Buffer.from(body.subarray(at, at + LONGEST_SIZE)).toString('latin1');
    const [line, digits] = SIZE.exec(start) ?? [];
    if (line === undefined || digits === undefined)
      return at === 0 ? null : { bytes: Buffer.concat(parts), isWhole: false };
    const size = Number.parseInt(digits, 16);
    if (size === 0) return { bytes: Buffer.concat(parts), isWhole: true };
    const part = body.subarray(at + line.length, at + line.length + size);
    parts.push(part);
    at += line.length + part.length;
    if (part.length < size) return { bytes: Buffer.concat(parts), isWhole: false };
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
}
