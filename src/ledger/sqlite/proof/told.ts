import type { Remarked } from '../../port.ts';
import { StoreFault } from '../faults.ts';

/** Everything that does not hold, and what nothing proves, so that one look shows the whole damage. */
export class Told {
  readonly broken: Remarked[] = [];
  readonly unproved: Remarked[] = [];

  fail(what: string, why: string): void {
    this.broken.push({ what, why });
  }

  leave(what: string, why: string): void {
    this.unproved.push({ what, why });
  }

  /** Does some work; where what it needs cannot be read, that is told and the proof goes on. */
  async attempt<T>(what: string, work: () => T | Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.fail(what, reasonOf(error));
      return null;
    }
  }
}

/** What stopped the proof there; whoever asks for it needs no advice to ask for it. */
function reasonOf(error: unknown): string {
  const found = error instanceof StoreFault ? error.cause : error;
  const why = found instanceof Error ? found.message : String(found);
  return error instanceof StoreFault ? `it cannot be read: ${why}` : why;
}
