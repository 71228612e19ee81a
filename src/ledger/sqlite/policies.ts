import type { Kysely } from 'kysely';
import { type Policy, type Rest, reportId } from '../../record/index.ts';
import type { KeptPolicy } from '../visits.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

export async function policy(db: Kysely<Tables>, place: string): Promise<KeptPolicy | null> {
  const row = await db.selectFrom('policy').selectAll().where('place', '=', place).executeTakeFirst();
  if (row === undefined) return null;
  const { address, etag, modified, report } = row;
  return {
    address,
    isMoved: row.is_moved === 1,
    etag,
    modified,
    report: report === null ? null : parsed(`how to ask for ${place}`, () => reportId.parse(report)),
  };
}

/**
 * Keeps how a place is asked again. Where it has moved for good, that is kept of the new place, and of the old one only
 * where it went: all that went through it goes there at once from now on, the items of feeds too. Where another report
 * stands than the place ever held (a lead story, a section), nothing has moved: it is asked at the old place again.
 */
export async function keepPolicy(
  db: Kysely<Tables>,
  place: string,
  kept: Policy & { readonly report: string | null },
): Promise<void> {
  const { address, isMoved, etag, modified, report } = kept;
  if (!isMoved || address === place || (report !== null && !(await isOwn(db, place, report))))
    return await write(db, { place, address, is_moved: 0, etag, modified, report });
  await write(db, { place, address, is_moved: 1, etag: null, modified: null, report });
  await db
    .updateTable('policy')
    .set({ address })
    .where('address', '=', place)
    .where('is_moved', '=', 1)
    .where('place', '<>', address)
    .execute();
  // It answers by itself now, also where it once led back here.
  await write(db, { place: address, address, is_moved: 0, etag, modified, report });
  await moveItems(db, place, address);
}

/** Whether a report is of the lineage of the first that was found at a place, or the first. */
async function isOwn(db: Kysely<Tables>, place: string, report: string): Promise<boolean> {
  const lineage = await db.selectFrom('report').select('lineage').where('id', '=', report).executeTakeFirst();
  const first = await db
    .selectFrom('visit')
    .innerJoin('report', 'report.id', 'visit.report')
    .select('report.lineage')
    .where('visit.place', '=', place)
    .orderBy('visit.number')
    .limit(1)
    .executeTakeFirst();
  return first === undefined || first.lineage === lineage?.lineage;
}

/** A place whose last answer gave no report is asked for in full: no "unchanged" stands for a wall. */
export async function forgetConditions(db: Kysely<Tables>, place: string): Promise<void> {
  await db
    .updateTable('policy')
    .set({ etag: null, modified: null })
    .where((where) =>
      where.or([
        where('place', '=', place),
        where('place', '=', (query) =>
          query.selectFrom('policy as own').select('own.address').where('own.place', '=', place),
        ),
      ]),
    )
    .execute();
}

async function write(db: Kysely<Tables>, row: Tables['policy']): Promise<void> {
  await db
    .insertInto('policy')
    .values(row)
    .onConflict((conflict) => conflict.column('place').doUpdateSet(row))
    .execute();
}

/** An item's page has moved: it is one item with what its feeds list at the new place. */
async function moveItems(db: Kysely<Tables>, from: string, to: string): Promise<void> {
  const items = await db.selectFrom('item').select('feed').where('place', '=', from).execute();
  for (const { feed } of items) {
    const there = await db
      .selectFrom('item')
      .select('place')
      .where('feed', '=', feed)
      .where('place', '=', to)
      .executeTakeFirst();
    const own = { feed, place: from };
    if (there === undefined)
      await db
        .updateTable('item')
        .set({ place: to })
        .where('feed', '=', own.feed)
        .where('place', '=', own.place)
        .execute();
    else await db.deleteFrom('item').where('feed', '=', own.feed).where('place', '=', own.place).execute();
  }
}

/** What is gone where it had moved to may be elsewhere by now: the old place is asked again. */
export async function forgetMoves(db: Kysely<Tables>, address: string): Promise<void> {
  await db.deleteFrom('policy').where('address', '=', address).where('is_moved', '=', 1).execute();
}

export async function movedTo(db: Kysely<Tables>, place: string): Promise<string> {
  return (await moves(db, [place])).get(place) ?? place;
}

/** How many places are asked for in one question. */
const TOGETHER = 500;

/** Where some places have moved to, as far as they have. */
export async function moves(
  db: Kysely<Tables>,
  places: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < places.length; start += TOGETHER) {
    const rows = await db
      .selectFrom('policy')
      .select(['place', 'address'])
      .where('place', 'in', places.slice(start, start + TOGETHER))
      .where('is_moved', '=', 1)
      .execute();
    for (const { place, address } of rows) found.set(place, address);
  }
  return found;
}

export async function rest(db: Kysely<Tables>, host: string): Promise<Rest | null> {
  const row = await db
    .selectFrom('rest')
    .select(['until', 'times'])
    .where('host', '=', host)
    .executeTakeFirst();
  return row ?? null;
}

export async function keepRest(db: Kysely<Tables>, host: string, kept: Rest | null): Promise<void> {
  if (kept === null) await db.deleteFrom('rest').where('host', '=', host).execute();
  else
    await db
      .insertInto('rest')
      .values({ host, ...kept })
      .onConflict((conflict) => conflict.column('host').doUpdateSet({ ...kept }))
      .execute();
}
