import type { FoundStatement, Ledger, QueuedStatement } from '../../ledger/index.ts';
import type { Item } from '../pages/review/item.ts';
import { filterOf, type QueueAsked } from './asked.ts';

/** So many that come next are shown beside a statement. */
const COMING = 8;

/** The statement that is looked at, with what stands before and behind it in the queue. */
export interface Shown {
  readonly item: Item | null;
  readonly previous: QueuedStatement | null;
  readonly coming: readonly QueuedStatement[];
}

/** What is asked for, or the first of the queue; null where a statement is asked for that is not there. */
export async function shownIn(ledger: Ledger, asked: QueueAsked): Promise<Shown | null> {
  const filter = filterOf(asked);
  const queue = await ledger.toReview(filter, { at: asked.at, limit: COMING + 1 });
  const [first] = queue;
  if (asked.at === undefined && first === undefined) return { item: null, previous: null, coming: [] };
  if (first !== undefined && (asked.at === undefined || first.statement.id === asked.at)) {
    const [previous = null] = await ledger.toReview(filter, { before: first.statement.id, limit: 1 });
    return { item: await itemOf(ledger, first), previous, coming: queue.slice(1) };
  }
  // It is decided on, or is not of those that are asked for.
  const found = asked.at === undefined ? null : await ledger.statement(asked.at);
  if (found === null) return null;
  return { item: await itemOf(ledger, found), previous: null, coming: queue.slice(0, COMING) };
}

async function itemOf(ledger: Ledger, found: FoundStatement): Promise<Item | null> {
  const kept = await ledger.report(found.report.id);
  const [utterance] = await ledger.utterancesWith([found.statement.id]);
  return kept === null ? null : { found, kept, utterance };
}
