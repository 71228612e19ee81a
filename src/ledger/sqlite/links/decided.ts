import { type Kysely, sql } from 'kysely';
import type { LinkDecision, LinkKind } from '../../../record/index.ts';
import { type DecisionState, isLinkDecision, reportsOf, standing } from '../../decisions.ts';
import type { DecidedLink } from '../../links.ts';
import { decisions } from '../decisions.ts';
import type { Tables } from '../tables.ts';
import { linked } from './ask.ts';

/** Merges and splits with how each stands. */
export async function decidedLinks(
  db: Kysely<Tables>,
  group?: { readonly kind: LinkKind; readonly id: string },
): Promise<readonly DecidedLink[]> {
  const own = group === undefined ? null : await decisionsOn(db, group);
  if (own?.size === 0) return [];
  const all = await decisions(db);
  const holding = new Set(standing(all).map(({ id }) => id));
  const found: DecidedLink[] = [];
  for (const decision of all.filter(isLinkDecision)) {
    if (own !== null && !own.has(decision.id)) continue;
    const state = holding.has(decision.id) ? await stateOf(db, decision) : 'undone';
    found.push({ decision, state });
  }
  return found;
}

/** The decisions that were found to speak of members of a group. */
async function decisionsOn(
  db: Kysely<Tables>,
  { kind, id }: { readonly kind: LinkKind; readonly id: string },
): Promise<ReadonlySet<string>> {
  const group = await linked(db, kind, id);
  const { rows } = await sql<{ decision: string }>`
    select distinct decision from json_each(${JSON.stringify(group?.units ?? [])}) as asked
    cross join link_placed on link_placed.kind = ${kind} and link_placed.unit = asked.value`.execute(db);
  return new Set(rows.map(({ decision }) => decision));
}

/** How a decision that was not undone stands, by where its words were found and what is joined there. */
export async function stateOf(db: Kysely<Tables>, decision: LinkDecision): Promise<DecisionState> {
  if (await isWaiting(db, decision)) return 'waiting';
  const { rows } = await sql<{ place: number; unit: string; linked: number | null }>`
    select place, link_unit.unit, linked from link_placed join link_unit using (kind, unit)
    where decision = ${decision.id} order by place`.execute(db);
  const [one, ...others] = rows;
  const isLost = decision.kind === 'merge' ? others.length < decision.others.length : others.length === 0;
  if (one === undefined || one.place !== 0 || isLost) return 'orphaned';
  const areOne = ({ unit, linked }: (typeof rows)[number]) => unit === one.unit || linked === one.linked;
  // What no list has is in no group: then nothing says that it is joined.
  const holds =
    decision.kind === 'merge' ? others.every(areOne) : one.linked === null || !others.some(areOne);
  return holds ? 'in force' : 'overruled';
}

/** Whether a report that it speaks of is here and not linked. */
async function isWaiting(db: Kysely<Tables>, decision: LinkDecision): Promise<boolean> {
  const { rows } = await sql`
    select 1 from json_each(${JSON.stringify(reportsOf(decision))}) as asked
    cross join report on report.id = asked.value cross join analysis on analysis.report = report.number
    where not exists (select 1 from link_done where link_done.report = report.number) limit 1`.execute(db);
  return rows.length > 0;
}
