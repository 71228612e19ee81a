import { type Kysely, sql } from 'kysely';
import { type Decision, decision, type StatementDecision } from '../../record/index.ts';
import { isOnStatement } from '../decisions.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

/** The decisions that stand on the statements of some reports, by the reports' ids, in their order. */
export async function decisionsOn(
  db: Kysely<Tables>,
  reports: readonly string[],
): Promise<ReadonlyMap<string, readonly StatementDecision[]>> {
  const { rows } = await sql<{ id: string; body: string }>`
    select decision.id, decision.body from json_each(${JSON.stringify(reports)}) as asked
    cross join decision on decision.body ->> '$.on.report' = asked.value
    where not exists (
      select 1 from decision as undoing where undoing.kind = 'undo' and undoing.body ->> '$.undoes' = decision.id
    ) order by decision.number`.execute(db);
  const told: Decision[] = rows.map(({ id, body }) => parsed(id, () => decision.parse(JSON.parse(body))));
  return Map.groupBy(told.filter(isOnStatement), ({ on }) => on.report);
}
