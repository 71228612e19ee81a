import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import {
  type Alert,
  type AlertId,
  alert,
  Fault,
  linkedEvent,
  type NewsId,
  news,
} from '../../record/index.ts';
import type { Delivery, KeptAlert, KeptNews, Looked, NewNews } from '../alerts.ts';
import { eventLine } from './links/calendar.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

const looked = z.strictObject({
  statements: z.int(),
  changes: z.int(),
  event: linkedEvent.pick({ when: true, status: true }).nullable(),
});

/** The same text for the same, so that it can be compared. */
const textOf = (of: Looked): string => JSON.stringify(looked.parse(of));

export async function addAlert(db: Kysely<Tables>, made: Alert, secret: string | null): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const same = await trx.selectFrom('alert').select('id').where('name', '=', made.name).executeTakeFirst();
    if (same !== undefined)
      throw new Fault(
        'alert-exists',
        `expected a new name, found that an alert is called "${made.name}": name it otherwise, or run onrecord alert remove first`,
      );
    const last = await trx
      .selectFrom('report')
      .select((query) => query.fn.max('number').as('number'))
      .executeTakeFirst();
    const number = last?.number ?? 0;
    const line = made.event === null ? null : await eventLine(trx, made.event.id);
    const start: Looked = {
      statements: number,
      changes: number,
      event: line === null ? null : { when: line.event.when, status: line.event.status },
    };
    await trx
      .insertInto('alert')
      .values({
        id: made.id,
        name: made.name,
        body: JSON.stringify(made),
        secret,
        looked: textOf(start),
      })
      .execute();
  });
}

export async function removeAlert(db: Kysely<Tables>, id: AlertId): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('news').where('alert', '=', numberOf(id)).execute();
    await trx.deleteFrom('alert').where('id', '=', id).execute();
  });
}

const numberOf = (id: AlertId) => sql<number>`(select number from alert where id = ${id})`;

export async function alerts(db: Kysely<Tables>): Promise<KeptAlert[]> {
  return (await alertRows(db).orderBy('number').execute()).map(toKept);
}

export async function alertNamed(db: Kysely<Tables>, asked: string): Promise<KeptAlert | null> {
  const [row] = await alertRows(db)
    .where((where) => where.or([where('id', '=', asked), where('name', '=', asked)]))
    .orderBy(sql`id = ${asked}`, 'desc')
    .limit(1)
    .execute();
  return row === undefined ? null : toKept(row);
}

function alertRows(db: Kysely<Tables>) {
  return db
    .selectFrom('alert')
    .select(['id', 'body', 'looked', 'failures', 'due', 'why', 'is_over'])
    .select([
      sql<number>`(select count(*) from news where news.alert = alert.number)`.as('news'),
      sql<number>`(select count(*) from news where news.alert = alert.number and sent is null)`.as('unsent'),
      sql<string | null>`(select max(found) from news where news.alert = alert.number)`.as('latest'),
    ]);
}

type AlertRow = Awaited<ReturnType<ReturnType<typeof alertRows>['execute']>>[number];

const toKept = ({ id, body, failures, due, why, is_over, unsent, ...row }: AlertRow): KeptAlert =>
  parsed(id, () => {
    const own = alert.parse(JSON.parse(body));
    return {
      alert: own,
      looked: looked.parse(JSON.parse(row.looked)),
      delivery: { failures, due, why, isOver: is_over === 1 },
      news: row.news,
      waiting: own.webhook === null || is_over === 1 ? 0 : unsent,
      latest: row.latest,
    };
  });

export async function secretOf(db: Kysely<Tables>, id: AlertId): Promise<string | null> {
  const row = await db.selectFrom('alert').select('secret').where('id', '=', id).executeTakeFirst();
  return row?.secret ?? null;
}

export async function keepNews(
  db: Kysely<Tables>,
  id: AlertId,
  { former, looked: now, news: found, found: at }: NewNews,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('alert')
      .set({ looked: textOf(now) })
      .where('id', '=', id)
      .where('looked', '=', textOf(former))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    for (const one of found)
      await trx
        .insertInto('news')
        .values({
          alert: numberOf(id),
          id: one.id,
          found: at,
          at: one.at,
          body: JSON.stringify(one),
          sent: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return true;
  });
}

const newsRows = (db: Kysely<Tables>, id: AlertId) =>
  db
    .selectFrom('news')
    .select(['news.number', 'news.id', 'news.body', 'news.found'])
    .where('alert', '=', numberOf(id));

const toNews = ({ number, id, body, found }: { number: number; id: string; body: string; found: string }) =>
  parsed(id, (): KeptNews => ({ number, found, news: news.parse(JSON.parse(body)) }));

export async function newsOf(
  db: Kysely<Tables>,
  id: AlertId,
  { limit, offset }: { limit: number; offset: number },
): Promise<KeptNews[]> {
  const rows = await newsRows(db, id).orderBy('number', 'desc').limit(limit).offset(offset).execute();
  return rows.map(toNews);
}

export async function newsSince(db: Kysely<Tables>, id: AlertId, since: string | null): Promise<KeptNews[]> {
  const rows = await newsRows(db, id)
    .where(
      since === null
        ? sql<boolean>`number > (select digested from alert where id = ${id})`
        : sql<boolean>`at >= ${since}`,
    )
    .orderBy('number')
    .execute();
  return rows.map(toNews);
}

export async function digested(db: Kysely<Tables>, id: AlertId, number: number): Promise<void> {
  await db
    .updateTable('alert')
    .set({ digested: number })
    .where('id', '=', id)
    .where('digested', '<', number)
    .execute();
}

export async function claim(db: Kysely<Tables>, id: AlertId, now: string, until: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alert')
    .set({ busy: until })
    .where('id', '=', id)
    .where('is_over', '=', 0)
    .where('secret', 'is not', null)
    .where(sql<boolean>`coalesce(busy, '') <= ${now} and coalesce(due, '') <= ${now}`)
    .where(sql<boolean>`exists (select 1 from news where news.alert = alert.number and sent is null)`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function toSend(db: Kysely<Tables>, id: AlertId, limit: number): Promise<KeptNews[]> {
  const rows = await newsRows(db, id).where('sent', 'is', null).orderBy('number').limit(limit).execute();
  return rows.map(toNews);
}

export async function sent(db: Kysely<Tables>, id: AlertId, told: NewsId, at: string): Promise<void> {
  await db
    .updateTable('news')
    .set({ sent: at })
    .where('alert', '=', numberOf(id))
    .where('id', '=', told)
    .execute();
}

export async function release(
  db: Kysely<Tables>,
  id: AlertId,
  { failures, due, why, isOver }: Delivery,
): Promise<void> {
  await db
    .updateTable('alert')
    .set({ busy: null, failures, due, why, is_over: isOver ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}
