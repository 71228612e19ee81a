import { type Kysely, sql } from 'kysely';
import type { Coming, Wanted } from '../alerts.ts';
import type { FoundStatement } from '../found-statement.ts';
import { linked } from './links/ask.ts';
import { matchFor } from './matching.ts';
import { withReports } from './read.ts';
import type { Tables } from './tables.ts';

/**
 * New statements of some reports that are said or shown, in the order of the reports. What stood in an earlier version of
 * the same report, in the same words of the same source or speaker, is not new.
 */
export async function broughtBy(
  db: Kysely<Tables>,
  { after, to }: Coming,
  { search, actor, among }: Wanted,
): Promise<FoundStatement[]> {
  const match = matchFor({ ...search, words: search.words ?? '' });
  const group = actor === null ? null : ((await linked(db, 'actor', actor))?.id ?? '');
  if (match === null && group === null && among === null) return [];
  const within = sql`statement.report > ${after} and statement.report <= ${to}`;
  const { rows } = await sql<{
    id: string;
    report: number;
    body: string;
    now: string | null;
    decided: string | null;
  }>`
    with found as (${candidates(match, { after, to })})
    select statement.id, statement.report, statement.body, statement.now, statement.decided
    from found cross join statement on statement.number = found.number
    where ${within} and mode <> 'held'
    and ${among === null ? sql`true` : sql`statement.id in (select value from json_each(${JSON.stringify(among)}))`}
    and ${group === null ? sql`true` : saidBy(group)}
    and not exists (
      select 1 from report as own join report as former on former.lineage = own.lineage and former.number < own.number
      join statement as told on told.report = former.number and told.content = statement.content
      where own.number = statement.report
      and (told.source = statement.source or (told.speaker <> '' and told.speaker = statement.speaker))
    )
    order by statement.report, statement.place`.execute(db);
  return await withReports(db, rows);
}

/**
 * The statements among which is looked, by number. The index of words is asked between the lowest and the highest number
 * alone that the reports have: a statement that was found again has a later number than its report's place tells.
 */
function candidates(match: string | null, { after, to }: Coming) {
  const own = sql`from statement where report > ${after} and report <= ${to}`;
  return match === null
    ? sql`select number ${own}`
    : sql`select rowid as number from statement_words where statement_words match ${match}
        and rowid between (select min(number) ${own}) and (select max(number) ${own})`;
}

/** Whether the speaker is one of the actors that are this one over all reports. */
const saidBy = (group: string) => sql`exists (
    select 1 from link_member
    join link_unit on link_unit.number = link_member.unit and link_unit.kind = 'actor'
    join linked on linked.number = link_unit.linked and linked.id = ${group}
    where link_member.report = statement.report and link_member.id = statement.speaker
  )`;
