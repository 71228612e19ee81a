import { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

const COLUMNS = [
  'content',
  'source',
  'speaker',
  'behind',
  'addressee',
  'marks',
  'content_stems',
  'source_stems',
] as const;

interface Searched {
  readonly number: number;
  readonly content: string;
  readonly source: string;
  readonly speaker: string;
  readonly behind: string;
  readonly addressee: string;
  readonly marks: string;
  readonly content_stems: string;
  readonly source_stems: string;
}

/**
 * Which of a few statements an expression finds, in their order. The index gives all that have a word, one after the other, and
 * takes a millisecond to say of one statement whether it is among a million; so the few are indexed anew, in memory, as
 * `statement_words` indexes all.
 */
export async function foundAmong(
  db: Kysely<Tables>,
  numbers: readonly number[],
  match: string,
): Promise<number[]> {
  const { rows } = await sql<Searched>`
    select number, ${sql.raw(COLUMNS.join(', '))} from json_each(${JSON.stringify(numbers)}) as asked
    cross join searched on searched.number = asked.value`.execute(db);
  const index = new DatabaseSync(':memory:');
  try {
    index.exec(`create virtual table words using fts5 (
      ${COLUMNS.join(', ')}, content = '', tokenize = 'unicode61 remove_diacritics 2'
    ); begin`);
    const put = index.prepare(
      `insert into words (rowid, ${COLUMNS.join(', ')}) values (?, ${COLUMNS.map(() => '?').join(', ')})`,
    );
    for (const row of rows) put.run(row.number, ...COLUMNS.map((column) => row[column]));
    const found = index.prepare('select rowid as number from words where words match ?').all(match);
    const own = new Set(found.map(({ number }) => Number(number)));
    return numbers.filter((number) => own.has(number));
  } finally {
    index.close();
  }
}
