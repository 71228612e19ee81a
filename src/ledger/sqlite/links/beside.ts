import { type Kysely, sql } from 'kysely';
import {
  type Difference,
  flagOf,
  type LinkedFlag,
  linkedEvent,
  type ReportId,
  type Utterance,
  utterance,
} from '../../../record/index.ts';
import type { AlsoTelling, SharedEvent } from '../../beside.ts';
import { linesByNumber } from '../read.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { kin } from './kin.ts';

/** Of one report so many utterances and events are looked at, and of each so many that are one with it, the latest first. */
const MOST_GROUPS = 120;
const MOST_OF_A_GROUP = 40;

/** A report by its number, with the numbers of the linked events that it shares as JSON. */
interface SharingRow {
  readonly number: number;
  readonly statements: number;
  readonly events: string;
}

/** Reports that render the same utterances, tell of the same events or are kin; of several versions the latest stands for all. */
export async function alsoTelling(
  db: Kysely<Tables>,
  report: ReportId,
  limit: number,
): Promise<readonly AlsoTelling[]> {
  const { rows } = await sql<SharingRow>`
    with own as (select number, lineage from report where id = ${report}),
    shared as (
      select distinct link_unit.kind, link_unit.linked from own
      cross join link_member on link_member.report = own.number
      cross join link_unit on link_unit.number = link_member.unit
        and link_unit.kind in ('utterance', 'event') and link_unit.linked is not null
      limit ${MOST_GROUPS}
    ), told as (
      select shared.kind, shared.linked, other.value as number from shared
      cross join json_each((select json_group_array(report) from (
        select link_member.report from link_unit cross join link_member on link_member.unit = link_unit.number
        where link_unit.linked = shared.linked order by link_unit.number desc limit ${MOST_OF_A_GROUP}
      ))) as other
    )
    select max(report.number) as number,
      count(distinct iif(told.kind = 'utterance', told.linked, null)) as statements,
      json_group_array(distinct told.linked) filter (where told.kind = 'event') as events
    from told cross join own cross join report on report.number = told.number and report.lineage <> own.lineage
    group by report.lineage order by count(distinct told.linked) desc, number desc limit ${limit}`.execute(
    db,
  );
  const kinships = new Map((await kin(db, report)).map((one) => [one.report.id as string, one]));
  const lines = await linesByNumber(
    db,
    rows.map(({ number }) => number),
  );
  const numbers = (row: SharingRow) => JSON.parse(row.events) as number[];
  const events = await eventsOf(db, [...new Set(rows.flatMap(numbers))]);
  const found = rows.flatMap((row): AlsoTelling[] => {
    const line = lines.get(row.number);
    if (line === undefined) return [];
    const own = numbers(row).flatMap((number) => events.get(number) ?? []);
    return [
      { report: line, statements: row.statements, events: own, kin: kinships.get(line.id)?.how ?? null },
    ];
  });
  const known = new Set(found.map((one) => one.report.id));
  const others = [...kinships.values()].filter((one) => !known.has(one.report.id));
  return [
    ...found,
    ...others.map(({ how, report: line }) => ({ report: line, statements: 0, events: [], kin: how })),
  ].slice(0, limit);
}

/** What is told of some linked events, by their numbers. */
async function eventsOf(
  db: Kysely<Tables>,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, SharedEvent>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('linked')
    .select(['number', 'id', 'body'])
    .where('number', 'in', numbers)
    .execute();
  return new Map(
    rows.map(({ number, id: name, body }) => {
      const { id, what, when } = parsed(name, () => linkedEvent.parse(JSON.parse(body)));
      return [number, { id, what, when }];
    }),
  );
}

interface DifferenceRow {
  readonly id: string;
  readonly body: string;
  readonly place: number;
}

/** The differences of utterances that stand in a report, as flags on it. */
export async function linkedFlagsOf(
  db: Kysely<Tables>,
  report: ReportId,
  limit: number,
): Promise<readonly LinkedFlag[]> {
  const { rows } = await sql<DifferenceRow>`
    select linked.id, linked.body, link_flag.place from report
    cross join link_flag on link_flag.report = report.number
    cross join linked on linked.number = link_flag.linked
    where report.id = ${report} order by link_flag.linked, link_flag.place limit ${limit}`.execute(db);
  const told = rows.flatMap(({ id, body, place }): { whole: Utterance; difference: Difference }[] => {
    const whole = parsed(id, () => utterance.parse(JSON.parse(body)));
    const difference = whole.differences[place];
    return difference === undefined ? [] : [{ whole, difference }];
  });
  return told.map(({ whole, difference }) =>
    flagOf(whole, difference, outletIn(whole, difference.against.report)),
  );
}

const outletIn = ({ renditions }: Utterance, report: ReportId): string | null =>
  renditions.find((one) => one.report === report)?.outlet ?? null;
