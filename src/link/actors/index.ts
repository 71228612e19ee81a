import type { ActorBody, LinkGroup, LinkMember, PairLink, ReportId, Sharing } from '../../record/index.ts';
import { closureOf } from '../closure.ts';
import { type Faces, facesOf } from '../decided/faces.ts';
import { placeDecisions } from '../decided/index.ts';
import { type Joined, join } from '../joining.ts';
import { writtenMember } from '../kept.ts';
import type { Given } from '../store.ts';
import type { Taken } from '../taken.ts';
import { fullestFirst, kindOf } from './names.ts';
import { actorKeys, isPerson, type Node, nodeKey, takenOut } from './nodes.ts';
import { actorPair, areActorsApart } from './pairs.ts';
import { actorAlias } from './persons.ts';

export { nodeKey } from './nodes.ts';
export type { Persons } from './persons.ts';

const KIND = 'actor';
const LEAST = 0.5;
/** A name is judged by so many who bear it, those that were taken in first, which no later one replaces. */
const JUDGED = 8;
/** With so many each is compared: the names that share most of its keys, by their latest reports. */
const COMPARED: Sharing = { units: 12, members: JUDGED };

/**
 * Puts the actors of a report into the index and joins them with those of others: the same one under several names, offices
 * and spellings, never two of one surname without more.
 */
export async function linkActors(taken: Taken, bare: NodesOf, given: Given): Promise<void> {
  const { store, decided } = given;
  const nodesOf = takenOut(bare, decided);
  const report = taken.record.report.id;
  const nodes = nodesOf(taken);
  const touched = await moveUnits(nodes, report, { nodesOf, given });
  const before = await store.groupsOf(
    KIND,
    nodes.map(({ unit }) => unit),
  );
  for (const node of nodes) {
    const isNews = await takeIn(node, given);
    const group = before.find(({ units }) => units.includes(node.unit));
    if (isNews || group === undefined || isCalledOtherwise(node, group)) touched.add(node.unit);
  }
  // Two that were taken for one, and stand in one report now, are two.
  for (const group of before) {
    const own = nodes.filter(({ unit }) => group.units.includes(unit));
    if (new Set(own.map(({ unit }) => unit)).size > 1) for (const { unit } of own) touched.add(unit);
  }
  const unitOf = new Map(nodes.map(({ unit, actor }) => [actor.actor as string, unit]));
  const placed = await placeDecisions(taken, { kind: KIND, decided, store }, (id) => unitOf.get(id) ?? null);
  for (const unit of placed) touched.add(unit);
  if (touched.size > 0) await regroupActors([...touched], given);
}

/**
 * Takes units whose members a decision moved to others out of the index, with all that was told of them, and those of other
 * reports in again. Gives the units that are to be joined anew: in a report that is linked again, all.
 */
async function moveUnits(
  nodes: readonly Node[],
  report: ReportId,
  { nodesOf, given }: { readonly nodesOf: NodesOf; readonly given: Given },
): Promise<Set<string>> {
  const { store } = given;
  const units = new Map(nodes.map(({ actor, unit }) => [actor.actor as string, unit]));
  const own = await store.membersIn(KIND, [report]);
  const touched = new Set(own.map(({ unit }) => unit));
  for (const { unit } of own.filter(({ id, unit }) => units.get(id) !== unit)) {
    const beside = (await store.groupsOf(KIND, [unit])).flatMap((group) => group.units);
    const others = (await store.membersOf(KIND, [unit])).filter((other) => other.report !== report);
    await store.drop(KIND, [unit]);
    touched.delete(unit);
    for (const one of beside) if (one !== unit) touched.add(one);
    for (const other of others) await takeIn(nodeIn(other, nodesOf(await store.taken(other.report))), given);
    if (others.length > 0) touched.add(unit);
  }
  return touched;
}

/** Puts an actor of a report into the index. Gives whether that tells anything new of what it may be joined with. */
async function takeIn(node: Node, { store, kept }: Given): Promise<boolean> {
  const {
    unit,
    report: { id: report },
    actor,
  } = node;
  const keys = actorKeys(node);
  const sharing = (await store.sharing(KIND, keys, COMPARED)).filter((one) => one.report !== report);
  const others = await kept.of<Node>(sharing.filter((one) => one.unit !== unit));
  const pairs = pairsWith(
    node,
    others.map(({ own }) => own),
  );
  const alias = actorAlias(report, actor.actor);
  await store.put(KIND, [
    { unit, id: actor.actor, report, keys, alias, kept: writtenMember({ own: node, place: 0 }) },
  ]);
  const isChanged = await store.putPairs(KIND, pairs);
  const isJudged = sharing.filter((one) => one.unit === unit).length === JUDGED;
  return isChanged || (pairs.length > 0 && !isJudged);
}

