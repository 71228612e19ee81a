import type { LinkedActorId, Person } from '../../record/index.ts';
import { linkedId } from '../ids.ts';
import type { Taken } from '../taken.ts';

/** Who the actors of reports are. */
export interface Persons {
  readonly of: (report: string, actor: string | null) => Person | null;
}

/** Who an actor of a report is by that report alone: by its id the index tells who that is over all. */
export function personIn({ report, actors }: Taken, actor: string | null): Person | null {
  const own = actor === null ? undefined : actors.get(actor);
  return own === undefined ? null : { id: actorAlias(report.id, own.actor), name: own.name, kind: own.kind };
}

/** The id of the group that an actor of a report is the first of. */
export const actorAlias = (report: string, actor: string) => linkedId<LinkedActorId>('who', report, actor);
