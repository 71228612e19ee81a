import type { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { GENESIS } from '../chain.ts';
import type { Counts, Proof, ReadAgain } from '../port.ts';
import { StoreFault } from './faults.ts';
import { type FoundHead, lostAfter, readHead } from './head.ts';
import { proveLinks } from './links/prove.ts';
import { proveLog, proveVisits, type WalkedLog, type WalkedVisits } from './proof/chains.ts';
import { proveDecisions } from './proof/decisions.ts';
import { proveFile, proveSchema } from './proof/file.ts';
import { proveFindings } from './proof/findings.ts';
import { proveOtherSnapshots, proveReport, type ReportRow } from './proof/report.ts';
import { Told } from './proof/told.ts';
import { proveSums } from './sums.ts';
import type { Tables } from './tables.ts';

const BATCH = 100;

export async function counts(db: Kysely<Tables>): Promise<Counts> {
  const tally = await db.selectFrom('tally').selectAll().execute();
  const rows = (what: string) => tally.find((one) => one.what === what)?.rows ?? 0;
  const last = await db
    .selectFrom('log')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    reports: rows('report'),
    statements: rows('statement'),
    log: last?.number ?? 0,
    head: last?.hash ?? GENESIS,
  };
}

export interface Proving {
  readonly database: DatabaseSync;
  /** The file beside the ledger that says how far it goes; null where there can be none. */
  readonly head: string | null;
  readonly readAgain: ReadAgain;
  readonly onReport: (done: number) => void;
}

/**
 * Compares everything that is kept with what it was made from or with what the chains say of it, as far as it can be read.
 * What tells how to ask again (policies, feeds, items, marks) is of no worth to the record, and only its pages are proved.
 */
export async function prove(db: Kysely<Tables>, proving: Proving): Promise<Proof> {
  const told = new Told();
  // Read before anything else: whatever is added meanwhile only follows on it.
  const head = proving.head === null ? null : readHead(proving.head);
  const walked = await inOneMoment(db, async (one) => {
    await proveFile(proving.database, told);
    await proveSchema(proving.database, told);
    const log = await proveLog(one, told);
    const visits = await proveVisits(one, told);
    if (head !== null) await proveEnd(proving.database, { head, isEmpty: log.rows === 0 }, told);
    const reports = await proveReports(one, { log, visits, ...proving }, told);
    await proveOtherSnapshots(one, told);
    await told.attempt('the sums', () => proveSums(one, told));
    await proveLinks(one, told);
    const decisions = await proveDecisions(one, told);
    return { ...reports, log: log.rows, head: log.head, visits: visits.rows, decisions };
  });
  await proveIndexes(db, told);
  return { ...walked, broken: told.broken, unproved: told.unproved };
}

/** One view of the ledger for all of some work, while others add. */
export async function inOneMoment<T>(
  db: Kysely<Tables>,
  work: (one: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return await db.connection().execute(async (one) => {
    await sql`begin deferred`.execute(one);
    try {
      return await work(one);
    } finally {
      await sql`rollback`.execute(one);
    }
  });
}

async function proveEnd(
  database: DatabaseSync,
  { head, isEmpty }: { head: FoundHead; isEmpty: boolean },
  told: Told,
): Promise<void> {
  if (head.kind === 'damaged') return told.fail('the head', head.why);
  if (head.kind === 'none') {
    if (!isEmpty)
      told.leave('the end', 'no head stands beside the ledger: what was cut off its end leaves no trace');
    return;
  }
  await told.attempt('the end', () => {
    for (const line of lostAfter(database, head.head)) told.fail('the end', line);
  });
}

async function proveReports(
  db: Kysely<Tables>,
  { log, visits, readAgain, onReport }: { log: WalkedLog; visits: WalkedVisits } & Proving,
  told: Told,
): Promise<{ reports: number; statements: number; spans: number }> {
  let statements = 0;
  let spans = 0;
  let reports = 0;
  let older = 0;
  const logged = new Map(log.byReport);
  for await (const row of reportRows(db, log.rows, told)) {
    const entry = logged.get(row.id);
    const digest = visits.findings.get(row.id);
    const report = await proveReport(db, { row, logged: entry, readAgain }, told);
    if (report !== null) {
      const compared = await proveFindings(
        db,
        { number: row.number, day: row.published ?? row.added, report, digest },
        told,
      );
      statements += compared.statements;
      spans += compared.spans;
    }
    if (entry?.kind === 'report' || typeof digest !== 'string') older++;
    logged.delete(row.id);
    visits.findings.delete(row.id);
    onReport(++reports);
  }
  for (const id of logged.keys()) told.fail(id, 'the log has it, the ledger does not');
  for (const id of visits.findings.keys())
    if (!logged.has(id)) told.fail(id, 'a visit brought it, the ledger does not have it');
  if (older > 0)
    told.leave(
      `${older} of the reports`,
      'they were kept by an older version, which chained neither lineage, version and format nor what was found',
    );
  return { reports, statements, spans };
}

/** All reports in their order; one that cannot be read is told, as far as the log says that there are any. */
async function* reportRows(db: Kysely<Tables>, last: number, told: Told): AsyncGenerator<ReportRow> {
  const select = () => db.selectFrom('report').selectAll();
  for (let after = 0; ; ) {
    try {
      const rows = await select().where('number', '>', after).orderBy('number').limit(BATCH).execute();
      if (rows.length === 0) return;
      yield* rows;
      after = rows.at(-1)?.number ?? after;
    } catch {
      // A page is damaged: each report by itself, so that only those on it are lost.
      const end = Math.min(after + BATCH, last);
      if (after >= end) return;
      for (let number = after + 1; number <= end; number++) {
        const row = await told.attempt(`report ${number}`, () =>
          select().where('number', '=', number).executeTakeFirst(),
        );
        if (row) yield row;
      }
      after = end;
    }
  }
}

async function proveIndexes(db: Kysely<Tables>, told: Told): Promise<void> {
  for (const index of ['report_words', 'statement_words', 'root_names']) {
    try {
      await sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values ('integrity-check', 1)`.execute(
        db,
      );
    } catch (error) {
      if (error instanceof StoreFault && error.code === 'read-only-ledger')
        told.leave(
          index,
          'whether the index holds the words of its table can only be asked where the ledger may be written',
        );
      else told.fail(index, 'the index does not hold the words of its table');
    }
  }
}
