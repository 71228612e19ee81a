import { z } from 'zod';

/**
 * Where a list goes on: behind how many lines, and behind which one. The line is what counts; how many only says where to
 * look for it first. Null where a list has no line by which to know it.
 */
export interface Cursor {
  readonly offset: number;
  readonly behind: string | null;
}

const DEEPEST = 1_000_000;
const written = z.tuple([z.int().min(0).max(DEEPEST), z.string().max(500).nullable()]);

/** A cursor as programs hand it back: no more than a word to them. */
export const cursorText = ({ offset, behind }: Cursor): string =>
  Buffer.from(JSON.stringify([offset, behind])).toString('base64url');

/** Reads a cursor; null for what none is. */
export function cursorIn(text: string): Cursor | null {
  const read = written.safeParse(json(Buffer.from(text, 'base64url').toString()));
  return read.success ? { offset: read.data[0], behind: read.data[1] } : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
