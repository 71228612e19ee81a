import { type Kysely, sql } from 'kysely';
import type { ReportId } from '../../../record/index.ts';
import type { Kin, Kinship } from '../../links.ts';
import { linesByNumber } from '../read.ts';
import type { Tables } from '../tables.ts';

interface PairRow {
  readonly other: number;
  readonly rule: string;
  readonly score: number;
  /** Whether the other was published later; of one day the id tells, as linking has it. */
  readonly isLater: 0 | 1;
}

/** What the rules of pairs of reports say of the later one, and of the earlier. */
const KINSHIPS: Readonly<Record<string, readonly [later: Kinship, earlier: Kinship]>> = {
  copied: ['copy', 'original'],
  'tells-of-a-mistake': ['correction', 'corrected'],
};

/** Reports that have to do with one as a whole, those published first before; a report corrects the likeliest one alone. */
export async function kin(db: Kysely<Tables>, report: ReportId): Promise<readonly Kin[]> {
  const own = await db.selectFrom('report').select('number').where('id', '=', report).executeTakeFirst();
  if (own === undefined) return [];
  const pairs = await pairsOf(db, own.number);
  const found: (PairRow & { how: Kinship })[] = [];
  for (const pair of pairs) {
    const how = KINSHIPS[pair.rule]?.[pair.isLater === 1 ? 0 : 1];
    if (how === undefined) continue;
    const [corrects, corrected] = pair.isLater === 1 ? [pair.other, own.number] : [own.number, pair.other];
    if (pair.rule === 'copied' || (await correctedBy(db, corrects)) === corrected)
      found.push({ ...pair, how });
  }
  const lines = await linesByNumber(
    db,
    found.map(({ other }) => other),
  );
  const all = found
    .flatMap(({ other, how, score }) => {
      const line = lines.get(other);
      return line === undefined ? [] : [{ how, score, report: line }];
    })
    .toSorted((a, b) => ((a.report.published ?? '') < (b.report.published ?? '') ? -1 : 1));
  const original = all.find(({ how }) => how === 'original');
  // Other copies of what a report is a copy of are none of it.
  return all.filter((one) => original === undefined || one === original || !COPIES.has(one.how));
}

const COPIES: ReadonlySet<Kinship> = new Set<Kinship>(['copy', 'original']);

/** The report that one corrects: of those that it may speak of the likeliest, of equals the latest. */
async function correctedBy(db: Kysely<Tables>, number: number): Promise<number | undefined> {
  const earlier = (await pairsOf(db, number)).filter(
    ({ rule, isLater }) => rule !== 'copied' && isLater === 0,
  );
  return earlier[0]?.other;
}

/** The pairs of a report with others, but for versions of itself: the surest first, of equals the latest. */
async function pairsOf(db: Kysely<Tables>, number: number): Promise<readonly PairRow[]> {
  const { rows } = await sql<PairRow>`
    with own as (
      select report.number, report.id, lineage, coalesce(published, '9999') as day, link_unit.number as unit
      from report join link_unit on link_unit.kind = 'report' and link_unit.unit = report.id
      where report.number = ${number}
    ), pair as (
      select b as unit, rule, score from own join link_pair on a = own.unit
      union all
      select a as unit, rule, score from own join link_pair on b = own.unit
    )
    select other.number as other, rule, score,
      (coalesce(other.published, '9999'), other.id) > (own.day, own.id) as isLater
    from pair cross join link_unit on link_unit.number = pair.unit
    cross join report as other on other.id = link_unit.unit cross join own
    where other.lineage <> own.lineage
    order by score desc, coalesce(other.published, '9999') desc, other.id desc`.execute(db);
  return rows;
}
