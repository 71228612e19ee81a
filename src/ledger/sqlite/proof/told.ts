import type { Remarked } from '../../index.ts';

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
      this.fail(what, error instanceof Error ? error.message : String(error));
      return null;
    }
  }
}
