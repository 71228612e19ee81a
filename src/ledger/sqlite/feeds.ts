import { type Kysely, sql, type Transaction } from 'kysely';
import type { DueItem, FeedLine, Listed, ListedItem, Listing, VisitedItem } from '../visits.ts';
import { movedTo, moves } from './policies.ts';
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
  { place: feed, title, at, below, isWhole }: Listing,
  items: readonly ListedItem[],
): Promise<Listed> {
  return await db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('item').selectAll().where('feed', '=', feed).execute();
    const byPlace = new Map(known.map((item) => [item.place, item]));
    const now = await whereTheyAre(trx, items);
    const count = { fresh: 0, changed: 0, known: 0 };
    for (const [place, stamp] of now)
      count[await listOne(trx, { feed, place, stamp, at }, byPlace.get(place))]++;
    const gone = isWhole ? known.filter(({ place, vanished }) => vanished === null && !now.has(place)) : [];
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
    if (isWhole) await trx.deleteFrom('below').where('feed', '=', feed).execute();
    for (const place of below)
      await trx
        .insertInto('below')
        .values({ feed, place })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return { fresh: count.fresh, changed: count.changed, vanished: gone.length };
  });
}

/** What a feed says something new of is visited as often as what is new to it. */
const AFRESH = { visits: 0, failures: 0 };

/** Notes that a feed lists an item, and tells whether that says anything new. */
async function listOne(
  trx: Transaction<Tables>,
  item: { feed: string; place: string; stamp: string; at: string },
  former: Tables['item'] | undefined,
): Promise<'fresh' | 'changed' | 'known'> {
  const { feed, place, stamp, at } = item;
  if (former === undefined) {
    const state = await stateOf(trx, place, at);
    const made = { feed, place, stamp, listed: at, seen: at, vanished: null, ...state };
    await trx.insertInto('item').values(made).execute();
    return 'fresh';
  }
  await trx
    .updateTable('item')
    .set({ stamp, seen: at, vanished: null })
    .where('feed', '=', feed)
    .where('place', '=', place)
    .execute();
  const isChanged = former.stamp !== stamp;
  // What was gone, or given up, may be there again when its feed lists it again.
  const isBack = former.vanished !== null && former.due === null;
  if ((isChanged && !(await isSaidElsewhere(trx, item))) || isBack)
    await trx
      .updateTable('item')
      .set({ due: at, ...AFRESH })
      .where('place', '=', place)
      .execute();
  return isChanged ? 'changed' : 'known';
}

/** Whether another feed has said the same of a page since it was said something else of: it was visited for that, or is due. */
async function isSaidElsewhere(
  trx: Transaction<Tables>,
  { feed, place, stamp }: { feed: string; place: string; stamp: string },
): Promise<boolean> {
  const other = await trx
    .selectFrom('item')
    .select('feed')
    .where('place', '=', place)
    .where('stamp', '=', stamp)
    .where('feed', '<>', feed)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** The stamps of some items by where their pages are now: one that has moved is the item that it was. */
async function whereTheyAre(
  trx: Transaction<Tables>,
  items: readonly ListedItem[],
): Promise<ReadonlyMap<string, string>> {
  const moved = await moves(
    trx,
    items.map(({ place }) => place),
  );
  return new Map(items.map(({ place, stamp }) => [moved.get(place) ?? place, stamp]));
}

/** When an item that is new to its feed is due: at once, or as it is for the other feeds that list it. */
async function stateOf(
  trx: Transaction<Tables>,
  place: string,
  at: string,
): Promise<Pick<Tables['item'], 'due' | 'visits' | 'failures'>> {
  const other = await trx
    .selectFrom('item')
    .select(['due', 'visits', 'failures'])
    .where('place', '=', place)
    .limit(1)
    .executeTakeFirst();
  return other ?? { due: at, visits: 0, failures: 0 };
}

export async function below(db: Kysely<Tables>, of: string): Promise<string[]> {
  const rows = await db.selectFrom('below').select('place').where('feed', '=', of).orderBy('place').execute();
  return rows.map(({ place }) => place);
}

export async function feedOf(db: Kysely<Tables>, place: string): Promise<string> {
  const isKept = async (name: string) => (await feed(db, name)) !== null;
  const there = await movedTo(db, place);
  if (there !== place && (await isKept(there))) return there;
  if (await isKept(place)) return place;
  const [former] = await db
    .selectFrom('policy')
    .innerJoin('feed', 'feed.place', 'policy.place')
    .select('feed.place')
    .where('policy.address', '=', place)
    .where('policy.is_moved', '=', 1)
    .orderBy('feed.place')
    .execute();
  return former?.place ?? place;
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
): Promise<Pick<FeedLine, 'due' | 'failures' | 'items'> | null> {
  const found = await db
    .selectFrom('feed')
    .leftJoin('item_sum', 'item_sum.feed', 'feed.place')
    .select(['due', 'failures', 'items'])
    .where('feed.place', '=', place)
    .executeTakeFirst();
  return found === undefined ? null : { ...found, items: found.items ?? 0 };
}

export async function dueItems(
  db: Kysely<Tables>,
  { feeds: some, at, limit }: { feeds: readonly string[]; at: string; limit: number },
): Promise<DueItem[]> {
  if (some.length === 0) return [];
  const rows = await db
    .selectFrom('item')
    .select(['feed', 'place', 'visits', 'failures'])
    .where('feed', 'in', [...some])
    .where('due', '<=', at)
    .orderBy('due')
    .orderBy('place')
    .limit(limit)
    .execute();
  // What several feeds list is visited once, for the first of them.
  return [...Map.groupBy(rows, ({ place }) => place).values()].flatMap((same) => same.slice(0, 1));
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

/** Tells of several items in one transaction that their pages were visited, for every feed that lists them. */
export async function itemsVisited(db: Kysely<Tables>, items: readonly VisitedItem[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { place, due, failed } of items)
      await trx
        .updateTable('item')
        .set({
          due,
          visits: failed ? sql<number>`visits + 1` : sql<number>`visits - failures + 1`,
          failures: failed ? sql<number>`failures + 1` : 0,
        })
        .where('place', '=', await movedTo(trx, place))
        .execute();
  });
}

export async function postpone(db: Kysely<Tables>, place: string, due: string): Promise<void> {
  for (const table of ['feed', 'item'] as const)
    await db.updateTable(table).set({ due }).where('place', '=', place).execute();
}
