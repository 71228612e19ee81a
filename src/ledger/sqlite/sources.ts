import { type Kysely, sql } from 'kysely';
import type { Utterance } from '../../record/index.ts';
import type { OutletLine, Precedence, RootKind, RootLine, Source, TakenLine } from '../sources.ts';
import { utterancesWith } from './links/ask.ts';
import type { Tables } from './tables.ts';

/** Outlets and roots that are told of one name. */
const MOST_TOLD = 50;
const KINDS = ['medium', 'body', 'speaker'] as const satisfies RootKind[];

interface Part {
  readonly limit: number;
  readonly offset: number;
}

export async function roots(
  db: Kysely<Tables>,
  { kind, limit, offset }: Part & { kind: RootKind },
): Promise<{ roots: RootLine[]; isMore: boolean }> {
  const { rows } = await sql<RootLine>`
    select kind, root, utterances, statements, outlets from root_sum where kind = ${kind}
    order by statements desc, root limit ${limit + 1} offset ${offset}`.execute(db);
  return { roots: rows.slice(0, limit), isMore: rows.length > limit };
}

export async function outlets(
  db: Kysely<Tables>,
  { limit, offset }: Part,
): Promise<{ outlets: OutletLine[]; isMore: boolean }> {
  const { rows } = await sql<OutletRow>`
    select * from outlet_sum order by reports desc, outlet limit ${limit + 1} offset ${offset}`.execute(db);
  return { outlets: rows.slice(0, limit).map(known), isMore: rows.length > limit };
}

export async function takings(
  db: Kysely<Tables>,
  asked: { kind: RootKind; roots: readonly string[]; outlets: readonly string[] },
): Promise<TakenLine[]> {
  const { rows } = await sql<TakenRow>`
    select taken.* from json_each(${JSON.stringify(asked.roots)}) as one
    cross join json_each(${JSON.stringify(asked.outlets)}) as other
    cross join taken on taken.kind = ${asked.kind} and taken.root = one.value and taken.outlet = other.value`.execute(
    db,
  );
  return rows.map(known);
}

export async function source(db: Kysely<Tables>, name: string): Promise<Source | null> {
  if (name === '') return null;
  const own = await sql<OutletRow>`select * from outlet_sum where outlet = ${name}`.execute(db);
  const asRoot = await sql<RootLine>`
    select kind, root, utterances, statements, outlets from root_sum
    where kind in (select value from json_each(${JSON.stringify(KINDS)})) and root = ${name}
    order by statements desc, kind`.execute(db);
  const [outlet] = own.rows;
  if (outlet === undefined && asRoot.rows.length === 0) return null;
  const takes = await most(db, (kind) =>
    kind === 'speaker' ? null : sql`outlet = ${name} and kind = ${kind} and root <> ${name}`,
  );
  const takers = await most(db, (kind) => sql`kind = ${kind} and root = ${name} and outlet <> ${name}`);
  return { name, outlet: outlet === undefined ? null : known(outlet), roots: asRoot.rows, takes, takers };
}

/** What outlets have of roots, of each kind that is asked for by itself: so an index gives them in their order. */
async function most(
  db: Kysely<Tables>,
  of: (kind: RootKind) => ReturnType<typeof sql> | null,
): Promise<TakenLine[]> {
  const found: TakenRow[] = [];
  for (const kind of KINDS) {
    const wanted = of(kind);
    if (wanted === null) continue;
    const { rows } = await sql<TakenRow>`
      select * from taken where ${wanted} order by utterances desc limit ${MOST_TOLD}`.execute(db);
    found.push(...rows);
  }
  return found
    .toSorted((a, b) => b.utterances - a.utterances)
    .slice(0, MOST_TOLD)
    .map(known);
}

export async function toldBy(
  db: Kysely<Tables>,
  { outlet, stood, limit, offset }: Part & { outlet: string; stood: Precedence },
): Promise<{ utterances: Utterance[]; isMore: boolean }> {
  const { rows } = await sql<{ id: string }>`
    select linked.id from told cross join linked on linked.number = told.linked
    where outlet = ${outlet} and stood = ${stood} order by told.linked desc limit ${limit + 1} offset ${offset}`.execute(
    db,
  );
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const byId = new Map((await utterancesWith(db, ids)).map((one) => [String(one.id), one]));
  return { utterances: ids.flatMap((id) => byId.get(id) ?? []), isMore: rows.length > limit };
}

/** As the tables have them: an outlet that is not known is ''. */
type OutletRow = Omit<OutletLine, 'outlet'> & { readonly outlet: string };
type TakenRow = Omit<TakenLine, 'outlet'> & { readonly outlet: string };

const known = <Row extends { readonly outlet: string }>({ outlet, ...row }: Row) => ({
  ...row,
  outlet: outlet === '' ? null : outlet,
});
