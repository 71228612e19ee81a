import { type Kysely, sql } from 'kysely';
import { type Coverage, OUTCOMES, type Outcome, type SourceLine } from '../visits.ts';
import { feeds } from './feeds.ts';
import type { Tables } from './tables.ts';
import { reasons, toVisit } from './visits.ts';

const LATEST_FAILURES = 100;
const MOST_SOURCES = 500;
/** In days: what is read less often than that is not read continually. */
const GAP = 1;

/** What was read from where, the busiest sources first. */
export async function coverage(db: Kysely<Tables>): Promise<Coverage> {
  const failures = await db
    .selectFrom('visit')
    .selectAll()
    .where('outcome', 'in', ['gone', 'refused', 'failed'])
    .orderBy('number', 'desc')
    .limit(LATEST_FAILURES)
    .execute();
  return {
    sources: await sources(db),
    feeds: await feeds(db),
    reasons: await reasons(db),
    failures: failures.map(toVisit),
  };
}

async function sources(db: Kysely<Tables>): Promise<SourceLine[]> {
  const rows = await db
    .selectFrom('visit')
    .select([
      'source',
      sql<number>`count(*)`.as('visits'),
      sql<number>`count(distinct place)`.as('places'),
      sql<number>`count(distinct report)`.as('reports'),
      sql<string>`min(at)`.as('first'),
      sql<string>`max(at)`.as('last'),
    ])
    .groupBy('source')
    .orderBy('visits', 'desc')
    .limit(MOST_SOURCES)
    .execute();
  const outcomes = await db
    .selectFrom('visit')
    .select(['source', 'outcome', sql<number>`count(*)`.as('visits')])
    .groupBy(['source', 'outcome'])
    .execute();
  const bySource = Map.groupBy(outcomes, ({ source }) => source);
  const gaps = await longestGaps(db);
  return rows.map((row) => ({
    ...row,
    outcomes: Object.fromEntries(
      (bySource.get(row.source) ?? []).flatMap(({ outcome, visits }) => {
        const known = OUTCOMES.find((one): one is Outcome => one === outcome);
        return known === undefined ? [] : [[known, visits]];
      }),
    ),
    gap: gaps.get(row.source) ?? null,
  }));
}

/** The longest time between two visits to each source, where it is longer than is continual. */
async function longestGaps(db: Kysely<Tables>): Promise<Map<string, { from: string; to: string }>> {
  const { rows } = await sql<{ source: string; from: string; to: string }>`
    with steps as (
      select source, lag(at) over (partition by source order by number) as "from", at as "to" from visit
    ), gaps as (
      select source, "from", "to",
        row_number() over (partition by source order by julianday("to") - julianday("from") desc) as rank
      from steps where "from" is not null and julianday("to") - julianday("from") > ${GAP}
    )
    select source, "from", "to" from gaps where rank = 1`.execute(db);
  return new Map(rows.map(({ source, from, to }) => [source, { from, to }]));
}
