import { type Fetcher, listedIn, visit, visitFeed } from '../ingest/beyond.ts';
import type { Lanes } from '../lanes/index.ts';
import type { DueItem, Ledger, Listed, VisitedItem } from '../ledger/index.ts';
import { type Adding, addBatches, type Outcome } from '../pipeline/index.ts';
import {
  type FailedInput,
  type Given,
  type Intake,
  type Refusal,
  refuse,
  type Unchanged,
} from '../record/index.ts';
import { orStopped } from '../stop.ts';
import { dueAfter, dueFeed } from './when.ts';

/** What watching takes. */
export interface Watching {
  readonly ledger: Ledger;
  readonly lanes: Lanes;
  readonly fetcher: Fetcher;
  readonly given: Given;
  readonly now: () => Date;
  /** Milliseconds between two looks at a feed. */
  readonly every: number;
  /** Stops a round after the batch that is being kept; what was not visited stays due. */
  readonly signal?: AbortSignal | undefined;
}

/** What a watch tells as it goes. */
export type Told =
  | { readonly kind: 'listed'; readonly feed: string; readonly listed: Listed }
  | Adding
  | FailedInput
  | Unchanged;

/** Items that are fetched and added together. */
const TOGETHER = 16;
/** How often a list of feeds may lead to another. */
const DEEPEST = 2;

/**
 * Feeds that are looked at again and again. All that a watch knows of feeds and items stands in the ledger, each step in
 * its own transaction: one that is killed goes on where it was, and visits at most one batch of pages twice.
 */
export class Watch {
  readonly #named: readonly string[];
  readonly #watching: Watching;
  /** The feeds that each list of feeds leads to, as far as this process has read them. */
  readonly #below = new Map<string, readonly string[]>();

  constructor(feeds: readonly string[], watching: Watching) {
    this.#named = feeds;
    this.#watching = watching;
  }

  /** Looks at every feed that is due, then visits every page that is. */
  async *round(): AsyncGenerator<Told> {
    for (const feed of this.#named) yield* this.#look(feed, DEEPEST);
    yield* this.#items();
  }

  /** Milliseconds until something is due. */
  async untilDue(): Promise<number> {
    const { ledger, now, every } = this.#watching;
    const feeds = await Promise.all(this.#feeds().map((place) => ledger.feed(place)));
    const item = await ledger.nextDue(this.#feeds());
    const dues = [...feeds.map((feed) => feed?.due), item].flatMap((due) =>
      due == null ? [] : [Date.parse(due)],
    );
    const next = Math.min(...dues, now().getTime() + every);
    return Math.max(0, next - now().getTime());
  }

  #feeds(): string[] {
    const all = new Set(this.#named);
    for (const feed of all) for (const below of this.#below.get(feed) ?? []) all.add(below);
    return [...all];
  }

  async *#look(place: string, depth: number): AsyncGenerator<Told> {
    const { ledger, now, signal } = this.#watching;
    if (signal?.aborted) return;
    const known = await ledger.feed(place);
    const isKnown = this.#below.has(place);
    if (known === null || !isKnown || known.due <= now().toISOString()) yield* this.#ask(place, isKnown);
    for (const below of this.#below.get(place) ?? [])
      if (depth > 0) yield* this.#look(below, depth - 1);
      else yield { kind: 'failed', path: below, feed: place, refusal: tooDeep() };
  }

  /** Asks for a feed; in full the first time, since what it leads to is not kept. */
  async *#ask(place: string, isKnown: boolean): AsyncGenerator<Told> {
    const { ledger, now, every, fetcher, given, signal } = this.#watching;
    const policy = isKnown ? await ledger.policy(place) : null;
    const found = await orStopped(
      /^https?:\/\//i.test(place)
        ? visitFeed({ address: place, given, policy, feed: null }, fetcher)
        : listedIn(place),
      signal,
    );
    if (found === null) return;
    const at = now();
    const failures = (await ledger.feed(place))?.failures ?? 0;
    if (found.kind === 'feed') {
      const { items, feeds, title } = found.feed;
      this.#below.set(place, feeds);
      const listed = await ledger.list({ place, title, at: at.toISOString() }, items);
      if (found.policy !== '') await ledger.keepPolicy(place, found.policy);
      await ledger.checked({ place, at: at.toISOString(), due: dueFeed(at, every, 0), message: null });
      yield { kind: 'listed', feed: place, listed };
    } else if (found.kind === 'unchanged') {
      await ledger.keepPolicy(place, found.policy);
      await ledger.checked({ place, at: at.toISOString(), due: dueFeed(at, every, 0), message: null });
    } else {
      const refusal = found.kind === 'failed' ? found.refusal : noFeed(place);
      const { message } = refusal;
      await ledger.checked({ place, at: at.toISOString(), due: dueFeed(at, every, failures + 1), message });
      if (!isKnown) this.#below.set(place, []);
      yield { kind: 'failed', path: place, refusal };
    }
  }

  async *#items(): AsyncGenerator<Told> {
    const { ledger, now, signal } = this.#watching;
    while (signal?.aborted !== true) {
      const items = await ledger.dueItems(this.#feeds(), now().toISOString(), TOGETHER);
      if (items.length === 0) return;
      let index = 0;
      for await (const batch of addBatches(this.#pages(items), this.#watching)) {
        const visited = items.slice(index, index + batch.length);
        index += batch.length;
        await ledger.itemsVisited(
          batch.flatMap((outcome, at) => {
            const item = visited[at];
            return item === undefined ? [] : [this.#visited(item, outcome)];
          }),
        );
        // All of it is kept: whoever stops is told of it first.
        yield* batch;
        if (signal?.aborted) return;
      }
    }
  }

  /** One intake for each item, in their order. */
  async *#pages(items: readonly DueItem[]): AsyncGenerator<Intake> {
    const { ledger, fetcher, given } = this.#watching;
    for (const { place, feed } of items) {
      const policy = await ledger.policy(place);
      const found = await visit({ address: place, given, policy, feed }, fetcher);
      yield found.kind === 'feed' ? { kind: 'failed', path: place, feed, refusal: noPage(place) } : found;
    }
  }

  #visited({ feed, place, visits, failures }: DueItem, told: Outcome): VisitedItem {
    const code = told.kind === 'failed' ? told.refusal.code : null;
    const due = dueAfter(this.#watching.now(), { visits, failures, code });
    return { feed, place, due, failed: code !== null };
  }
}

const tooDeep = (): Refusal =>
  refuse('bad-feed', 'expected a feed of pages, found a list in a list in a list of feeds');
const noFeed = (place: string): Refusal =>
  refuse('bad-feed', `expected a feed, found a page that names none at ${place}: onrecord add reads pages`);
const noPage = (place: string): Refusal => refuse('bad-feed', `expected a page, found a feed at ${place}`);
