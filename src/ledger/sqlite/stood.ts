import type { Kysely } from 'kysely';
import { type Report, reportId } from '../../record/index.ts';
import type { Stood } from '../visits.ts';
import { parsed, toReport } from './rows.ts';
import type { Tables } from './tables.ts';

/** What visits found of a lineage, one after the other; where no visit is on record, when its reports were added. */
async function sightings(db: Kysely<Tables>, lineage: string) {
  return await db
    .selectFrom('report')
    .leftJoin('visit', 'visit.report', 'report.id')
    .select(['report.id', 'report.version'])
    .select((query) => query.fn.coalesce('visit.at', 'report.added').as('at'))
    .where('report.lineage', '=', lineage)
    .orderBy('at')
    .orderBy('visit.number')
    .orderBy('report.number')
    .execute();
}

async function lineageOf(db: Kysely<Tables>, id: string): Promise<string | null> {
  const row = await db.selectFrom('report').select('lineage').where('id', '=', id).executeTakeFirst();
  return row?.lineage ?? null;
}

export async function stood(db: Kysely<Tables>, id: string): Promise<Stood[]> {
  const lineage = await lineageOf(db, id);
  if (lineage === null) return [];
  const runs: { report: Report['id']; version: number; from: string; to: string }[] = [];
  for (const { id: seen, version, at } of await sightings(db, lineage)) {
    const last = runs.at(-1);
    if (last?.version === version) last.to = at;
    else runs.push({ report: parsed(seen, () => reportId.parse(seen)), version, from: at, to: at });
  }
  return runs;
}

export async function standing(db: Kysely<Tables>, lineage: string): Promise<Report | null> {
  const last = (await sightings(db, lineage)).at(-1);
  return last === undefined ? null : await reportOf(db, last.id);
}

async function reportOf(db: Kysely<Tables>, id: string): Promise<Report | null> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toReport(row);
}

export async function withText(db: Kysely<Tables>, lineage: string, text: string): Promise<Report | null> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('lineage', '=', lineage)
    .where('text', '=', text)
    .orderBy('version')
    .executeTakeFirst();
  return row === undefined ? null : await reportOf(db, row.id);
}

export async function foundAt(
  db: Kysely<Tables>,
  place: string,
): Promise<{ report: Report['id']; lineage: string } | null> {
  const row = await db
    .selectFrom('visit')
    .innerJoin('report', 'report.id', 'visit.report')
    .select(['report.id', 'report.lineage'])
    .where((query) =>
      query.or([
        query('visit.place', '=', place),
        query(
          'visit.place',
          'in',
          query
            .selectFrom('policy')
            .select('policy.place')
            .where('address', '=', place)
            .where('is_moved', '=', 1),
        ),
      ]),
    )
    .orderBy('visit.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { report: parsed(row.id, () => reportId.parse(row.id)), lineage: row.lineage };
}
