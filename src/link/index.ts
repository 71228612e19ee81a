import {
  eventNow,
  type Issue,
  type LinkDecision,
  type LinkedEvent,
  type Picture,
  type ReportRecord,
  type Utterance,
  utteranceNow,
  whoInEvent,
  whoInUtterance,
} from '../record/index.ts';
import { nodeKey, type Persons } from './actors/index.ts';
import { wholeActor } from './actors/whole.ts';
import { decidedBy } from './decided/index.ts';
import { MemoryStore } from './memory.ts';
import { changesOf, findPositions } from './positions/index.ts';
import { type LinkKit, linkReport } from './report.ts';
import { correctionsOf, reprintsOf } from './reports/index.ts';
import { takenIn } from './taken.ts';

export { wholeActor } from './actors/whole.ts';
export { anchorOf } from './decided/anchors.ts';
export { type Decided, decidedBy } from './decided/index.ts';
export { type Suggestion, suggestIssues, type Voices } from './issues/index.ts';
export { changesOf, findPositions } from './positions/index.ts';
export { saidWords } from './positions/said-words.ts';
export type { Quoting } from './quoting.ts';
export { LINKER, type LinkKit, linkReport } from './report.ts';
export type { LinkStore } from './store.ts';
export { type StoryText, storiesOf } from './stories/index.ts';
export { type Taken, takenIn } from './taken.ts';
export { LINK_LISTS, type Likeness, type LinkWords, type StanceWords } from './words.ts';

/** What is decided by people and not read: the issues on which positions are looked for, and who or what is one. */
export interface Asked {
  readonly issues: readonly Issue[];
  /** The merges and splits that stand. */
  readonly decisions?: readonly LinkDecision[];
}

/**
 * The records of reports → one picture, report by report as a ledger links them. The order of the records is the order in
 * which they are taken in, and changes ids alone.
 */
export async function link(
  records: readonly ReportRecord[],
  { issues, decisions = [] }: Asked,
  kit: LinkKit,
): Promise<Picture> {
  const takens = records.map((record, nth) => takenIn(record, nth));
  const store = new MemoryStore();
  const decided = decidedBy(decisions);
  for (const taken of takens) {
    store.take(taken);
    await linkReport(taken, { store, decided }, kit);
  }
  const known = await store.persons(takens.map(({ record }) => record.report.id));
  const persons: Persons = {
    of: (report, actor) => (actor === null ? null : (known.get(nodeKey(report, actor)) ?? null)),
  };
  const byReport = new Map(takens.map((taken) => [taken.record.report.id as string, taken]));
  const takenAt = (report: string) => byReport.get(report);
  const pairs = await store.pairsOf('report', [...byReport.keys()], 0);
  const positions = await findPositions(takens, issues, kit, persons);
  const utterances = store.groups('utterance').map(({ body }) => body as Utterance);
  const events = store.groups('event').map(({ body }) => body as LinkedEvent);
  const now = await store.whoNow([...utterances.flatMap(whoInUtterance), ...events.flatMap(whoInEvent)]);
  return {
    actors: await Promise.all(store.groups('actor').map((group) => wholeActor(group, store))),
    utterances: utterances.map((utterance) => utteranceNow(utterance, now)),
    events: events.map((event) => eventNow(event, now)),
    positions,
    changes: changesOf(positions),
    reprints: reprintsOf(pairs, takenAt),
    corrections: correctionsOf(pairs, takenAt, kit),
  };
}
