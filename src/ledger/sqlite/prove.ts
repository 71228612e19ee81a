import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { type Origin, visitSpans } from '../../record/index.ts';
import { holds } from '../../text/index.ts';
import { digestOfReport, GENESIS, hashOf } from '../chain.ts';
import type { Counts, Proof, ReadAgain } from '../index.ts';
import { wordsOf } from './derive.ts';
import { originOf } from './origins.ts';
import { toActor, toEvent, toFlag, toFormat, toReport, toStatement, toTime } from './rows.ts';
import { proveSums } from './sums.ts';
import type { Tables } from './tables.ts';

const BATCH = 100;

type Broken = { what: string; why: string };

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

/** Compares everything with what it was made from; all that does not hold is collected, so that one look shows the whole damage. */
export async function prove(
  db: Kysely<Tables>,
  readAgain: ReadAgain,
  onReport: (done: number) => void,
): Promise<Proof> {
  const broken: Broken[] = [];
  const logged = await proveLog(db, broken);
  let spans = 0;
  let done = 0;
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('report')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      spans += await proveReport(db, { row, digest: logged.get(row.id), readAgain }, broken);
      logged.delete(row.id);
      after = row.number;
      onReport(++done);
    }
  }
  for (const id of logged.keys()) broken.push({ what: id, why: 'the log has it, the ledger does not' });
  await proveIndexes(db, broken);
  broken.push(...(await proveSums(db)));
  return { ...(await counts(db)), spans, broken };
}

/** Walks the chain of hashes. Gives the digest of each report in the log. */
async function proveLog(db: Kysely<Tables>, broken: Broken[]): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  let previous = GENESIS;
  let expected = 1;
  for await (const row of db.selectFrom('log').selectAll().orderBy('number').stream()) {
    const { hash, ...entry } = row;
    const what = `log row ${row.number}`;
    if (row.number !== expected) broken.push({ what, why: `expected row ${expected}: a row is missing` });
    if (row.previous !== previous) broken.push({ what, why: 'it does not follow on the row before' });
    if (hashOf(entry) !== hash) broken.push({ what, why: 'its hash is not that of its fields' });
    if (row.kind === 'report') digests.set(row.subject, row.digest);
    previous = hash;
    expected = row.number + 1;
  }
  return digests;
}

/** Proves one report and its statements. Gives the number of spans that were compared. */
async function proveReport(
  db: Kysely<Tables>,
  { row, digest, readAgain }: { row: ReportRow; digest: string | undefined; readAgain: ReadAgain },
  broken: Broken[],
): Promise<number> {
  const fail = (why: string, what = row.id) => broken.push({ what, why });
  if (digest === undefined) fail('the ledger has it, the log does not');
  try {
    const origin = await originOf(db, row.id);
    if (digest !== undefined && digestOfReport(toReport(row), origin) !== digest)
      fail('it is not what the log says was taken in');
    await proveSnapshot(db, { row, origin, readAgain }, fail);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  let spans = 0;
  const statements = await db
    .selectFrom('statement')
    .select(['id', 'body', 'content'])
    .where('report', '=', row.number)
    .execute();
  for (const found of statements) {
    try {
      const statement = toStatement(found);
      visitSpans(statement, (span, path) => {
        spans++;
        if (!holds(row.text, span)) fail(`${path()} is not in the report: "${span.text}"`, found.id);
        return true;
      });
      if (wordsOf(statement.content) !== found.content)
        fail('its searched words are not its content', found.id);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error), found.id);
    }
  }
  for (const table of ['actor', 'flag', 'event', 'time'] as const) {
    const rows = await db.selectFrom(table).select(['body']).where('report', '=', row.number).execute();
    for (const [place, { body }] of rows.entries()) {
      const what = `${row.id} ${table} ${place}`;
      try {
        visitSpans(DERIVED[table](what, body), (span, path) => {
          spans++;
          if (!holds(row.text, span)) fail(`${path()} is not in the report: "${span.text}"`, what);
          return true;
        });
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error), what);
      }
    }
  }
  return spans;
}

const DERIVED = {
  actor: (id: string, body: string) => toActor({ id, body }),
  flag: (kind: string, body: string) => toFlag({ kind, body }),
  event: (id: string, body: string) => toEvent({ id, body }),
  time: (what: string, body: string) => toTime({ body }, what),
} as const;

type ReportRow = Pick<Tables['report'], 'id' | 'text' | 'body' | 'snapshot' | 'format'> & { number: number };

/** The bytes are those that their name says, and read again they give the text. */
async function proveSnapshot(
  db: Kysely<Tables>,
  { row, origin, readAgain }: { row: ReportRow; origin: Origin | null; readAgain: ReadAgain },
  fail: (why: string) => void,
): Promise<void> {
  const kept = await db
    .selectFrom('snapshot')
    .select('gzip')
    .where('id', '=', row.snapshot)
    .executeTakeFirst();
  if (kept === undefined) return fail('its snapshot is missing');
  const bytes = gunzipSync(kept.gzip);
  if (`sha256:${createHash('sha256').update(bytes).digest('hex')}` !== row.snapshot)
    return fail('its snapshot is not the bytes it names');
  if (readAgain(bytes, { format: toFormat(row.format), origin, report: toReport(row) }) !== row.text)
    fail('its text is not what its snapshot holds');
}

async function proveIndexes(db: Kysely<Tables>, broken: Broken[]): Promise<void> {
  for (const index of ['report_words', 'statement_words']) {
    try {
      await sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values ('integrity-check', 1)`.execute(
        db,
      );
    } catch {
      broken.push({ what: index, why: 'the index does not hold the words of its table' });
    }
  }
}
