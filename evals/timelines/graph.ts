/** Two nodes that are simultaneous, or of which the first is before the second. */
export interface Relation {
  readonly a: string;
  readonly b: string;
  readonly is: 'same' | 'before';
}

/** What some relations say together: which nodes are simultaneous, and which before others, however many steps lie between. */
export class TimeGraph {
  private readonly groups = new Map<string, Set<string>>();
  /** For each group, those that are right behind it. */
  private readonly behind = new Map<Set<string>, Set<Set<string>>>();
  /** The relations that none before them told already: the reduced graph. */
  readonly reduced: Relation[] = [];

  /** Takes relations in their order; one that contradicts those before it is left out. */
  constructor(relations: readonly Relation[]) {
    for (const relation of relations) this.add(relation);
  }

  has({ a, b, is }: Relation): boolean {
    const [one, other] = [this.groups.get(a), this.groups.get(b)];
    if (one === undefined || other === undefined) return false;
    return is === 'same' ? one === other : this.isBefore(one, other);
  }

  private add(relation: Relation): void {
    const { a, b, is } = relation;
    const [one, other] = [this.groupOf(a), this.groupOf(b)];
    if (this.has(relation) || this.isBefore(other, one)) return;
    if (is === 'same') {
      if (this.isBefore(one, other)) return;
      this.merge(one, other);
    } else {
      if (one === other) return;
      this.behindOf(one).add(other);
    }
    this.reduced.push(relation);
  }

  private groupOf(node: string): Set<string> {
    const known = this.groups.get(node) ?? new Set([node]);
    this.groups.set(node, known);
    return known;
  }

  private behindOf(group: Set<string>): Set<Set<string>> {
    const known = this.behind.get(group) ?? new Set();
    this.behind.set(group, known);
    return known;
  }

  private merge(one: Set<string>, other: Set<string>): void {
    for (const node of other) {
      one.add(node);
      this.groups.set(node, one);
    }
    for (const later of this.behindOf(other)) this.behindOf(one).add(later);
    this.behind.delete(other);
    for (const later of this.behind.values()) if (later.delete(other)) later.add(one);
  }

  private isBefore(one: Set<string>, other: Set<string>): boolean {
    const seen = new Set<Set<string>>();
    const waiting = [...(this.behind.get(one) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === other) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(this.behind.get(next) ?? []));
    }
    return false;
  }
}
