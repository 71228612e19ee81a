import type {
  Anchor,
  DecisionId,
  JoinedKind,
  LinkDecision,
  LinkIndex,
  PairLink,
  Placed,
  ReportId,
} from '../../record/index.ts';
import type { Taken } from '../taken.ts';
import { plainName } from '../words.ts';
import { foundBy } from './anchors.ts';

/** The rule of whatever a decision joins. */
export const DECIDED = 'decided';

/** An anchor of a decision with its number in it. */
interface Pinned {
  readonly decision: DecisionId;
  readonly place: number;
  readonly anchor: Anchor;
}

/** Two units of which a decision says that they are one, or two. */
export interface Verdict {
  readonly kind: LinkDecision['kind'];
  readonly a: string;
  readonly b: string;
}

/** The merges and splits that stand, as linking asks for them. */
export interface Decided {
  /** Anchors in one report. */
  readonly pinned: (kind: JoinedKind, report: ReportId) => readonly Pinned[];
  /** Anchors of actors of a report that are taken out of their names: what many reports call the same is not one with them. */
  readonly takenOut: (report: ReportId) => readonly Anchor[];
  /** What the decisions say whose anchors were found, the latest first. */
  readonly verdicts: (placed: readonly Placed[]) => readonly Verdict[];
}

/** Merges and splits in the order in which they were decided, without those that were undone. */
export function decidedBy(decisions: readonly LinkDecision[]): Decided {
  const pinned = Map.groupBy(
    decisions.flatMap(({ id, of, one, others }) =>
      [one, ...others].map((anchor, place) => ({ of, decision: id, place, anchor })),
    ),
    ({ of, anchor }) => `${of} ${anchor.report}`,
  );
  const out = Map.groupBy(outOfNames(decisions), ({ report }) => report);
  return {
    pinned: (kind, report) => pinned.get(`${kind} ${report}`) ?? [],
    takenOut: (report) => out.get(report) ?? [],
    verdicts: (placed) => {
      const found = Map.groupBy(placed, ({ decision }) => decision);
      return decisions.toReversed().flatMap(({ id, kind }) => {
        const places = found.get(id) ?? [];
        const one = places.find(({ place }) => place === 0);
        if (one === undefined) return [];
        return places.flatMap(({ place, unit }) => (place === 0 ? [] : [{ kind, a: one.unit, b: unit }]));
      });
    },
  };
}

/** Nothing was decided. */
export const UNDECIDED: Decided = decidedBy([]);

/**
 * The mentions of actors that are parted from others of the same name, and those of the name that are one with these: a name
 * is one over all reports unless somebody decides otherwise.
 */
function outOfNames(decisions: readonly LinkDecision[]): Anchor[] {
  const own = decisions.filter(({ of }) => of === 'actor');
  const parted = own.filter(
    ({ kind, one, others }) => kind === 'split' && others.some((other) => areOneName(one, other)),
  );
  const out = new Map(parted.map(({ one }) => [keyOf(one), one]));
  const merged = own
    .filter(({ kind }) => kind === 'merge')
    .flatMap(({ one, others }) => [...Map.groupBy([one, ...others], ({ name }) => plainName(name)).values()]);
  for (let before = -1; before < out.size; ) {
    before = out.size;
    const reached = merged.filter((same) => same.some((anchor) => out.has(keyOf(anchor))));
    for (const anchor of reached.flat()) out.set(keyOf(anchor), anchor);
  }
  return [...out.values()];
}

const areOneName = (a: Anchor, b: Anchor) => plainName(a.name) === plainName(b.name);
const keyOf = ({ report, spans }: Anchor) =>
  [report, ...spans.map(({ start, end }) => `${start}-${end}`)].join(' ');

/** Keeps for a report which of its members decisions speak of, and gives their units; `unitOf` gives that of a member, null for none. */
export async function placeDecisions(
  { record }: Taken,
  { kind, decided, store }: { kind: JoinedKind; decided: Decided; store: LinkIndex },
  unitOf: (id: string) => string | null,
): Promise<readonly string[]> {
  const report = record.report.id;
  const mayBe = (id: string) => unitOf(id) !== null;
  const placed = decided.pinned(kind, report).flatMap(({ decision, place, anchor }) => {
    const id = foundBy(anchor, record, { kind, mayBe });
    const unit = id === null ? null : unitOf(id);
    return unit === null ? [] : [{ decision, place, report, unit }];
  });
  await store.putPlaced(kind, report, placed);
  return placed.map(({ unit }) => unit);
}

/** What is decided of some units. */
export async function verdictsOn(
  units: readonly string[],
  { kind, decided, store }: { kind: JoinedKind; decided: Decided; store: LinkIndex },
): Promise<readonly Verdict[]> {
  return decided.verdicts(await store.placedOf(kind, units));
}

/** Merges as the surest of pairs. */
export const mergesIn = (verdicts: readonly Verdict[]): PairLink[] =>
  verdicts.flatMap(({ kind, a, b }) =>
    kind === 'merge' && a !== b ? [{ a, b, rule: DECIDED, score: 1 }] : [],
  );
