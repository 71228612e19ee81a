import type { Ledger, Links, ToLink } from '../ledger/index.ts';
import { decidedBy, type LinkKit, type LinkStore, linkReport, type Taken, takenIn } from '../link/index.ts';
import type { ReportRecord } from '../record/index.ts';

/** What links: its name, as the ledger keeps it, and what it is loaded from when there is something to link. */
export interface Linker {
  readonly name: string;
  load(): Promise<LinkKit>;
}

/** Reports that are linked in one transaction. */
const TOGETHER = 8;

/**
 * Links the reports that nobody linked yet, in the order of their coming, also those that a crash left so. Gives how many
 * those were; a `signal` stops it after the transaction that is under way.
 */
export async function linkNew(
  ledger: Ledger,
  linker: Linker,
  {
    signal,
    onLinked = () => {},
  }: { signal?: AbortSignal | undefined; onLinked?: (count: number) => void } = {},
): Promise<number> {
  let kit: LinkKit | null = null;
  let total = 0;
  while (signal?.aborted !== true) {
    const count = await ledger.linkNext(linker.name, TOGETHER, async (report, links) => {
      kit ??= await linker.load();
      const decided = decidedBy(await links.decisions());
      await linkReport(taken(report), { store: storeOf(links), decided }, kit);
    });
    if (count === 0) break;
    total += count;
    onLinked(count);
  }
  return total;
}

const takens = new WeakMap<ReportRecord, Taken>();

/** A record as linking sees it, made once for as long as the record is at hand. */
export function taken({ record, nth, stances }: ToLink): Taken {
  const known = takens.get(record) ?? takenIn(record, nth, stances);
  takens.set(record, known);
  return known;
}

/** The ledger's links as linking asks for them. */
export function storeOf(links: Links): LinkStore {
  return {
    taken: async (report) => taken(await links.record(report)),
    keep: (report, kept) => links.keep(report, kept),
    keptOf: (reports) => links.keptOf(reports),
    put: (kind, members) => links.put(kind, members),
    sharing: (kind, keys, most) => links.sharing(kind, keys, most),
    membersOf: (kind, units) => links.membersOf(kind, units),
    membersIn: (kind, reports) => links.membersIn(kind, reports),
    pairsOf: (kind, units, least) => links.pairsOf(kind, units, least),
    putPairs: (kind, pairs) => links.putPairs(kind, pairs),
    groupsOf: (kind, units) => links.groupsOf(kind, units),
    replace: (kind, units, groups) => links.replace(kind, units, groups),
    drop: (kind, units) => links.drop(kind, units),
    putPlaced: (kind, report, placed) => links.putPlaced(kind, report, placed),
    placedOf: (kind, units) => links.placedOf(kind, units),
    whoNow: (ids) => links.whoNow(ids),
    persons: (reports) => links.persons(reports),
  };
}
