import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { office, reportId } from '../../../record/index.ts';
import type { OfficeTold, ReportNaming } from '../../linked-actors.ts';
import type { PagePart } from '../../links.ts';
import { linesByNumber } from '../read.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { latestReports, ownOf } from './own.ts';

const offices = z.array(office);

export async function officesOf(
  db: Kysely<Tables>,
  id: string,
  reports: number,
): Promise<readonly OfficeTold[]> {
  const own = await ownOf(db, id);
  if (own === null) return [];
  const { rows } = await sql<{
    id: string;
    outlet: string | null;
    published: string | null;
    offices: string;
  }>`
    with latest as (${latestReports(own, { limit: reports })})
    select report.id, report.outlet, report.published, actor.body -> '$.offices' as offices from latest
    cross join actor on actor.report = latest.report and actor.id = latest.id and actor.body -> '$.offices' <> '[]'
    cross join report on report.number = latest.report
    order by latest.day, latest.report`.execute(db);
  return rows.flatMap(({ offices: told, ...report }) =>
    parsed(report.id, () => offices.parse(JSON.parse(told))).map(({ title, of, span }) => ({
      title,
      of,
      span,
      report: { ...report, id: parsed(report.id, () => reportId.parse(report.id)) },
    })),
  );
}

export async function reportsNaming(
  db: Kysely<Tables>,
  id: string,
  page: PagePart,
): Promise<readonly ReportNaming[]> {
  const own = await ownOf(db, id);
  if (own === null) return [];
  const { rows } = await sql<{ report: number; statements: number; mentions: number }>`
    with latest as (${latestReports(own, page)})
    select latest.report, latest.statements, json_array_length(body, '$.mentions') as mentions from latest
    cross join actor on actor.report = latest.report and actor.id = latest.id
    order by latest.day desc, latest.report desc`.execute(db);
  const lines = await linesByNumber(
    db,
    rows.map(({ report }) => report),
  );
  return rows.flatMap(({ report: number, ...counts }) => {
    const report = lines.get(number);
    return report === undefined ? [] : [{ report, ...counts }];
  });
}
