import { type Kysely, sql } from 'kysely';
import type { Told } from './proof/told.ts';
import { SUMS } from './sum-tables.ts';
import type { Tables } from './tables.ts';

/** Counts every kept sum again from what it is a sum of, and tells those that do not hold. */
export async function proveSums(db: Kysely<Tables>, told: Told): Promise<void> {
  for (const [table, columns] of Object.entries(SUMS)) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const kept = sql`select ${names} from ${sql.table(table)}`;
    const again = sql`select ${names} from ${sql.table(`${table}_again`)}`;
    const { rows } = await sql<{ row: string }>`
      select * from (select ${sql.ref(columns[0])} as row from (${kept} except ${again}))
      union select * from (select ${sql.ref(columns[0])} as row from (${again} except ${kept}))
      limit 100`.execute(db);
    for (const { row } of rows)
      told.fail(`${table} ${row}`, 'its sums are not those of the rows that they count');
  }
}
