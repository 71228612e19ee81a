import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault, reasonOf } from '../record/index.ts';

/** A file that was written: its name without its folder, its bytes and their sum, and what its writing gave. */
interface Written<T> {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly written: T;
}

/**
 * Writes a file piece by piece. One that is not whole does not stay.
 * @throws Fault where there is a file of this name, or none can be written there.
 */
export async function writeNewFile<T>(
  path: string,
  work: (put: (piece: string | Uint8Array) => Promise<void>) => Promise<T>,
): Promise<Written<T>> {
  const file = await opened(path);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const written = await work(async (given) => {
      const piece = Buffer.from(given);
      await file.writeFile(piece).catch((error: unknown) => {
        throw faultAt(path, error);
      });
      hash.update(piece);
      bytes += piece.length;
    });
    return { name: basename(path), bytes, sha256: hash.digest('hex'), written };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** @throws Fault where there is a file that another is to stand beside: told before any work is done. */
export function refuseTaken(path: string): void {
  if (existsSync(path)) throw taken(path);
}

const taken = (path: string) =>
  new Fault('file-exists', `expected no file at ${path}, found one: name another file`);

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    throw faultAt(path, error);
  }
}

const faultAt = (path: string, error: unknown): Fault =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'
    ? taken(path)
    : new Fault('unwritable-file', `expected to write ${path}, found that it cannot be: ${reasonOf(error)}`);
