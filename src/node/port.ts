import type { Ledger } from '../ledger/index.ts';
import { Fault } from '../record/index.ts';

/** The ledger behind each handle that is open. */
const ports = new WeakMap<object, Ledger>();

/** Remembers what is behind a handle. */
export const putPort = (handle: object, port: Ledger): void => void ports.set(handle, port);

/** Takes what is behind a handle away, to close it; null where it is closed. */
export function takePort(handle: object): Ledger | null {
  const port = ports.get(handle) ?? null;
  ports.delete(handle);
  return port;
}

/** The ledger behind a handle. @throws Fault where it is closed, or `open` did not give it. */
export function portOf(handle: object): Ledger {
  const port = ports.get(handle);
  if (port !== undefined) return port;
  throw new Fault('closed-ledger', 'expected a ledger that open() gave and nobody closed, found another');
}
