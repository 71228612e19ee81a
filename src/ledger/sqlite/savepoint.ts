import { sql, type Transaction } from 'kysely';
import { StoreFault } from './faults.ts';
import type { Tables } from './tables.ts';

/** What a work gave, or why it alone was taken back. */
export type Alone<T> = { readonly given: T } | { readonly cause: unknown };

/** Does a work within a transaction: where it throws it leaves nothing behind, and what was written before it stays. */
export async function alone<T>(trx: Transaction<Tables>, work: () => Promise<T>): Promise<Alone<T>> {
  await sql`savepoint alone`.execute(trx);
  try {
    const given = await work();
    await sql`release alone`.execute(trx);
    return { given };
  } catch (cause) {
    // The store has ended the transaction by itself.
    if (cause instanceof StoreFault) throw cause;
    await sql`rollback to alone`.execute(trx);
    await sql`release alone`.execute(trx);
    return { cause };
  }
}
