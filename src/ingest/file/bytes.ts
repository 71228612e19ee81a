import { open } from 'node:fs/promises';
import { type Refusal, refuse } from '../../record/index.ts';

/** A file or a line of JSON Lines that has more is not even decoded. Any text that is not too long takes less, in any encoding that is read. */
export const MOST_BYTES = 8_000_004;

/** The bytes of a file; a file that has more than a report can have is refused before it is in memory. */
export async function readBytes(path: string, most = MOST_BYTES): Promise<Uint8Array | Refusal> {
  try {
    await using file = await open(path, 'r');
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > most)
        return refuse('too-long', `expected at most ${most} bytes, found more: split the file`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
  } catch (error) {
    return fileRefusal(error, path);
  }
}

/** The named reason behind an error of the file system. */
export function fileRefusal(error: unknown, path: string): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return refuse('not-found', `expected a file or folder, found nothing at ${path}`);
  return refuse('unreadable', `expected a file that can be read, found ${code} at ${path}`);
}
