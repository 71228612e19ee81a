import { type Kysely, sql } from 'kysely';
import { Fault, type LinkDecision, type ReportId, reportId } from '../../../record/index.ts';
import type { Links, ToLink } from '../../links.ts';
import { stancesIn } from '../../overlay.ts';
import { linkDecisions } from '../decisions.ts';
import { keptReports } from '../read.ts';
import { parsed } from '../rows.ts';
import { alone } from '../savepoint.ts';
import type { Tables } from '../tables.ts';
import { SqliteLinks } from './index.ts';
import { settleTold } from './told.ts';

/** So many records are kept at hand: reports of one matter come near each other. */
const MOST_AT_HAND = 512;

/** The index of links with the records of its reports, which stay at hand from one transaction to the next. */
export class SqliteLinking extends SqliteLinks implements Links {
  private readonly atHand: Map<string, ToLink>;
  private readonly db: Kysely<Tables>;
  /** Read once in a transaction, in which nobody decides and nothing is read again. */
  private standing: Promise<readonly LinkDecision[]> | null = null;
  private readonly rows = new Map<ReportId, Promise<Row>>();

  constructor(db: Kysely<Tables>, atHand: Map<string, ToLink>) {
    super(db);
    this.db = db;
    this.atHand = atHand;
  }

  async decisions(): Promise<readonly LinkDecision[]> {
    this.standing ??= linkDecisions(this.db);
    return await this.standing;
  }

  async record(report: ReportId): Promise<ToLink> {
    const asked = this.rows.get(report) ?? this.rowOf(report);
    this.rows.set(report, asked);
    const row = await asked;
    // Read again by another analyser or decided on it is another record.
    const key = `${row.number} ${row.analyser} ${row.decisions}`;
    const known = this.atHand.get(key);
    if (known !== undefined) return known;
    const made = await recordOf(this.db, row.number);
    this.atHand.set(key, made);
    for (const old of this.atHand.keys()) {
      if (this.atHand.size <= MOST_AT_HAND) break;
      this.atHand.delete(old);
    }
    return made;
  }

  private async rowOf(report: ReportId): Promise<Row> {
    const row = await this.db
      .selectFrom('report')
      .innerJoin('analysis', 'analysis.report', 'report.number')
      .select(['report.number', 'analysis.analyser', 'analysis.decisions'])
      .where('report.id', '=', report)
      .executeTakeFirst();
    if (row === undefined)
      throw new Fault(
        'damaged-ledger',
        `expected ${report}, which links name, found none: run onrecord rebuild`,
      );
    return row;
  }
}

/** Which analysis of a report is the one that stands. */
interface Row {
  readonly number: number;
  readonly analyser: string;
  readonly decisions: number;
}

async function recordOf(db: Kysely<Tables>, number: number): Promise<ToLink> {
  const [kept] = await keptReports(db, [number]);
  if (kept === undefined) throw new Fault('damaged-ledger', `expected the report ${number}, found none`);
  const { report, statements, events, times, actors, flags } = kept;
  return {
    record: { report, statements, events, times, actors, flags },
    nth: number,
    stances: stancesIn(kept.decided),
  };
}

/**
 * Hands reports that are not linked to `work`, in the order of coming, and keeps that they are. One on which it breaks is passed
 * over with the reason, alone, and handed out again when its links are made anew.
 */
export async function linkNext(
  db: Kysely<Tables>,
  { linker, limit, atHand }: { linker: string; limit: number; atHand: Map<string, ToLink> },
  work: (report: ToLink, links: Links) => Promise<void>,
): Promise<number> {
  // Asked without the lock first: mostly there is nothing to do.
  if ((await waiting(db, 1)).length === 0) {
    await settleTold(db);
    return 0;
  }
  return await db.transaction().execute(async (trx) => {
    const links = new SqliteLinking(trx, atHand);
    const rows = await waiting(trx, limit);
    for (const { number, id } of rows) {
      const report = await links.record(parsed(id, () => reportId.parse(id)));
      const done = await alone(trx, () => work(report, links));
      const failed = 'cause' in done ? reasonOf(done.cause) : null;
      await trx
        .insertInto('link_done')
        .values({ report: number, linker, failed })
        .onConflict((conflict) => conflict.column('report').doUpdateSet({ linker, failed }))
        .execute();
    }
    return rows.length;
  });
}

/** What broke, in a line. A ledger that is damaged is no fault of the report at hand. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Fault) throw cause;
  return cause instanceof Error ? cause.message : String(cause);
}

async function waiting(db: Kysely<Tables>, limit: number) {
  const { rows } = await sql<{ number: number; id: string }>`
    select report.number, report.id from analysis join report on report.number = analysis.report
    where not exists (select 1 from link_done where link_done.report = analysis.report)
    order by report.number limit ${limit}`.execute(db);
  return rows;
}

/** The last report up to which all are linked, in the order of coming; 0 for none. */
export async function linkedTo(db: Kysely<Tables>): Promise<number> {
  const [first] = await waiting(db, 1);
  if (first !== undefined) return first.number - 1;
  const last = await db.selectFrom('report').select(sql<number>`max(number)`.as('number')).executeTakeFirst();
  return last?.number ?? 0;
}

export async function numbersOf(
  db: Kysely<Tables>,
  reports: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, number>> {
  const { rows } = await sql<{ id: ReportId; number: number }>`
    select report.id, number from json_each(${JSON.stringify(reports)}) as asked
    cross join report on report.id = asked.value`.execute(db);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Whether all reports are linked, and some are. */
export async function isLinked(db: Kysely<Tables>): Promise<boolean> {
  const any = await db.selectFrom('link_done').select('report').limit(1).executeTakeFirst();
  return any !== undefined && (await waiting(db, 1)).length === 0;
}

export async function analysedOtherwise(
  db: Kysely<Tables>,
  analyser: string,
  limit: number,
): Promise<ReportId[]> {
  const rows = await db
    .selectFrom('analysis')
    .innerJoin('report', 'report.number', 'analysis.report')
    .select('report.id')
    .where('analysis.analyser', '<>', analyser)
    .orderBy('report.number')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => parsed(id, () => reportId.parse(id)));
}
