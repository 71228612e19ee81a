import { type Kysely, sql } from 'kysely';
import {
  type ActorBody,
  decisionId,
  type LinkGroup,
  type LinkIndex,
  type LinkKind,
  type LinkMember,
  linkedActorId,
  MOST_OF_A_KEY,
  type NewLinkMember,
  type PairLink,
  type Person,
  type Placed,
  type ReportId,
  reportId,
  type Sharing,
} from '../../../record/index.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { dropUnits } from './forget.ts';
import { keyNumber } from './key-number.ts';

/** The index of links in an open transaction. */
export class SqliteLinks implements LinkIndex {
  private readonly trx: Kysely<Tables>;

  constructor(trx: Kysely<Tables>) {
    this.trx = trx;
  }

  async keep(report: ReportId, kept: string): Promise<void> {
    await sql`insert or replace into link_report (report, kept)
      select number, ${kept} from report where id = ${report}`.execute(this.trx);
  }

  async keptOf(reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, string>> {
    const { rows } = await sql<{ id: string; kept: string }>`
      select report.id, kept from json_each(${JSON.stringify(reports)}) as asked
      cross join report on report.id = asked.value
      cross join link_report on link_report.report = report.number`.execute(this.trx);
    return new Map(rows.map(({ id, kept }) => [parsed(id, () => reportId.parse(id)), kept]));
  }

  async put(kind: LinkKind, members: readonly NewLinkMember[]): Promise<void> {
    for (const { unit, id, report, keys, alias, kept } of members) {
      const number = await this.numberOf(kind, unit);
      await sql`insert or ignore into link_member (report, unit, id, alias)
        select number, ${number}, ${id}, ${alias} from report where id = ${report}`.execute(this.trx);
      await sql`insert or replace into link_kept (unit, report, id, kept)
        select ${number}, number, ${id}, ${kept} from report where id = ${report}`.execute(this.trx);
      const numbers = JSON.stringify(keys.map((key) => keyNumber(kind, key)));
      await sql`insert or ignore into link_key (key, unit)
        select value, ${number} from json_each(${numbers})`.execute(this.trx);
    }
  }

  async sharing(kind: LinkKind, keys: readonly string[], most: Sharing): Promise<readonly LinkMember[]> {
    const numbers = JSON.stringify(keys.map((key) => keyNumber(kind, key)));
    const { rows } = await sql<MemberRow>`
      with asked as (
        select unit.value as unit, count(*) as keys from json_each(${numbers}) as key
        cross join json_each((select json_group_array(unit) from (
          select unit from link_key where link_key.key = key.value order by unit desc limit ${MOST_OF_A_KEY}
        ))) as unit
        group by unit.value order by keys desc, unit desc limit ${most.units}
      )
      select link_unit.unit, link_member.id, alias, kept, report.id as report from asked
      cross join json_each((select json_group_array(report) from (
        select report from link_member where link_member.unit = asked.unit order by report desc limit ${most.members}
      ))) as latest
      cross join link_member on link_member.unit = asked.unit and link_member.report = latest.value
      cross join link_kept on link_kept.unit = asked.unit and link_kept.report = latest.value
        and link_kept.id = link_member.id
      cross join link_unit on link_unit.number = asked.unit
      cross join report on report.number = latest.value
      order by keys desc, asked.unit desc, link_member.report`.execute(this.trx);
    return rows.map(toMember);
  }

  async membersOf(kind: LinkKind, units: readonly string[]): Promise<readonly LinkMember[]> {
    const { rows } = await sql<MemberRow>`
      select link_unit.unit, link_member.id, alias, kept, report.id as report
      from json_each(${JSON.stringify(units)}) as asked
      cross join link_unit on link_unit.kind = ${kind} and link_unit.unit = asked.value
      cross join link_member on link_member.unit = link_unit.number
      cross join link_kept on link_kept.unit = link_unit.number and link_kept.report = link_member.report
        and link_kept.id = link_member.id
      cross join report on report.number = link_member.report
      order by link_member.report`.execute(this.trx);
    return rows.map(toMember);
  }

  async membersIn(kind: LinkKind, reports: readonly ReportId[]): Promise<readonly LinkMember[]> {
    const { rows } = await sql<MemberRow>`
      select link_unit.unit, link_member.id, alias, kept, report.id as report
      from json_each(${JSON.stringify(reports)}) as asked
      cross join report on report.id = asked.value
      cross join link_member on link_member.report = report.number
      cross join link_unit on link_unit.number = link_member.unit and link_unit.kind = ${kind}
      cross join link_kept on link_kept.unit = link_unit.number and link_kept.report = report.number
        and link_kept.id = link_member.id`.execute(this.trx);
    return rows.map(toMember);
  }

  async pairsOf(kind: LinkKind, units: readonly string[], least: number): Promise<readonly PairLink[]> {
    const { rows } = await sql<PairLink>`
      with asked as (
        select number from json_each(${JSON.stringify(units)}) as asked
        cross join link_unit on link_unit.kind = ${kind} and link_unit.unit = asked.value
      ), told as (
        select a, b, rule, score from asked cross join link_pair on a = asked.number and score >= ${least} union
        select a, b, rule, score from asked cross join link_pair on b = asked.number and score >= ${least}
      )
      select one.unit as a, other.unit as b, rule, score from told
      cross join link_unit as one on one.number = told.a
      cross join link_unit as other on other.number = told.b
      order by 1, 2`.execute(this.trx);
    return rows;
  }

  async putPairs(kind: LinkKind, pairs: readonly PairLink[]): Promise<boolean> {
    if (pairs.length === 0) return false;
    const told = pairs.map(({ a, b, rule, score }) => [a, b, rule, score]);
    const { numAffectedRows } = await sql`
      insert into link_pair select one.number, other.number, pair.value ->> 2, pair.value ->> 3
      from json_each(${JSON.stringify(told)}) as pair
      cross join link_unit as one on one.kind = ${kind} and one.unit = pair.value ->> 0
      cross join link_unit as other on other.kind = ${kind} and other.unit = pair.value ->> 1
      where true
      on conflict do update set rule = excluded.rule, score = excluded.score where excluded.score > score`.execute(
      this.trx,
    );
    return (numAffectedRows ?? 0n) > 0n;
  }

  async groupsOf(kind: LinkKind, units: readonly string[]): Promise<readonly LinkGroup[]> {
    const { rows } = await sql<GroupRow>`
      with asked as (
        select distinct linked from json_each(${JSON.stringify(units)}) as asked
        cross join link_unit on link_unit.kind = ${kind} and link_unit.unit = asked.value
      )
      select id, name, names, first, last, body,
        (select json_group_array(unit) from link_unit where link_unit.linked = linked.number) as units
      from asked cross join linked on linked.number = asked.linked order by id`.execute(this.trx);
    return rows.map(toGroup);
  }

  async replace(kind: LinkKind, units: readonly string[], groups: readonly LinkGroup[]): Promise<void> {
    const before = await this.rowsOf(kind, units);
    const after = groups.map((group) => ({ group, written: writtenGroup(group) }));
    // Most of what is told again is as it was.
    const same = new Set(before.map(({ written }) => written)).intersection(
      new Set(after.map(({ written }) => written)),
    );
    for (const { number, names, written } of before) {
      if (same.has(written)) continue;
      await sql`update link_unit set linked = null where linked = ${number}`.execute(this.trx);
      await sql`insert into linked_names (linked_names, rowid, names) values ('delete', ${number}, ${names})`.execute(
        this.trx,
      );
      await sql`delete from linked where number = ${number}`.execute(this.trx);
    }
    for (const { group, written } of after) if (!same.has(written)) await this.putGroup(kind, group);
  }

  /** The groups that units are in, as they are written. */
  private async rowsOf(kind: LinkKind, units: readonly string[]) {
    const { rows } = await sql<GroupRow & { number: number }>`
      with asked as (
        select distinct linked from json_each(${JSON.stringify(units)}) as asked
        cross join link_unit on link_unit.kind = ${kind} and link_unit.unit = asked.value
      )
      select number, id, name, names, first, last, body,
        (select json_group_array(unit) from link_unit where link_unit.linked = linked.number) as units
      from asked cross join linked on linked.number = asked.linked`.execute(this.trx);
    return rows.map((row) => ({
      number: row.number,
      names: row.names,
      written: writtenRow({ ...row, units: JSON.parse(row.units) as string[] }),
    }));
  }

  private async putGroup(kind: LinkKind, group: LinkGroup): Promise<void> {
    const { id, name, names, units, first, last, body } = group;
    const row = await sql<{ number: number }>`
      insert into linked (id, kind, name, names, first, last, body)
      values (${id}, ${kind}, ${name}, ${names}, ${first}, ${last}, ${JSON.stringify(body)}) returning number`.execute(
      this.trx,
    );
    const number = row.rows[0]?.number ?? 0;
    await sql`insert into linked_names (rowid, names) values (${number}, ${names})`.execute(this.trx);
    await sql`update link_unit set linked = ${number} where kind = ${kind}
      and unit in (select value from json_each(${JSON.stringify(units)}))`.execute(this.trx);
  }

  async drop(kind: LinkKind, units: readonly string[]): Promise<void> {
    const { rows } = await sql<{ number: number }>`
      select number from json_each(${JSON.stringify(units)}) as asked
      cross join link_unit on link_unit.kind = ${kind} and link_unit.unit = asked.value`.execute(this.trx);
    await dropUnits(
      this.trx,
      rows.map(({ number }) => number),
    );
  }

  async putPlaced(kind: LinkKind, report: ReportId, placed: readonly Placed[]): Promise<void> {
    await sql`delete from link_placed where kind = ${kind}
      and report = (select number from report where id = ${report})`.execute(this.trx);
    for (const { decision, place, unit } of placed)
      await sql`insert into link_placed (decision, place, kind, unit, report)
        select ${decision}, ${place}, ${kind}, ${unit}, number from report where id = ${report}`.execute(
        this.trx,
      );
  }

  async placedOf(kind: LinkKind, units: readonly string[]): Promise<readonly Placed[]> {
    const { rows } = await sql<PlacedRow>`
      with asked as (
        select distinct decision from json_each(${JSON.stringify(units)}) as asked
        cross join link_placed on link_placed.kind = ${kind} and link_placed.unit = asked.value
      )
      select decision, place, unit, report.id as report from asked cross join link_placed using (decision)
      cross join report on report.number = link_placed.report order by decision, place`.execute(this.trx);
    return rows.map(toPlaced);
  }

  async whoNow(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const { rows } = await sql<PersonRow & { alias: string }>`
      select alias, linked.id, linked.name, linked.body from json_each(${JSON.stringify(ids)}) as asked
      cross join link_member on link_member.alias = asked.value
      cross join link_unit on link_unit.number = link_member.unit and link_unit.kind = 'actor'
      cross join linked on linked.number = link_unit.linked`.execute(this.trx);
    return new Map(rows.map(({ alias, ...row }) => [alias, toPerson(row)]));
  }

  async persons(reports: readonly ReportId[]): Promise<ReadonlyMap<string, Person>> {
    const { rows } = await sql<PersonRow & { report: string; actor: string }>`
      select report.id as report, link_member.id as actor, linked.id, linked.name, linked.body
      from json_each(${JSON.stringify(reports)}) as asked
      cross join report on report.id = asked.value
      cross join link_member on link_member.report = report.number
      cross join link_unit on link_unit.number = link_member.unit and link_unit.kind = 'actor'
      cross join linked on linked.number = link_unit.linked`.execute(this.trx);
    return new Map(rows.map(({ report, actor, ...row }) => [`${report} ${actor}`, toPerson(row)]));
  }

  private async numberOf(kind: LinkKind, unit: string): Promise<number> {
    const find = () =>
      this.trx
        .selectFrom('link_unit')
        .select('number')
        .where('kind', '=', kind)
        .where('unit', '=', unit)
        .executeTakeFirst();
    const known = await find();
    if (known !== undefined) return known.number;
    const made = await this.trx
      .insertInto('link_unit')
      .values({ kind, unit, linked: null })
      .returning('number')
      .executeTakeFirstOrThrow();
    return made.number;
  }
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly body: string;
}

const toPerson = ({ id, name, body }: PersonRow): Person =>
  parsed(id, () => ({ id: linkedActorId.parse(id), name, kind: (JSON.parse(body) as ActorBody).kind }));

interface MemberRow {
  readonly unit: string;
  readonly id: string;
  readonly alias: string;
  readonly kept: string;
  readonly report: string;
}

const toMember = ({ unit, id, alias, kept, report }: MemberRow): LinkMember => ({
  unit,
  id,
  alias,
  kept,
  report: parsed(id, () => reportId.parse(report)),
});

interface PlacedRow {
  readonly decision: string;
  readonly place: number;
  readonly unit: string;
  readonly report: string;
}

const toPlaced = ({ decision, place, unit, report }: PlacedRow): Placed =>
  parsed(decision, () => ({
    decision: decisionId.parse(decision),
    place,
    unit,
    report: reportId.parse(report),
  }));

interface GroupRow extends Omit<LinkGroup, 'units' | 'body'> {
  readonly units: string;
  readonly body: string;
}

/** A group in one text, by which two are told to be the same. */
const writtenRow = ({
  id,
  name,
  names,
  first,
  last,
  body,
  units,
}: Omit<GroupRow, 'units'> & { units: readonly string[] }) =>
  JSON.stringify([id, name, names, first, last, body, units.toSorted()]);

const writtenGroup = (group: LinkGroup) => writtenRow({ ...group, body: JSON.stringify(group.body) });

export const toGroup = ({ id, name, names, first, last, body, units }: GroupRow): LinkGroup =>
  parsed(id, () => ({
    id,
    name,
    names,
    first,
    last,
    units: (JSON.parse(units) as string[]).toSorted(),
    body: JSON.parse(body) as unknown,
  }));
