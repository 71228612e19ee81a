import type { DatabaseSync } from 'node:sqlite';
import { sql, type Transaction } from 'kysely';
import { marksOf } from '../search/marks.ts';
import { stemsIn } from '../search/query.ts';
import type { Tables } from './tables.ts';

/** Lets the view `searched` ask for the marks of a statement, the stems of its words and the names of those who are spoken to. */
export function knowMarks(database: DatabaseSync): void {
  database.function('names_of', { deterministic: true }, (told) =>
    (JSON.parse(String(told ?? '[]')) as { name: string }[]).map(({ name }) => name).join(' · '),
  );
  database.function('stems_of', { deterministic: true }, (text) => stemsIn(String(text ?? '')));
  // An older schema knows neither kind nor act.
  const options = { deterministic: true, varargs: true };
  database.function('marks_of', options, (mode, outlet, first, last, kind = '', act = '') =>
    marksOf({
      mode: String(mode),
      outlet: outlet === null ? null : String(outlet),
      said: { first: String(first), last: String(last) },
      kind: String(kind),
      act: String(act),
    }),
  );
}

const COLUMNS = sql.raw('content, source, speaker, behind, addressee, marks, content_stems, source_stems');

/** Puts the words of a report's statements into the index. */
export async function indexWords(trx: Transaction<Tables>, report: number): Promise<void> {
  await sql`insert into statement_words (rowid, ${COLUMNS})
    select number, ${COLUMNS} from searched where report = ${report}`.execute(trx);
}

/** Takes the words of a report's statements out of the index, while the statements are still there. */
export async function forgetWords(trx: Transaction<Tables>, report: number): Promise<void> {
  await sql`insert into statement_words (statement_words, rowid, ${COLUMNS})
    select 'delete', number, ${COLUMNS} from searched where report = ${report}`.execute(trx);
}
