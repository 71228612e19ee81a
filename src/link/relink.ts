import type { JoinedKind, LinkGroup, LinkKind, PairLink, ReportId, Sharing } from '../record/index.ts';
import { remembered } from '../text/index.ts';
import { type Persons, personIn } from './actors/index.ts';
import { closureOf } from './closure.ts';
import { placeDecisions } from './decided/index.ts';
import { linkedId } from './ids.ts';
import { type Joined, join } from './joining.ts';
import type { Given, LinkStore } from './store.ts';
import type { Taken } from './taken.ts';

/** How members of one kind are found again and compared. */
export interface Comparing<Own extends { readonly taken: Taken }> {
  readonly kind: LinkKind;
  /** What the ids of its groups begin with. */
  readonly prefix: string;
  membersOf(taken: Taken): readonly Own[];
  idOf(own: Own): string;
  /** The words that it is told apart by from others of its report. */
  nameOf(own: Own): string;
  keysOf(own: Own): readonly string[];
  pair(a: Own, b: Own): PairLink | null | Promise<PairLink | null>;
}

/** How members of one kind are joined. */
export interface Joinable<Own extends { readonly taken: Taken }> extends Comparing<Own> {
  readonly kind: JoinedKind;
  /** Two groups are joined when they are as sure as this. */
  readonly least: number;
  areApart(a: Own, b: Own): boolean;
  /** Whether two are two even where a decision makes one of them one with something that fits the other. */
  areNever(a: Own, b: Own): boolean;
  /** What is kept of a group; null for what no list has. */
  groupOf(joined: Joined, told: Told<Own>): LinkGroup | null;
}

/** What is known of the members of a group. */
export interface Told<Own> {
  readonly id: string;
  readonly at: (id: string) => Own;
  readonly persons: Persons;
  /** The pairs of their reports: copies, and what corrects them. */
  readonly reports: readonly PairLink[];
}

/** A kind of members with what was made of each report at hand. */
export interface Stage<Own extends { readonly taken: Taken }, How extends Comparing<Own> = Joinable<Own>> {
  readonly how: How;
  readonly membersOf: (taken: Taken) => ReadonlyMap<string, Valued<Own>>;
}

/** A member as it is compared, and the id of a group that it is the first of. */
interface Valued<Own> {
  readonly own: Own;
  readonly alias: string;
  /** Its place among the members of its report. */
  readonly place: number;
}

export function stageOf<Own extends { readonly taken: Taken }, How extends Comparing<Own>>(
  how: How & Comparing<Own>,
): Stage<Own, How> {
  return { how, membersOf: remembered((taken: Taken) => valued(taken, how)) };
}

/** Pairs less sure than this say no more than that there is none. */
const HARDLY = 0.02;
/** With so many each member is compared: those that share most of its keys. */
const COMPARED: Sharing = { units: 24, members: 1 };

/**
 * Puts the members of a report into the index, and compares each with those of its report and with those of others that share
 * keys with it. Gives their ids.
 */
export async function takeIn<Own extends { readonly taken: Taken }>(
  taken: Taken,
  { how, membersOf }: Stage<Own, Comparing<Own>>,
  store: LinkStore,
): Promise<string[]> {
  const { kind } = how;
  const report = taken.record.report.id;
  const members = membersOf(taken);
  for (const [id, { own, alias, place }] of members) {
    const keys = [...new Set(how.keysOf(own))];
    const before = [...members.values()].filter((other) => other.place < place);
    const sharing = await store.sharing(kind, keys, COMPARED);
    // A report that is linked again finds itself.
    const elsewhere = sharing.filter((other) => other.report !== report);
    const found: (Valued<Own> | undefined)[] = [];
    // One after the other: a report that several of them are of is read once.
    for (const other of elsewhere) found.push(membersOf(await store.taken(other.report)).get(other.id));
    const pairs = await pairsOf(own, [...before, ...found], how);
    await store.put(kind, [{ unit: id, id, report, keys, alias }]);
    await store.putPairs(kind, pairs);
  }
  return [...members.keys()];
}

/** What there is between a member and others. */
async function pairsOf<Own extends { readonly taken: Taken }>(
  own: Own,
  others: readonly (Valued<Own> | undefined)[],
  how: Comparing<Own>,
): Promise<PairLink[]> {
  const id = how.idOf(own);
  const pairs: PairLink[] = [];
  for (const other of others) {
    if (other === undefined) continue;
    const pair = id < how.idOf(other.own) ? await how.pair(own, other.own) : await how.pair(other.own, own);
    if (pair !== null && pair.score >= HARDLY) pairs.push(pair);
  }
  return pairs;
}

/** Takes the members of a report in and joins them, and all that hang together with them, anew. */
export async function takeInAndJoin<Own extends { readonly taken: Taken }>(
  taken: Taken,
  stage: Stage<Own>,
  given: Given,
): Promise<void> {
  const ids = await takeIn(taken, stage, given.store);
  const own = new Set(ids);
  await placeDecisions(taken, { kind: stage.how.kind, ...given }, (id) => (own.has(id) ? id : null));
  await regroup(ids, stage, given);
}

async function regroup<Own extends { readonly taken: Taken }>(
  ids: readonly string[],
  { how, membersOf }: Stage<Own>,
  { store, decided }: Given,
): Promise<void> {
  if (ids.length === 0) return;
  const { kind, least } = how;
  const { units, pairs, verdicts } = await closureOf(ids, { kind, least, store, decided });
  const members = await store.membersOf(kind, units);
  const values = new Map<string, Valued<Own>>();
  for (const { report, id } of members) {
    const value = membersOf(await store.taken(report)).get(id);
    if (value === undefined) throw new Error(`expected ${id} in ${report}, found no such ${kind}`);
    values.set(id, value);
  }
  const valueAt = (id: string) => values.get(id) as Valued<Own>;
  const at = (id: string) => valueAt(id).own;
  const joined = join([...values.keys()], {
    pairs,
    areApart: (a, b) => how.areApart(at(a), at(b)),
    areNever: (a, b) => how.areNever(at(a), at(b)),
    least,
    verdicts,
  });
  const reports = [...new Set(members.map(({ report }) => report))];
  const takens = new Map([...values.values()].map(({ own: { taken } }) => [taken.record.report.id, taken]));
  const persons: Persons = {
    of: (report, actor) => personIn(takens.get(report as ReportId), actor),
  };
  const told = { at, persons, reports: await store.pairsOf('report', reports, 0) };
  await store.replace(
    kind,
    [...values.keys()],
    joined.flatMap((group) => how.groupOf(group, { ...told, id: firstOf(group.keys.map(valueAt)) }) ?? []),
  );
}

/** The id of a group: that of the member whose report was taken in first. */
function firstOf<Own extends { readonly taken: Taken }>(values: readonly Valued<Own>[]): string {
  const [first] = values.toSorted((a, b) => a.own.taken.nth - b.own.taken.nth || a.place - b.place);
  return first?.alias ?? '';
}

/** The members of a report by id. The alias of one hangs on its words and on how many before it have the same, never on places. */
function valued<Own extends { readonly taken: Taken }>(
  taken: Taken,
  how: Comparing<Own>,
): ReadonlyMap<string, Valued<Own>> {
  const before = new Map<string, number>();
  const values = how.membersOf(taken).map((own, place) => {
    const name = how.nameOf(own);
    const nth = before.get(name) ?? 0;
    before.set(name, nth + 1);
    const alias = linkedId<string>(how.prefix, taken.record.report.id, name, String(nth));
    return [how.idOf(own), { own, alias, place }] as const;
  });
  return new Map(values);
}
