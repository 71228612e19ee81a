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
  let chunk = chunkAt(body, 0);
  if (chunk === null) return null;
  while (chunk !== null && chunk.size > 0) {
    parts.push(chunk.bytes);
    chunk = chunk.bytes.length < chunk.size ? null : chunkAt(body, chunk.end);
  }
  return { bytes: Buffer.concat(parts), isWhole: chunk !== null };
}

/** The chunk at a place: how long it says it is, what there is of it, and where the next begins; null where there is none. */
function chunkAt(body: Uint8Array, at: number) {
  const start = Buffer.from(body.subarray(at, at + LONGEST_SIZE)).toString('latin1');
  const [line, digits] = SIZE.exec(start) ?? [];
  if (line === undefined || digits === undefined) return null;
  const size = Number.parseInt(digits, 16);
  const bytes = body.subarray(at + line.length, at + line.length + size);
  let end = at + line.length + bytes.length;
  if (body[end] === 13) end++;
  if (body[end] === 10) end++;
  return { size, bytes, end };
}
