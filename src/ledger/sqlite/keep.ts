import type { Kysely } from 'kysely';
import type { Batch, Kept } from '../port.ts';
import { add } from './add.ts';
import type { AfterStep } from './derive.ts';
import { alone } from './savepoint.ts';
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
      if ('record' in entry) {
        const done = await alone(trx, () => add(trx, entry, afterStep));
        kept.push('given' in done ? done.given : { outcome: 'failed', cause: done.cause });
      } else {
        await visit(trx, entry);
        kept.push(null);
      }
    }
    if (mark !== null) await keepMark(trx, mark);
    return kept;
  });
}
