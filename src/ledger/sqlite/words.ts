import type { DatabaseSync } from 'node:sqlite';
import { sql, type Transaction } from 'kysely';
import { marksOf } from '../search/marks.ts';
import type { Tables } from './tables.ts';

/** Lets the view `searched` ask for the marks of a statement. */
export function knowMarks(database: DatabaseSync): void {
  database.function('marks_of', { deterministic: true }, (mode, outlet, first, last) =>
    marksOf(String(mode), outlet === null ? null : String(outlet), {
      first: String(first),
      last: String(last),
    }),
  );
}

/** Puts the words of a report's statements into the index. */
export async function indexWords(trx: Transaction<Tables>, report: number): Promise<void> {
  await sql`insert into statement_words (rowid, content, source, speaker, marks)
    select number, content, source, speaker, marks from searched where report = ${report}`.execute(trx);
}

/** Takes the words of a report's statements out of the index, while the statements are still there. */
export async function forgetWords(trx: Transaction<Tables>, report: number): Promise<void> {
  await sql`insert into statement_words (statement_words, rowid, content, source, speaker, marks)
    select 'delete', number, content, source, speaker, marks from searched where report = ${report}`.execute(
    trx,
  );
}
