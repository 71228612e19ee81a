import { type Kysely, sql } from 'kysely';
import type { DueItem, FeedLine, Listed, ListedItem, VisitedItem } from '../visits.ts';
import type { Tables } from './tables.ts';

/** All feeds that are watched, with what became of their items. */
export async function feeds(db: Kysely<Tables>): Promise<FeedLine[]> {
  const count = (column: 'items' | 'waiting' | 'vanished') =>
    sql<number>`coalesce(${sql.ref(column)}, 0)`.as(column);
  return await db
    .selectFrom('feed')
    .leftJoin('item_sum', 'item_sum.feed', 'feed.place')
    .select(['feed.place', 'title', 'checked', 'due', 'failures', 'message'])
    .select([count('items'), count('waiting'), count('vanished')])
    .orderBy('feed.place')
    .execute();
}

export async function list(
  db: Kysely<Tables>,
  { place: feed, title, at }: { place: string; title: string | null; at: string },
  items: readonly ListedItem[],
): Promise<Listed> {
  return await db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('item').selectAll().where('feed', '=', feed).execute();
    const byPlace = new Map(known.map((item) => [item.place, item]));
    const now = new Map(items.map((item) => [item.place, item]));
    let fresh = 0;
    let changed = 0;
    for (const { place, stamp } of now.values()) {
      const former = byPlace.get(place);
      if (former === undefined) {
        fresh++;
        await trx
          .insertInto('item')
          .values({
            feed,
            place,
            stamp,
            listed: at,
            seen: at,
            vanished: null,
            due: at,
            visits: 0,
            failures: 0,
          })
          .execute();
        continue;
      }
      const isChanged = former.stamp !== stamp;
      if (isChanged) changed++;
      await trx
        .updateTable('item')
        .set({ stamp, seen: at, vanished: null, ...(isChanged ? { due: at, failures: 0 } : {}) })
        .where('feed', '=', feed)
        .where('place', '=', place)
        .execute();
    }
    const gone = known.filter(({ place, vanished }) => vanished === null && !now.has(place));
    for (const { place } of gone)
      await trx
        .updateTable('item')
        .set({ vanished: at })
        .where('feed', '=', feed)
        .where('place', '=', place)
        .execute();
    await trx
      .insertInto('feed')
      .values({ place: feed, title, checked: at, due: at, failures: 0, message: null })
      .onConflict((conflict) => conflict.column('place').doUpdateSet({ title, checked: at }))
      .execute();
    return { fresh, changed, vanished: gone.length };
  });
}

export async function checked(
  db: Kysely<Tables>,
  { place, at, due, message }: { place: string; at: string; due: string; message: string | null },
): Promise<void> {
  const failed = message === null ? 0 : 1;
  await db
    .insertInto('feed')
    .values({ place, title: null, checked: at, due, failures: failed, message })
    .onConflict((conflict) =>
      conflict.column('place').doUpdateSet({
        checked: at,
        due,
        message,
        failures: message === null ? 0 : sql<number>`feed.failures + 1`,
      }),
    )
    .execute();
}

export async function feed(
  db: Kysely<Tables>,
  place: string,
): Promise<Pick<FeedLine, 'due' | 'failures'> | null> {
  return (
    (await db.selectFrom('feed').select(['due', 'failures']).where('place', '=', place).executeTakeFirst()) ??
    null
  );
}

export async function dueItems(
  db: Kysely<Tables>,
  { feeds: some, at, limit }: { feeds: readonly string[]; at: string; limit: number },
): Promise<DueItem[]> {
  if (some.length === 0) return [];
  return await db
    .selectFrom('item')
    .select(['feed', 'place', 'visits', 'failures'])
    .where('feed', 'in', [...some])
    .where('due', '<=', at)
    .orderBy('due')
    .orderBy('place')
    .limit(limit)
    .execute();
}

export async function nextDue(db: Kysely<Tables>, some: readonly string[]): Promise<string | null> {
  if (some.length === 0) return null;
  const row = await db
    .selectFrom('item')
    .select((query) => query.fn.min('due').as('due'))
    .where('feed', 'in', [...some])
    .where('due', 'is not', null)
    .executeTakeFirst();
  return row?.due ?? null;
}

/** Tells of several items in one transaction that their pages were visited. */
export async function itemsVisited(db: Kysely<Tables>, items: readonly VisitedItem[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { feed: of, place, due, failed } of items)
      await trx
        .updateTable('item')
        .set({
          due,
          visits: sql<number>`visits + 1`,
          failures: failed ? sql<number>`failures + 1` : 0,
        })
        .where('feed', '=', of)
        .where('place', '=', place)
        .execute();
  });
}
