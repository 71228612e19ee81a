import { type Kysely, sql } from 'kysely';
import { foldedWords, likeness, plainForm } from '../../text/index.ts';
import type { KeptReport } from '../port.ts';
import { ftsString } from '../search/query.ts';
import { keptReports } from './read.ts';
import type { Tables } from './tables.ts';

/** Reports with every word of a piece in its order; more than these never change which was first. */
const MOST_PHRASES = 200;
/** Reports that share rare words; the best of them are looked at word by word. */
const MOST_LIKELY = 40;
const RAREST = 8;
/** A misspelling seldom stands among the first letters, and leaves most of the word as it was. */
const SAME_HEAD = 2;
const ALIKE = 0.7;

export async function likely(db: Kysely<Tables>, pieces: readonly string[]): Promise<KeptReport[]> {
  const numbers = new Set<number>();
  for (const piece of pieces) for (const number of await withPhrase(db, piece)) numbers.add(number);
  for (const number of await withRareWords(db, pieces)) numbers.add(number);
  return await keptReports(db, [...numbers]);
}

async function withPhrase(db: Kysely<Tables>, piece: string): Promise<number[]> {
  if (!/[\p{L}\p{N}]/u.test(piece)) return [];
  const { rows } = await sql<{ number: number }>`
    select number from report_words join report on report.number = report_words.rowid
    where report_words match ${ftsString(piece.replaceAll('*', ' '))}
    order by published is null, published, number limit ${MOST_PHRASES}`.execute(db);
  return rows.map(({ number }) => number);
}

/** A word of the quotation as the index has it: one term, or several that it may be a misspelling of. */
export interface Indexed {
  readonly terms: readonly string[];
  readonly reports: number;
}

async function withRareWords(db: Kysely<Tables>, pieces: readonly string[]): Promise<number[]> {
  const words = new Set(
    pieces.flatMap((piece) => foldedWords(piece).flatMap(({ form }) => form.split(/['-]/))),
  );
  const known: Indexed[] = [];
  for (const word of words) known.push(await inVocabulary(db, plainForm(word)));
  const rarest = known
    .filter(({ reports }) => reports > 0)
    .toSorted((a, b) => a.reports - b.reports)
    .slice(0, RAREST);
  if (rarest.length === 0) return [];
  const terms = rarest.flatMap((word) => word.terms.map(ftsString));
  const { rows } = await sql<{ number: number }>`
    select rowid as number from report_words where report_words match ${terms.join(' OR ')}
    order by bm25(report_words), rowid limit ${MOST_LIKELY}`.execute(db);
  return rows.map(({ number }) => number);
}

async function inVocabulary(db: Kysely<Tables>, word: string): Promise<Indexed> {
  const { rows } = await sql<{ reports: number }>`
    select doc as reports from report_vocabulary where term = ${word}`.execute(db);
  const [row] = rows;
  return row === undefined ? await spelledLike(db, word) : { terms: [word], reports: row.reports };
}

/** Terms that begin alike, are about as long and are spelled nearly the same: what a misspelt word may have been. */
export async function spelledLike(db: Kysely<Tables>, word: string): Promise<Indexed> {
  const head = word.slice(0, SAME_HEAD);
  const { rows } = await sql<{ term: string; reports: number }>`
    select term, doc as reports from report_vocabulary
    where term >= ${head} and term < ${`${head}\u{10ffff}`} and abs(length(term) - ${word.length}) <= 2`.execute(
    db,
  );
  const alike = rows.filter(({ term }) => likeness(term, word) > ALIKE);
  return {
    terms: alike.map(({ term }) => term),
    reports: alike.reduce((sum, { reports }) => sum + reports, 0),
  };
}
