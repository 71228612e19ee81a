import { type Kysely, type RawBuilder, sql } from 'kysely';
import { eventNow, type LinkedEvent, linkedEvent, whoInEvent } from '../../../record/index.ts';
import type { CalendarFilter, CalendarPart, SubscribedEvent } from '../../calendar.ts';
import type { EventLine } from '../../event-line.ts';
import type { PagePart } from '../../links.ts';
import { ftsString, termsOf } from '../../search/query.ts';
import type { Period } from '../../searching.ts';
import { linesOf } from '../read.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { linked } from './ask.ts';
import { SqliteLinks } from './index.ts';
import { sequencesOf } from './told.ts';

/** Of what is asked for by words so many are looked at, those linked last; so many are counted and told in order. */
const MOST_LOOKED_AT = 10_000;

type Asked = Period & CalendarFilter & PagePart;

/** Events of the calendar whose schedule touches a period and which are what is asked for, by the day that stands. */
export async function calendar(db: Kysely<Tables>, asked: Asked): Promise<CalendarPart> {
  const here = linesWhere(asked, { match: matchOf(asked, 'place'), filter: filterOf(asked) });
  const [count] = (await sql<{ total: number }>`select count(*) as total from (${here})`.execute(db)).rows;
  const total = count?.total ?? 0;
  const events = asked.limit === 0 ? [] : await eventsOf(db, here, asked);
  return {
    total: Math.min(total, MOST_LOOKED_AT),
    isMore: total > MOST_LOOKED_AT,
    events: await withLines(db, events),
  };
}

/** The same, with what fitted by what it was before. */
export async function subscribed(db: Kysely<Tables>, asked: Asked): Promise<readonly SubscribedEvent[]> {
  const ever = linesWhere(asked, { match: matchOf(asked, 'ever'), filter: everOf(asked) });
  const fitting = linesWhere(asked, { match: matchOf(asked, 'place'), filter: filterOf(asked) });
  const { rows } = await sql<{ id: string }>`select id from (${fitting})`.execute(db);
  const fits = new Set(rows.map(({ id }) => id));
  const lines = await withLines(db, await eventsOf(db, ever, asked));
  return lines.map((line) => ({ ...line, fits: fits.has(line.event.id) }));
}

async function eventsOf(db: Kysely<Tables>, here: Sql, { limit, offset }: PagePart): Promise<LinkedEvent[]> {
  const { rows } = await sql<{ id: string; body: string }>`
    with here as (select * from (${here}) order by day, last, id limit ${limit} offset ${offset})
    select linked.id, body from here cross join linked using (number)
    order by here.day, here.last, here.id`.execute(db);
  return rows.map(({ id, body }) => parsed(id, () => linkedEvent.parse(JSON.parse(body))));
}

type Sql = RawBuilder<unknown>;

/** The lines that touch a period: those with some words, or else by their days in an index. */
function linesWhere({ first, last }: Period, { match, filter }: { match: string; filter: Sql }): Sql {
  const columns = sql`number, id, day, last`;
  if (match !== '')
    return sql`select ${columns} from (
        select rowid as number from calendar_words where calendar_words match ${match}
        order by rowid desc limit ${MOST_LOOKED_AT}
      ) as found cross join calendar_line using (number)
      where last >= ${first} and first <= ${last} and ${filter} limit ${MOST_LOOKED_AT + 1}`;
  // Those that begin within the period by their first day; those that began before it and reach into it by their last.
  return sql`
    select ${columns} from calendar_line where last > first and last >= ${first} and first < ${first} and ${filter}
    union all
    select ${columns} from calendar_line where first between ${first} and ${last} and ${filter}
    limit ${MOST_LOOKED_AT + 1}`;
}

const deedOf = ({ kind }: CalendarFilter): Sql =>
  kind === undefined ? sql`true` : sql`deed = ${kind === 'deed' ? 1 : 0}`;

function filterOf(asked: CalendarFilter): Sql {
  const { status } = asked;
  return sql`${deedOf(asked)} and ${status === undefined ? sql`true` : sql`status = ${status}`}`;
}

/** What an event was: every status of its schedule, and an occasion where subscribers were told of it as one. */
function everOf(asked: CalendarFilter): Sql {
  const { kind, status } = asked;
  const told = sql`exists (select 1 from event_told where event_told.id = calendar_line.id and occasion = 1)`;
  const stood = sql`exists (
    select 1 from linked join json_each(body, '$.schedule') as step
    where linked.number = calendar_line.number and step.value ->> '$.status' = ${status}
  )`;
  return sql`${kind === 'occasion' ? sql`(deed = 0 or ${told})` : deedOf(asked)}
    and ${status === undefined ? sql`true` : sql`(status = ${status} or ${stood})`}`;
}

/** The words that are asked for, each in its column: of a place the one that stands, or any that it ever was. */
function matchOf({ words = '', who = '', place = '' }: CalendarFilter, where: 'place' | 'ever'): string {
  const columns = { what: words, who, [where]: place };
  return Object.entries(columns)
    .flatMap(([column, typed]) => termsOf(typed).map((term) => `${column} : ${ftsString(term)}`))
    .join(' AND ');
}

export async function eventLine(db: Kysely<Tables>, id: string): Promise<EventLine | null> {
  const group = await linked(db, 'event', id);
  if (group === null) return null;
  const [line] = await withLines(db, [parsed(id, () => linkedEvent.parse(group.body))]);
  return line ?? null;
}

/** Events with the lines of their reports, and all in them by the names that they have now. */
export async function withLines(db: Kysely<Tables>, told: readonly LinkedEvent[]): Promise<EventLine[]> {
  const now = await new SqliteLinks(db).whoNow(told.flatMap(whoInEvent));
  const events = told.map((event) => eventNow(event, now));
  const lines = await linesOf(
    db,
    events.flatMap(({ members }) => members.map(({ report }) => report)),
  );
  const sequences = await sequencesOf(
    db,
    events.map(({ id }) => id),
  );
  return events.map((event) => ({
    event,
    // What was linked by a version that told nothing yet has the number that it will be told with first.
    sequence: sequences.get(event.id) ?? Math.max(0, event.schedule.length - 1),
    reports: [...new Set(event.members.map(({ report }) => report))].flatMap((own) => lines.get(own) ?? []),
  }));
}

/** The first and last day of all that is in the calendar; null where nothing is. */
export async function calendarSpan(db: Kysely<Tables>): Promise<Period | null> {
  const [row] = (
    await sql<{ first: string | null; last: string | null }>`
      select (select min(first) from linked where kind = 'event' and first <> '') as first, max(
        (select max(first) from linked where kind = 'event' and first <> ''),
        coalesce((select max(last) from linked where kind = 'event' and first <> '' and last > first), '')
      ) as last`.execute(db)
  ).rows;
  return row?.first == null || row.last === null ? null : { first: row.first, last: row.last };
}
