import { type Kysely, sql, type Transaction } from 'kysely';
import { type CalendarEntry, calendarEntryOf, linkedEvent } from '../../../record/index.ts';
import type { CalendarFilter, GoneEvent } from '../../calendar.ts';
import type { PagePart } from '../../links.ts';
import { termsOf } from '../../search/query.ts';
import type { Period } from '../../searching.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { linked } from './ask.ts';

/** Events in one transaction. */
const TOGETHER = 500;

interface Touched {
  readonly id: string;
  /** The event that has the id now, null where none has. */
  readonly body: string | null;
  readonly sequence: number | null;
  readonly entry: string | null;
  readonly gone: string | null;
}

/**
 * Settles what subscribers are told of the events that linking has touched, once all reports are linked: what stood for a
 * moment in between, such as while everything is linked again, is no revision. Each change of an entry raises its sequence; the
 * first is the number of revisions that its schedule has.
 */
export async function settleTold(db: Kysely<Tables>): Promise<void> {
  // Asked without the lock first: mostly nothing was touched.
  const isTouched = async () =>
    (await db.selectFrom('event_touched').select('id').limit(1).executeTakeFirst()) !== undefined;
  while (await isTouched()) await db.transaction().execute((trx) => settleSome(trx));
}

async function settleSome(trx: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<Touched>`
    select event_touched.id, linked.body, sequence, entry, gone from event_touched
    left join linked on linked.id = event_touched.id and linked.kind = 'event'
    left join event_told on event_told.id = event_touched.id
    order by event_touched.id limit ${TOGETHER}`.execute(trx);
  for (const row of rows) {
    const told = row.body === null ? null : entryIn(row.id, row.body);
    if (told !== null) await tell(trx, row, told);
    else if (row.entry !== null && row.gone === null) await tellGone(trx, row.id);
    await sql`delete from event_touched where id = ${row.id}`.execute(trx);
  }
}

function entryIn(id: string, body: string): { entry: CalendarEntry; revisions: number; who: string } | null {
  const event = parsed(id, () => linkedEvent.parse(JSON.parse(body)));
  const entry = calendarEntryOf(event);
  const who = [
    ...event.parties.map(({ name }) => name),
    ...event.schedule.flatMap(({ by }) => by?.name ?? []),
  ];
  return entry && { entry, revisions: Math.max(0, event.schedule.length - 1), who: who.join(' ') };
}

async function tell(
  trx: Transaction<Tables>,
  { id, sequence, entry: before, gone }: Touched,
  { entry, revisions, who }: { entry: CalendarEntry; revisions: number; who: string },
): Promise<void> {
  const now = JSON.stringify(entry);
  const occasion = entry.kind === 'deed' ? 0 : 1;
  if (now === before && gone === null) {
    await sql`update event_told set who = ${who} where id = ${id} and who <> ${who}`.execute(trx);
    return;
  }
  const raised = sequence === null ? revisions : Math.max(sequence + 1, revisions);
  await sql`insert into event_told (id, sequence, entry, last, occasion, who)
    values (${id}, ${raised}, ${now}, ${entry.last}, ${occasion}, ${who})
    on conflict do update set sequence = excluded.sequence, entry = excluded.entry, last = excluded.last, gone = null,
      occasion = max(occasion, excluded.occasion), who = excluded.who`.execute(trx);
}

/** The id is no event's any more: it is one with another now, or its reports tell of no date that anybody announced. */
async function tellGone(trx: Transaction<Tables>, id: string): Promise<void> {
  await sql`update event_told set sequence = sequence + 1,
    gone = coalesce((select added from report order by number desc limit 1), '') where id = ${id}`.execute(
    trx,
  );
}

/** The sequence of each event that subscribers were told of. */
export async function sequencesOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; sequence: number }>`
    select event_told.id, sequence from json_each(${JSON.stringify(ids)}) as asked
    cross join event_told on event_told.id = asked.value`.execute(db);
  return new Map(rows.map(({ id, sequence }) => [id, sequence]));
}

/** Of what is gone so many are looked at for what is asked for. */
const MOST_GONE = 1_000;

/** What subscribers were told of and is no event of its own any more, where its last day is in a period and what was told of it is what is asked for; how it stood does not count. */
export async function goneEvents(
  db: Kysely<Tables>,
  { first, last, limit, offset, ...filter }: Period & CalendarFilter & PagePart,
): Promise<readonly GoneEvent[]> {
  const { rows } = await sql<Gone>`
    select id, sequence, entry, gone, occasion, who from event_told
    where gone is not null and last between ${first} and ${last} order by last, id limit ${MOST_GONE}`.execute(
    db,
  );
  const events: GoneEvent[] = [];
  const told = rows.map((row) => ({
    ...row,
    entry: parsed(row.id, () => JSON.parse(row.entry) as CalendarEntry),
  }));
  const asked = told.filter((row) => isAskedFor(row, filter));
  for (const { id, sequence, entry, gone } of asked.slice(offset, offset + limit)) {
    const now = await linked(db, 'event', id);
    events.push({ id, sequence, at: gone, entry, now: now && { id: now.id, what: now.name } });
  }
  return events;
}

interface Gone {
  readonly id: string;
  readonly sequence: number;
  readonly entry: string;
  readonly gone: string;
  readonly occasion: number;
  readonly who: string;
}

function isAskedFor(
  { entry, occasion, who }: Pick<Gone, 'occasion' | 'who'> & { entry: CalendarEntry },
  { kind, words = '', who: asked = '', place = '' }: CalendarFilter,
): boolean {
  if (kind === 'occasion' && occasion === 0) return false;
  if (kind === 'deed' && entry.kind !== 'deed') return false;
  return holds(entry.what, words) && holds(who, asked) && (place === '' || holds(entry.place ?? '', place));
}

/** Whether a text has all that is asked for, case and accents aside. */
function holds(text: string, asked: string): boolean {
  const all = plain(text);
  return termsOf(asked).every((term) => all.includes(plain(term.replace(/\*$/u, ''))));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
