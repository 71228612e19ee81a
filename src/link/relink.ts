import type { JoinedKind, LinkGroup, LinkKind, PairLink, Sharing } from '../record/index.ts';
import { closureOf } from './closure.ts';
import { placeDecisions } from './decided/index.ts';
import { linkedId } from './ids.ts';
import { type Joined, join } from './joining.ts';
import { type Member, writtenMember } from './kept.ts';
import type { OfReport } from './of-report.ts';
import type { Given } from './store.ts';
import type { Taken } from './taken.ts';

/** How members of one kind are found again and compared. */
export interface Comparing<Own extends { readonly report: OfReport }> {
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
export interface Joinable<Own extends { readonly report: OfReport }> extends Comparing<Own> {
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
  /** The pairs of their reports: copies, and what corrects them. */
  readonly reports: readonly PairLink[];
}

/** Pairs less sure than this say no more than that there is none. */
const HARDLY = 0.02;
/** With so many each member is compared: those that share most of its keys. */
const COMPARED: Sharing = { units: 24, members: 1 };

/**
 * Puts the members of a report into the index, and compares each with those of its report and with those of others that share
 * keys with it. Gives their ids.
 */
export async function takeIn<Own extends { readonly report: OfReport }>(
  taken: Taken,
  how: Comparing<Own>,
  { store, kept }: Given,
): Promise<string[]> {
  const { kind } = how;
  const report = taken.report.id;
  const members = membersIn(taken, how);
  for (const { own, alias, place } of members) {
    const id = how.idOf(own);
    const keys = [...new Set(how.keysOf(own))];
    const sharing = await store.sharing(kind, keys, COMPARED);
    // A report that is linked again finds itself.
    const elsewhere = await kept.of<Own>(sharing.filter((other) => other.report !== report));
    const pairs = await pairsOf(own, [...members.slice(0, place), ...elsewhere], how);
    await store.put(kind, [{ unit: id, id, report, keys, alias, kept: writtenMember({ own, place }) }]);
    await store.putPairs(kind, pairs);
  }
  return members.map(({ own }) => how.idOf(own));
}

/** What there is between a member and others. */
async function pairsOf<Own extends { readonly report: OfReport }>(
  own: Own,
  others: readonly Member<Own>[],
  how: Comparing<Own>,
): Promise<PairLink[]> {
  const id = how.idOf(own);
  const pairs: PairLink[] = [];
  for (const { own: other } of others) {
    const pair = id < how.idOf(other) ? await how.pair(own, other) : await how.pair(other, own);
    if (pair !== null && pair.score >= HARDLY) pairs.push(pair);
  }
  return pairs;
}

/** Takes the members of a report in and joins them, and all that hang together with them, anew. */
export async function takeInAndJoin<Own extends { readonly report: OfReport }>(
  taken: Taken,
  how: Joinable<Own>,
  given: Given,
): Promise<void> {
  const ids = await takeIn(taken, how, given);
  const own = new Set(ids);
  await placeDecisions(taken, { kind: how.kind, ...given }, (id) => (own.has(id) ? id : null));
  await regroup(ids, how, given);
}

async function regroup<Own extends { readonly report: OfReport }>(
  ids: readonly string[],
  how: Joinable<Own>,
  { store, kept, decided }: Given,
): Promise<void> {
  if (ids.length === 0) return;
  const { kind, least } = how;
  const { units, pairs, verdicts } = await closureOf(ids, { kind, least, store, decided });
  const members = await kept.of<Own>(await store.membersOf(kind, units));
  const values = new Map(members.map((member) => [how.idOf(member.own), member]));
  const valueAt = (id: string) => values.get(id) as Member<Own>;
  const at = (id: string) => valueAt(id).own;
  const joined = join([...values.keys()], {
    pairs,
    areApart: (a, b) => how.areApart(at(a), at(b)),
    areNever: (a, b) => how.areNever(at(a), at(b)),
    least,
    verdicts,
  });
  const before = await store.groupsOf(kind, [...values.keys()]);
  const changed = withoutKnown(joined, before, ids);
  const touched = changed.flatMap(({ keys }) => keys);
  const reports = [...new Set(touched.map((id) => at(id).report.id))];
  const told = { at, reports: await store.pairsOf('report', reports, 0) };
  await store.replace(
    kind,
    touched,
    changed.flatMap((group) => how.groupOf(group, { ...told, id: firstOf(group.keys.map(valueAt)) }) ?? []),
  );
}

/** Groups without those that stand as they were: of the same units, none of them of the report at hand. */
function withoutKnown(
  joined: readonly Joined[],
  before: readonly LinkGroup[],
  ids: readonly string[],
): readonly Joined[] {
  const own = new Set(ids);
  const known = new Set(before.map(({ units }) => units.toSorted().join('\n')));
  return joined.filter(
    ({ keys }) => keys.some((key) => own.has(key)) || !known.has(keys.toSorted().join('\n')),
  );
}

/** The id of a group: that of the member whose report was taken in first. */
function firstOf<Own extends { readonly report: OfReport }>(values: readonly Member<Own>[]): string {
  const [first] = values.toSorted((a, b) => a.own.report.nth - b.own.report.nth || a.place - b.place);
  return first?.alias ?? '';
}

/** The members of a report. The alias of one hangs on its words and on how many before it have the same, never on places. */
function membersIn<Own extends { readonly report: OfReport }>(
  taken: Taken,
  how: Comparing<Own>,
): readonly Member<Own>[] {
  const before = new Map<string, number>();
  return how.membersOf(taken).map((own, place) => {
    const name = how.nameOf(own);
    const nth = before.get(name) ?? 0;
    before.set(name, nth + 1);
    const alias = linkedId<string>(how.prefix, taken.report.id, name, String(nth));
    return { own, alias, place };
  });
}
