import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { backup as copy, DatabaseSync } from 'node:sqlite';
import { Fault } from '../../record/index.ts';
import { faultOf, faultOfFile } from './faults.ts';
import { advanceHead, headPath } from './head.ts';

/** All pages in one step: a reader's view of one moment, which nobody who adds meanwhile can disturb or is held up by. */
const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies a ledger and the head beside it to another name, under a temporary one until all of it is there. The head goes on
 * to what the copy holds; one that the ledger does not hold is copied as it is, so that the copy tells the loss too.
 */
export async function backup(database: DatabaseSync, names: Names): Promise<void> {
  try {
    await copyUnfinished(database, names);
  } catch (error) {
    throw faultOfFile(faultOf(error, names.to), names.to);
  }
}

interface Names {
  readonly from: string;
  readonly to: string;
}

async function copyUnfinished(database: DatabaseSync, { from, to }: Names): Promise<void> {
  const taken = ['', '-wal', '-shm', '-head'].map((end) => `${to}${end}`).find((file) => existsSync(file));
  if (taken !== undefined)
    throw new Fault('file-exists', `expected no file at ${taken}, found one: name another file for the copy`);
  const unfinished = `${to}-unfinished`;
  const head = headPath(from);
  try {
    // Read before the copy begins: what it tells is in the copy.
    if (head !== null && existsSync(head)) copyFileSync(head, `${unfinished}-head`);
    await copy(database, unfinished, { rate: ALL_PAGES });
    proceed(unfinished);
    if (existsSync(`${unfinished}-head`)) renameSync(`${unfinished}-head`, `${to}-head`);
    renameSync(unfinished, to);
  } finally {
    for (const end of ['', '-wal', '-shm', '-head']) rmSync(`${unfinished}${end}`, { force: true });
  }
}

function proceed(path: string): void {
  const made = new DatabaseSync(path);
  try {
    advanceHead(made, `${path}-head`);
  } finally {
    made.close();
  }
}
