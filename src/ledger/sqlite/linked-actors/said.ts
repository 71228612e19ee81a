import { type Kysely, sql } from 'kysely';
import type { FoundSaid, SaidSearch } from '../../linked-actors.ts';
import { ftsString } from '../../search/query.ts';
import { foundAmong } from '../among.ts';
import { rowsOf } from '../find.ts';
import { utterancesWith } from '../links/ask.ts';
import { matchFor } from '../matching.ts';
import { withReports } from '../read.ts';
import type { Tables } from '../tables.ts';
import { isMember, latestReports, type Own, ownOf } from './own.ts';

/** So many latest statements are gathered to tell each thing once; of more it is told that there are more. */
const MOST = 1000;
/** So few statements are looked through one by one; of more the index of words is asked for the speaker's names too. */
const FEW = 200;

/** A statement's number, and what puts it in order. */
export interface Placed {
  readonly number: number;
  readonly day: string;
  readonly report: number;
  readonly place: number;
}

export async function saidOnce(
  db: Kysely<Tables>,
  id: string,
  { limit, offset, ...search }: SaidSearch,
): Promise<FoundSaid> {
  const own = await ownOf(db, id);
  if (own === null) return { total: 0, isMore: false, said: [] };
  const found = await spoken(db, own, matchFor(search));
  const firsts = await toldFirst(db, found.slice(0, MOST));
  const here = firsts.slice(offset, offset + limit);
  const statements = await withReports(
    db,
    await rowsOf(
      db,
      here.map(({ number }) => number),
    ),
  );
  const utterances = await utterancesWith(
    db,
    statements.map(({ statement }) => statement.id),
  );
  const byStatement = new Map(
    utterances.flatMap((one) => one.renditions.map(({ statement }) => [statement, one])),
  );
  return {
    total: firsts.length,
    isMore: found.length > MOST,
    said: statements.map((first) => ({ first, utterance: byStatement.get(first.statement.id) ?? null })),
  };
}

/** Its statements that an expression finds, published last first; where there are more than the most, one more than that. */
async function spoken(db: Kysely<Tables>, own: Own, match: string | null): Promise<readonly Placed[]> {
  if (match !== null && own.statements > FEW) return await spokenByName(db, own, match);
  const latest = await latestStatements(db, own, MOST + 1);
  if (match === null) return latest;
  const numbers = latest.map(({ number }) => number);
  const found = new Set(numbers.length === 0 ? [] : await foundAmong(db, numbers, match));
  return latest.filter(({ number }) => found.has(number));
}

/** The latest statements of an actor, said and shown. */
export async function latestStatements(
  db: Kysely<Tables>,
  own: Own,
  limit: number,
): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`
    with latest as (${latestReports(own, { limit, isSpeaking: true })})
    select statement.number, latest.day, latest.report, statement.place from latest
    cross join statement on statement.speaker = latest.id and statement.report = latest.report
    where statement.speaker <> '' and statement.mode <> 'held'
    order by latest.day desc, latest.report desc, statement.place limit ${limit}`.execute(db);
  return rows;
}

/** Of an actor that says much: the index of words is asked for its names too. */
async function spokenByName(db: Kysely<Tables>, own: Own, match: string): Promise<readonly Placed[]> {
  const named = `({speaker} : (${own.names.map(ftsString).join(' OR ')})) AND (${match})`;
  const { rows } = await sql<Placed>`
    with found as (
      select statement.number, statement.report, statement.place, statement.speaker from statement_words
      cross join statement on statement.number = statement_words.rowid
      where statement_words match ${named}
      and statement.speaker in (select value from json_each(${JSON.stringify(own.ids)}))
      and ${isMember(own.linked, sql`statement.report`, sql`statement.speaker`)}
      order by statement_words.rowid desc limit ${MOST + 1}
    )
    select found.number, found.report, found.place, min(actor.day) as day from found
    cross join actor on actor.report = found.report and actor.id = found.speaker group by found.number
    order by day desc, found.report desc, found.place`.execute(db);
  return rows;
}

/** Of what renders one utterance the statement that tells it first, told last first. */
async function toldFirst(db: Kysely<Tables>, found: readonly Placed[]): Promise<readonly Placed[]> {
  const { rows } = await sql<{ number: number; linked: number }>`
    select statement.number, link_unit.linked
    from json_each(${JSON.stringify(found.map(({ number }) => number))}) as asked
    cross join statement on statement.number = asked.value
    cross join link_member on link_member.id = statement.id and link_member.report = statement.report
    cross join link_unit on link_unit.number = link_member.unit and link_unit.kind = 'utterance'
    where link_unit.linked is not null`.execute(db);
  const utterances = new Map(rows.map(({ number, linked }) => [number, `utterance ${linked}`]));
  const told = Map.groupBy(found, ({ number }) => utterances.get(number) ?? `statement ${number}`);
  return [...told.values()]
    .flatMap((same) => same.toSorted((a, b) => -byNewest(a, b) || a.place - b.place).slice(0, 1))
    .toSorted((a, b) => byNewest(a, b) || a.place - b.place);
}

const byNewest = (a: Placed, b: Placed) =>
  (a.day < b.day ? 1 : a.day > b.day ? -1 : 0) || b.report - a.report;
