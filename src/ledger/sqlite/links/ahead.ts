import { type Kysely, sql } from 'kysely';
import { type LinkedEvent, linkedEvent, periodOf } from '../../../record/index.ts';
import type { EventLine } from '../../port.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { withLines } from './calendar.ts';

/** So many are looked at of those that begin behind the day, and of those that reach over it: what was called off falls out. */
const LOOKED_AT = 100;
/** These are not ahead any more. */
const OVER: ReadonlySet<LinkedEvent['status']> = new Set(['held', 'cancelled']);

/** The next occasions as seen from a day: by the date that stands now, and behind them what lost its date. */
export async function ahead(
  db: Kysely<Tables>,
  { day, limit }: { day: string; limit: number },
): Promise<readonly EventLine[]> {
  const { rows } = await sql<{ id: string; body: string }>`
    select id, body from (
      select number from linked where kind = 'event' and first <> '' and first >= ${day} order by first limit ${LOOKED_AT}
    ) join linked using (number)
    union all
    select id, body from (
      select number from linked where kind = 'event' and first <> '' and last > first and last >= ${day} and first < ${day}
      order by last limit ${LOOKED_AT}
    ) join linked using (number)`.execute(db);
  const next = rows
    .map(({ id, body }) => parsed(id, () => linkedEvent.parse(JSON.parse(body))))
    .flatMap((event) => {
      const at = placeAhead(event, day);
      return at === null ? [] : [{ event, at }];
    })
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.event.id, b.event.id));
  return await withLines(
    db,
    next.slice(0, limit).map(({ event }) => event),
  );
}

/** Behind every date: what lost its own. */
const OPEN = 'open';

/** By what an event stands among the next: its first day, or its last where it has begun; null for what is over by that day, or what somebody does. */
function placeAhead({ kind, when, status }: LinkedEvent, day: string): string | null {
  if (kind === 'deed' || OVER.has(status)) return null;
  const period = when === null ? null : periodOf(when);
  if (period === null) return OPEN;
  if (period.first >= day) return period.first;
  return period.last >= day ? period.last : null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
