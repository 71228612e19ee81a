import { type Kysely, sql } from 'kysely';
import { type Coverage, OUTCOMES, type Outcome, type SourceLine } from '../visits.ts';
import { feeds } from './feeds.ts';
import type { Tables } from './tables.ts';
import { reasons, toVisit } from './visits.ts';

const LATEST_FAILURES = 100;
const MOST_SOURCES = 500;
/** What was read from where, the busiest sources first. */
export async function coverage(db: Kysely<Tables>): Promise<Coverage> {
  const failures = await db
    .selectFrom('visit')
    .selectAll()
    .where(sql<boolean>`outcome in ('gone', 'refused', 'failed')`)
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
    .selectFrom('source_sum')
    .select(['source', 'visits', 'places', 'reports', 'first', 'last', 'gap_from', 'gap_to'])
    .orderBy('visits', 'desc')
    .orderBy('source')
    .limit(MOST_SOURCES)
    .execute();
  const outcomes = await db
    .selectFrom('outcome_sum')
    .select(['source', 'outcome', (query) => query.fn.sum<number>('visits').as('visits')])
    .where(
      'source',
      'in',
      rows.map(({ source }) => source),
    )
    .groupBy(['source', 'outcome'])
    .execute();
  const bySource = Map.groupBy(outcomes, ({ source }) => source);
  return rows.map(({ gap_from: from, gap_to: to, ...row }) => ({
    ...row,
    outcomes: Object.fromEntries(
      (bySource.get(row.source) ?? []).flatMap(({ outcome, visits }) => {
        const known = OUTCOMES.find((one): one is Outcome => one === outcome);
        return known === undefined ? [] : [[known, visits]];
      }),
    ),
    gap: from === null || to === null ? null : { from, to },
  }));
}
