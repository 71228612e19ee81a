import {
  type ActorBody,
  type LinkGroup,
  type LinkKind,
  type LinkMember,
  MOST_OF_A_KEY,
  type NewLinkMember,
  type PairLink,
  type Person,
  type Placed,
  type ReportId,
  type Sharing,
} from '../record/index.ts';
import { nodeKey } from './actors/index.ts';
import type { LinkStore } from './store.ts';
import type { Taken } from './taken.ts';

interface Kept {
  readonly byKey: Map<string, Set<string>>;
  readonly byUnit: Map<string, NewLinkMember[]>;
  readonly byReport: Map<string, NewLinkMember[]>;
  readonly pairs: Map<string, Map<string, PairLink>>;
  readonly groups: Map<string, LinkGroup>;
  /** By report. */
  readonly placed: Map<string, readonly Placed[]>;
}

/** A store that nothing is left of: for pictures of a few reports. */
export class MemoryStore implements LinkStore {
  private readonly takens = new Map<ReportId, Taken>();
  private readonly ofReports = new Map<ReportId, string>();
  private readonly kept: Record<LinkKind, Kept> = {
    report: none(),
    actor: none(),
    utterance: none(),
    event: none(),
  };

  take(taken: Taken): void {
    this.takens.set(taken.record.report.id, taken);
  }

  /** Every group of a kind. */
  groups(kind: LinkKind): readonly LinkGroup[] {
    return [...new Set(this.kept[kind].groups.values())];
  }

  async keep(report: ReportId, kept: string): Promise<void> {
    this.ofReports.set(report, kept);
  }

  async keptOf(reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, string>> {
    return new Map(
      reports.flatMap((id) => (this.ofReports.has(id) ? [[id, this.ofReports.get(id) ?? '']] : [])),
    );
  }

  async taken(report: ReportId): Promise<Taken> {
    const taken = this.takens.get(report);
    if (taken === undefined) throw new Error(`expected a report that was taken in, found ${report}`);
    return taken;
  }

  async put(kind: LinkKind, members: readonly NewLinkMember[]): Promise<void> {
    const { byKey, byUnit, byReport } = this.kept[kind];
    for (const member of members) {
      append(byUnit, member.unit, member);
      append(byReport, member.report, member);
      for (const key of member.keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(member.unit));
    }
  }

  async sharing(kind: LinkKind, keys: readonly string[], most: Sharing): Promise<readonly LinkMember[]> {
    const { byKey, byUnit } = this.kept[kind];
    const shared = new Map<string, number>();
    for (const key of keys)
      for (const unit of [...(byKey.get(key) ?? [])].slice(-MOST_OF_A_KEY))
        shared.set(unit, (shared.get(unit) ?? 0) + 1);
    const places = new Map([...byUnit.keys()].map((unit, place) => [unit, place]));
    const place = (unit: string) => places.get(unit) ?? 0;
    return [...shared]
      .toSorted(([a, one], [b, other]) => other - one || place(b) - place(a))
      .slice(0, most.units)
      .flatMap(([unit]) => byUnit.get(unit)?.slice(-most.members) ?? []);
  }

  async membersOf(kind: LinkKind, units: readonly string[]): Promise<readonly LinkMember[]> {
    return units.flatMap((unit) => this.kept[kind].byUnit.get(unit) ?? []);
  }

  async membersIn(kind: LinkKind, reports: readonly ReportId[]): Promise<readonly LinkMember[]> {
    return reports.flatMap((report) => this.kept[kind].byReport.get(report) ?? []);
  }

  async pairsOf(kind: LinkKind, units: readonly string[], least: number): Promise<readonly PairLink[]> {
    const told = units.flatMap((unit) => [...(this.kept[kind].pairs.get(unit)?.values() ?? [])]);
    return [...new Set(told.filter(({ score }) => score >= least))];
  }

  async putPairs(kind: LinkKind, told: readonly PairLink[]): Promise<boolean> {
    const { pairs } = this.kept[kind];
    let isChanged = false;
    for (const pair of told) {
      if ((pairs.get(pair.a)?.get(pair.b)?.score ?? -1) >= pair.score) continue;
      isChanged = true;
      for (const [one, other] of [
        [pair.a, pair.b],
        [pair.b, pair.a],
      ] as const)
        pairs.set(one, (pairs.get(one) ?? new Map()).set(other, pair));
    }
    return isChanged;
  }

  async groupsOf(kind: LinkKind, units: readonly string[]): Promise<readonly LinkGroup[]> {
    return [...new Set(units.flatMap((unit) => this.kept[kind].groups.get(unit) ?? []))];
  }

  async replace(kind: LinkKind, units: readonly string[], groups: readonly LinkGroup[]): Promise<void> {
    for (const unit of units) this.kept[kind].groups.delete(unit);
    for (const group of groups) for (const unit of group.units) this.kept[kind].groups.set(unit, group);
  }

  async drop(kind: LinkKind, units: readonly string[]): Promise<void> {
    const { byKey, byUnit, byReport, pairs, groups } = this.kept[kind];
    for (const unit of units) {
      for (const { report } of byUnit.get(unit) ?? [])
        byReport.set(report, byReport.get(report)?.filter((member) => member.unit !== unit) ?? []);
      for (const own of byKey.values()) own.delete(unit);
      for (const other of pairs.get(unit)?.keys() ?? []) pairs.get(other)?.delete(unit);
      for (const other of groups.get(unit)?.units ?? []) groups.delete(other);
      byUnit.delete(unit);
      pairs.delete(unit);
    }
  }

  async putPlaced(kind: LinkKind, report: ReportId, placed: readonly Placed[]): Promise<void> {
    this.kept[kind].placed.set(report, placed);
  }

  async placedOf(kind: LinkKind, units: readonly string[]): Promise<readonly Placed[]> {
    const placed = [...this.kept[kind].placed.values()].flat();
    const named = new Set(placed.filter(({ unit }) => units.includes(unit)).map(({ decision }) => decision));
    return placed.filter(({ decision }) => named.has(decision));
  }

  async whoNow(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const { groups, byUnit } = this.kept.actor;
    const asked = new Set(ids);
    return new Map(
      [...groups].flatMap(([unit, group]) =>
        (byUnit.get(unit) ?? []).flatMap(({ alias }) =>
          asked.has(alias) ? [[alias, personOf(group)] as const] : [],
        ),
      ),
    );
  }

  async persons(reports: readonly ReportId[]): Promise<ReadonlyMap<string, Person>> {
    const { groups } = this.kept.actor;
    return new Map(
      (await this.membersIn('actor', reports)).flatMap(({ unit, report, id }) => {
        const group = groups.get(unit);
        return group === undefined ? [] : [[nodeKey(report, id), personOf(group)] as const];
      }),
    );
  }
}

const personOf = ({ id, name, body }: LinkGroup) => ({ id, name, kind: (body as ActorBody).kind }) as Person;

const none = (): Kept => ({
  byKey: new Map(),
  byUnit: new Map(),
  byReport: new Map(),
  pairs: new Map(),
  groups: new Map(),
  placed: new Map(),
});

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const own = map.get(key);
  if (own === undefined) map.set(key, [value]);
  else own.push(value);
}