/** Whether a report has an actor under another name than all before, or takes it for something else. */
const isCalledOtherwise = ({ actor }: Node, { names, body }: LinkGroup) =>
  names !== actor.name || (body as ActorBody).kind !== actor.kind;

type NodesOf = (taken: Taken) => readonly Node[];

/** What tells that a node is one of those that share a key with it, the surest for each unit. */
function pairsWith(node: Node, others: readonly Node[]): PairLink[] {
  const best = new Map<string, PairLink>();
  for (const other of others) {
    const pair = node.unit < other.unit ? actorPair(node, other) : actorPair(other, node);
    if (pair !== null && pair.score > (best.get(other.unit)?.score ?? -1)) best.set(other.unit, pair);
  }
  return [...best.values()];
}

/** Joins units, and all that hang together with them, anew. */
async function regroupActors(from: readonly string[], { store, kept, decided }: Given): Promise<void> {
  const { units, pairs, verdicts } = await closureOf(from, { kind: KIND, least: LEAST, store, decided });
  const members = await store.membersOf(KIND, units);
  const byUnit = Map.groupBy(members, ({ unit }) => unit);
  const nodes = new Map<string, readonly Node[]>();
  for (const [unit, own] of byUnit) {
    const judged = await kept.of<Node>(own.slice(0, JUDGED));
    nodes.set(
      unit,
      judged.map((member) => member.own),
    );
  }
  const of = (unit: string) => nodes.get(unit) ?? [];
  const reportsOf = (unit: string) => new Set(byUnit.get(unit)?.map(({ report }) => report));
  const faces = facesOf(units, verdicts);
  const joined = join(units, {
    pairs: pairs.filter((pair) => !isOfSeveral(pair, { pairs, of, faces })),
    areApart: (a, b) => areApart(of(a), of(b)) || !reportsOf(a).isDisjointFrom(reportsOf(b)),
    least: LEAST,
    verdicts,
  });
  await store.replace(
    KIND,
    units,
    joined.map((group) => groupOf(group, of)),
  );
}

/** Persons in one report with several names are several; the rest is told by any of their nodes. */
function areApart(a: readonly Node[], b: readonly Node[]): boolean {
  const [one, other] = [typical(a), typical(b)];
  return one !== undefined && other !== undefined && areActorsApart(one, other);
}

/** A node of the kind that most have. */
function typical(nodes: readonly Node[]): Node | undefined {
  const persons = nodes.filter(isPerson);
  return persons.length * 2 > nodes.length ? persons[0] : (nodes.find((node) => !isPerson(node)) ?? nodes[0]);
}

/** Whether a surname alone would be joined to one of several who bear it, with no office to tell which. */
function isOfSeveral(
  { a, b, rule }: PairLink,
  { pairs, of, faces }: { pairs: readonly PairLink[]; of: (unit: string) => readonly Node[]; faces: Faces },
): boolean {
  if (rule !== 'part-of-a-name') return false;
  const bare = [a, b].find((unit) => (of(unit)[0]?.person.given.length ?? 1) === 0);
  if (bare === undefined) return false;
  const other = bare === a ? b : a;
  const bearers = pairs
    .filter((pair) => pair.score >= LEAST && (pair.a === bare || pair.b === bare))
    .map((pair) => (pair.a === bare ? pair.b : pair.a));
  // Whom a decision makes one are one, whatever their given names.
  const given = new Set(
    faces.in(bearers).flatMap((own) => own.flatMap((unit) => givenOf(of(unit)) ?? []).slice(0, 1)),
  );
  const offices = (unit: string) => new Set(of(unit).flatMap((node) => [...node.offices]));
  return given.size > 1 && offices(bare).isDisjointFrom(offices(other));
}

/** A given name that is more than an initial. */
const givenOf = ([first]: readonly Node[]) => first?.person.given.slice(0, 1).find((name) => name.length > 1);

function groupOf({ keys, links }: Joined, of: (unit: string) => readonly Node[]): LinkGroup<ActorBody> {
  const nodes = keys.flatMap(of);
  const [first] = nodes.toSorted(
    (a, b) => a.report.nth - b.report.nth || (a.actor.actor < b.actor.actor ? -1 : 1),
  ) as [Node];
  const names = fullestFirst(nodes.map(({ actor }) => actor.name));
  return {
    id: actorAlias(first.report.id, first.actor.actor),
    name: names[0] ?? first.actor.name,
    names: names.join(' · '),
    units: keys,
    first: '',
    last: '',
    body: { links: [...links.values()], kind: kindOf(nodes.map(({ actor }) => actor.kind)) },
  };
}

function nodeIn({ report, id }: LinkMember, nodes: readonly Node[]): Node {
  const node = nodes.find(({ actor }) => actor.actor === id);
  if (node === undefined) throw new Error(`expected the actor ${nodeKey(report, id)}, found none`);
  return node;
}
