import type { LinkIndex, LinkMember, ReportId } from '../record/index.ts';
import type { OfReport } from './of-report.ts';

/** A member as it is compared, with where it stands among those of its report. */
export interface Member<Own> {
  readonly own: Own;
  /** The id of a group that it is the first of. */
  readonly alias: string;
  /** Its place among the members of its report. */
  readonly place: number;
}

/** What was kept of members of the index, read again. */
export interface KeptMembers {
  /** Members in the order in which they are asked for, as they were when their reports were taken in. */
  of<Own extends { readonly report: OfReport }>(
    members: readonly LinkMember[],
  ): Promise<readonly Member<Own>[]>;
}

/** What is kept of a member: all but its report, which is kept once for all members. */
export const writtenMember = ({ own, place }: Pick<Member<object>, 'own' | 'place'>): string =>
  written({ place, own: { ...own, report: undefined } });

/** Reads members, and each of their reports once. */
export function keptIn(store: LinkIndex): KeptMembers {
  const reports = new Map<ReportId, OfReport>();
  return {
    async of<Own extends { readonly report: OfReport }>(members: readonly LinkMember[]) {
      const missing = [...new Set(members.map(({ report }) => report))].filter((id) => !reports.has(id));
      for (const [id, kept] of await store.keptOf(missing)) reports.set(id, read<OfReport>(kept));
      return members.map(({ report, kept, alias }) => {
        const { own, place } = read<{ own: Omit<Own, 'report'>; place: number }>(kept);
        return { own: { ...own, report: reports.get(report) } as Own, alias, place };
      });
    },
  };
}

/** As JSON, in which sets and maps stand as objects of one field that no other object has. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Set) return { [SET]: [...part] };
    return part instanceof Map ? { [MAP]: [...part] } : part;
  });

const SET = '{}';
const MAP = '{:}';

/** What `written` gave: the linker that reads it is the one that wrote it, or it is made anew. */
const read = <Value>(text: string): Value => restored(JSON.parse(text) as unknown) as Value;

/** Puts sets and maps where they stand as objects: a reviver would be called for every word in them. */
function restored(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (SET in part) return new Set(part[SET] as Iterable<unknown>);
  if (MAP in part) return new Map(part[MAP] as Iterable<[unknown, unknown]>);
  const fields = part as Record<string, unknown>;
  for (const [name, one] of Object.entries(fields)) fields[name] = restored(one);
  return part;
}
