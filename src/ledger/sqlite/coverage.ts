import { type Kysely, sql } from 'kysely';
import { addDays, publicationDay, writeDay } from '../../record/index.ts';
import { type Coverage, OUTCOMES, type Outcome, type SourceDay, type SourceLine } from '../visits.ts';
import { feeds } from './feeds.ts';
import { unlinkable } from './links/unlinkable.ts';
import type { Tables } from './tables.ts';
import { reasons, toVisit } from './visits.ts';

const LATEST_FAILURES = 100;
const MOST_SOURCES = 500;
/** So many sources are told by day, each over so many days: a page draws no more. */
const MOST_BY_DAY = 40;
const DAYS_BACK = 60;
const MOST_ANALYSERS = 20;

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
    analysers: await db
      .selectFrom('analyser_sum')
      .selectAll()
      .orderBy('reports', 'desc')
      .orderBy('analyser')
      .limit(MOST_ANALYSERS)
      .execute(),
    sources: await sources(db),
    feeds: await feeds(db),
    reasons: await reasons(db),
    failures: failures.map(toVisit),
    unlinkable: await unlinkable(db, LATEST_FAILURES),
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
  const days = await Promise.all(rows.slice(0, MOST_BY_DAY).map((row) => daysOf(db, row)));
  return rows.map(({ gap_from: from, gap_to: to, ...row }, index) => ({
    ...row,
    outcomes: Object.fromEntries(
      (bySource.get(row.source) ?? []).flatMap(({ outcome, visits }) => {
        const known = OUTCOMES.find((one): one is Outcome => one === outcome);
        return known === undefined ? [] : [[known, visits]];
      }),
    ),
    days: days[index] ?? [],
    gap: from === null || to === null ? null : { from, to },
  }));
}

/** The days of a source's visits among the last ones before its latest. */
async function daysOf(
  db: Kysely<Tables>,
  { source, last }: Pick<SourceLine, 'source' | 'last'>,
): Promise<SourceDay[]> {
  const latest = publicationDay(last.slice(0, 10));
  const first = latest === null ? null : addDays(latest, 1 - DAYS_BACK);
  return await db
    .selectFrom('source_day')
    .select(['day', 'visits', 'reports'])
    .where('source', '=', source)
    .where('day', '>=', first === null ? last.slice(0, 10) : writeDay(first))
    .orderBy('day')
    .execute();
}
