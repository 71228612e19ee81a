import type { DatabaseSync } from 'node:sqlite';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { flag, placeOfStatement, statement } from '../../record/index.ts';
import { DOUBTS, type Doubt, flaggedIn, weightOf } from '../doubt.ts';
import type { QueuedStatement, QueuePart, ReviewFilter, ReviewProgress } from '../review.ts';
import { withReports } from './read.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

const { confidence, speaker, content, cue, act, negated } = statement.shape;
const doubted = z.object({ confidence, speaker, content, cue, act, negated });
const flags = z.array(z.object({ spans: flag.shape.spans }));

/** Lets the view `review_again` ask how much a statement wants a person's eye; null where it is none. */
export function knowWeights(database: DatabaseSync): void {
  database.function('weight_of', { deterministic: true }, (body, end, told) => {
    const read = doubted.safeParse(JSON.parse(String(body)));
    const beside = flags.safeParse(JSON.parse(String(told)));
    if (!read.success || !beside.success) return null;
    return JSON.stringify(weightOf(read.data, { flagged: flaggedIn(beside.data), headline: Number(end) }));
  });
}

const COLUMNS = sql.raw('statement, report, speaker, weight, renditions');

/** Puts the statements of a report into the queue on which nobody decided, in place of those that were there. */
export async function queue(trx: Transaction<Tables>, report: number): Promise<void> {
  await trx.deleteFrom('review').where('report', '=', report).execute();
  await sql`insert into review (${COLUMNS}) select ${COLUMNS} from review_again where report = ${report}`.execute(
    trx,
  );
}

/**
 * The statements of the queue that are asked for, without an order: by the index of the report, else of the speaker, else of the
 * kind of doubt. A plus keeps SQLite from one that finds more.
 */
async function conditions(db: Kysely<Tables>, filter: ReviewFilter): Promise<RawBuilder<unknown>> {
  const { report, speaker: who, doubt } = filter;
  const own = [sql`true`];
  if (report !== undefined) {
    const row = await db.selectFrom('report').select('number').where('id', '=', report).executeTakeFirst();
    own.push(sql`review.report = ${row?.number ?? 0}`);
  }
  // Where nobody is named, the speaker is '': the index of speakers has those only who are.
  if (who !== undefined)
    own.push(
      report === undefined
        ? sql`review.speaker = ${who} and review.speaker <> ''`
        : sql`+review.speaker = ${who === '' ? null : who}`,
    );
  if (doubt !== undefined)
    own.push(
      report === undefined && who === undefined ? sql`review.kind = ${doubt}` : sql`+review.kind = ${doubt}`,
    );
  return sql.join(own, sql` and `);
}

interface Place {
  readonly number: number;
  readonly rank: number;
}

/** Where a statement stands in the queue; null where it is not in it. */
async function placeIn(db: Kysely<Tables>, id: string | undefined): Promise<Place | null> {
  const place = id === undefined ? null : placeOfStatement(id);
  if (place === null) return null;
  const { rows } = await sql<Place>`
    select statement.number, rank from report cross join statement on statement.report = report.number
    cross join review on review.statement = statement.number
    where report.id = ${place.report} and statement.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function toReview(
  db: Kysely<Tables>,
  filter: ReviewFilter,
  { at, behind, before, limit }: QueuePart,
): Promise<readonly QueuedStatement[]> {
  const from = await placeIn(db, at ?? behind ?? before);
  const back = at === undefined && behind === undefined && from !== null;
  const where = await conditions(db, filter);
  const beyond =
    from === null
      ? sql`true`
      : back
        ? sql`rank >= ${from.rank} and (rank > ${from.rank} or statement < ${from.number})`
        : sql`rank <= ${from.rank} and (rank < ${from.rank} or statement >= ${from.number + (at === undefined ? 1 : 0)})`;
  const order = back ? sql`rank asc, statement desc` : sql`rank desc, statement asc`;
  const { rows } = await sql<Row>`
    with here as (
      select statement, kind, rank, renditions from review where ${where} and ${beyond} order by ${order} limit ${limit}
    )
    select id, statement.report, body, now, decided, here.kind as doubt, rank, renditions
    from here cross join statement on statement.number = here.statement order by ${order}`.execute(db);
  const found = await withReports(db, rows);
  const byId = new Map(found.map((one) => [one.statement.id, one]));
  const queued = rows.flatMap(({ id, doubt, rank, renditions }) => {
    const one = byId.get(id as QueuedStatement['statement']['id']);
    return one === undefined ? [] : [{ ...one, doubt: toDoubt(doubt), rank, renditions }];
  });
  return back ? queued.toReversed() : queued;
}

type Row = Pick<Tables['statement'], 'id' | 'report' | 'body' | 'now' | 'decided'> & {
  readonly doubt: string;
  readonly rank: number;
  readonly renditions: number;
};

const toDoubt = (kind: string): Doubt => parsed('why a statement waits', () => z.enum(DOUBTS).parse(kind));

/** Nobody goes through so many: whether there are more is told, and not how many. */
const MOST_COUNTED = 1000;

export async function reviewProgress(
  db: Kysely<Tables>,
  filter: ReviewFilter,
  since: string,
): Promise<ReviewProgress> {
  const sums = await db.selectFrom('review_sum').selectAll().execute();
  const byDoubt = Object.fromEntries(DOUBTS.map((doubt) => [doubt, 0])) as Record<Doubt, number>;
  for (const { kind, statements } of sums) byDoubt[toDoubt(kind)] = statements;
  const { rows } = await sql<{ looked: number }>`
    select count(*) as looked from decision where kind in ('accept', 'correct', 'reject') and body ->> '$.at' >= ${since}
    and not exists (
      select 1 from decision as undoing where undoing.kind = 'undo' and undoing.body ->> '$.undoes' = +decision.id
    )`.execute(db);
  const looked = rows[0]?.looked ?? 0;
  if (filter.report === undefined && filter.speaker === undefined) {
    const waiting = Object.entries(byDoubt)
      .filter(([kind]) => filter.doubt === undefined || kind === filter.doubt)
      .reduce((sum, [, count]) => sum + count, 0);
    return { waiting, isMore: false, byDoubt, looked };
  }
  const where = await conditions(db, filter);
  const counted = await sql<{ counted: number }>`
    select count(*) as counted from (select 1 from review where ${where} limit ${MOST_COUNTED + 1})`.execute(
    db,
  );
  const all = counted.rows[0]?.counted ?? 0;
  return { waiting: Math.min(all, MOST_COUNTED), isMore: all > MOST_COUNTED, byDoubt, looked };
}
