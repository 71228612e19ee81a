import { type Kysely, sql, type Transaction } from 'kysely';
import type { Added, Batch, Kept } from '../port.ts';
import { add } from './add.ts';
import type { AfterStep } from './derive.ts';
import { StoreFault } from './faults.ts';
import type { Tables } from './tables.ts';
import { keepMark, visit } from './visits.ts';

/** Writes a batch in one transaction: one synchronisation of the disk for all of it. */
export async function keep(
  db: Kysely<Tables>,
  { entries, mark }: Batch,
  afterStep: AfterStep,
): Promise<Kept[]> {
  return await db.transaction().execute(async (trx) => {
    const kept: Kept[] = [];
    for (const entry of entries) {
      if ('record' in entry) kept.push(await alone(trx, () => add(trx, entry, afterStep)));
      else {
        await visit(trx, entry);
        kept.push(null);
      }
    }
    if (mark !== null) await keepMark(trx, mark);
    return kept;
  });
}

/** An entry that fails leaves nothing behind, and the others of its batch as they are. */
async function alone(trx: Transaction<Tables>, work: () => Promise<Added>): Promise<Kept> {
  await sql`savepoint entry`.execute(trx);
  try {
    const added = await work();
    await sql`release entry`.execute(trx);
    return added;
  } catch (cause) {
    // The store has ended the transaction by itself.
    if (cause instanceof StoreFault) throw cause;
    await sql`rollback to entry`.execute(trx);
    await sql`release entry`.execute(trx);
    return { outcome: 'failed', cause };
  }
}
