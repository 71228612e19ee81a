import { Fault } from '../../record/index.ts';
import { isSum } from './sum-tables.ts';

/** The store itself failed: no entry is to blame, and nothing more can be written. */
export class StoreFault extends Fault {}

interface Meaning {
  readonly code: string;
  readonly expected: string;
  readonly advice: string;
}

const DAMAGED = {
  code: 'damaged-ledger',
  expected: 'a whole ledger',
  advice: 'run onrecord verify --all to see what holds, or put a backup in its place',
};
const FULL = { code: 'disk-full', expected: 'room to write', advice: 'make room and run it again' };
const READ_ONLY = {
  code: 'read-only-ledger',
  expected: 'a ledger that may be written',
  advice: 'run it as a user who may write the file and its folder, or name another with --ledger',
};
const NO_PLACE = {
  code: 'no-place',
  expected: 'a place where a file can be made',
  advice: 'make its folder, or name another file',
};

/** What the result codes of SQLite mean to whoever runs a command (sqlite.org/rescode.html), without their extensions. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  1: DAMAGED,
  3: READ_ONLY,
  5: {
    code: 'busy-ledger',
    expected: 'a ledger that is free to be written',
    advice: 'another process has held it for half a minute: run it again',
  },
  8: READ_ONLY,
  10: {
    code: 'disk-failed',
    expected: 'a disk that can be read and written',
    advice: 'look after the disk, then run onrecord verify --all',
  },
  11: DAMAGED,
  13: FULL,
  14: { code: 'no-ledger', expected: 'a ledger', advice: 'name another file with --ledger' },
  26: { code: 'no-ledger', expected: 'a ledger', advice: 'name another file with --ledger' },
};

const PRIMARY = 0xff;

/** A failure of SQLite as a Fault in one line; any other error as it is. */
export function faultOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = 'errcode' in error ? Number(error.errcode) & PRIMARY : null;
  // A number that no column of ours holds: a page of the file was overwritten.
  const isDamaged = error.code === 'ERR_OUT_OF_RANGE' || isSumOff(error.message);
  const meaning = isDamaged ? DAMAGED : code === null ? undefined : MEANINGS[code];
  return meaning === undefined ? error : toFault(meaning, { path, error });
}

/** Whether a trigger found a sum otherwise than it left it. */
const isSumOff = (message: string) => isSum(/constraint failed: (\w{1,40})\./.exec(message)?.[1] ?? '');

/** A failure of the file system while the ledger or a file beside it is written. */
export function faultOfFile(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return toFault(FULL, { path, error });
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return toFault(READ_ONLY, { path, error });
  return 'syscall' in error ? toFault(NO_PLACE, { path, error }) : error;
}

function toFault(
  { code, expected, advice }: Meaning,
  { path, error }: { path: string; error: Error },
): Fault {
  return new StoreFault(code, `expected ${expected} at ${path}, found: ${error.message}: ${advice}`, {
    cause: error,
  });
}

/** A ledger that this user may not write, or in whose folder he may not. */
export function readOnlyFault(path: string): Fault {
  return toFault(READ_ONLY, { path, error: new Error('it or its folder may not be changed') });
}
