import { remembered } from '../text/index.ts';
import { linkActors } from './actors/index.ts';
import { type Node, nodesOf } from './actors/nodes.ts';
import { eventsJoined } from './events/stage.ts';
import { keptIn, written } from './kept.ts';
import { ofReport } from './of-report.ts';
import type { Quoting } from './quoting.ts';
import { takeIn, takeInAndJoin } from './relink.ts';
import { reportsCompared } from './reports/index.ts';
import type { Given } from './store.ts';
import type { Taken } from './taken.ts';
import { utterancesJoined } from './utterances/stage.ts';
import type { Likeness, LinkWords, Stances } from './words.ts';

/** The version of what links. Whatever changes what is joined raises it. */
export const LINKER = 'links-5';

/** What linking is handed: words, models of texts where there are any, and how quotations are compared. */
export interface LinkKit extends LinkWords {
  readonly likeness: Likeness;
  readonly stances: Stances;
  readonly quoting: Quoting;
}

/** The stages of linking. */
const stagesOf = remembered((kit: LinkKit) => ({
  reports: reportsCompared(kit),
  nodesOf: (taken: Taken): readonly Node[] => nodesOf(taken, kit),
  utterances: utterancesJoined(kit),
  events: eventsJoined(kit),
}));

/**
 * Links one report to those that were linked before: whole reports that are copies, its actors, what it says and the events it
 * tells of, each with those that share keys with it, and as it is decided. In whatever order reports and decisions come, the
 * same ones are joined, as long as no more of them hang together than are looked at; the order decides ids.
 */
export async function linkReport(
  taken: Taken,
  { store, decided }: Omit<Given, 'kept'>,
  kit: LinkKit,
): Promise<void> {
  const { reports, nodesOf: nodes, utterances, events } = stagesOf(kit);
  const given = { store, decided, kept: keptIn(store) };
  await store.keep(taken.report.id, written(ofReport(kit)(taken)));
  await takeIn(taken, reports, given);
  await linkActors(taken, nodes, given);
  await takeInAndJoin(taken, utterances, given);
  await takeInAndJoin(taken, events, given);
}
