import { type Fetcher, type FoundFeed, listedIn, visit, visitFeed } from '../ingest/beyond.ts';
import type { Lanes } from '../lanes/index.ts';
import type { DueItem, Ledger, Listed, VisitedItem } from '../ledger/index.ts';
import { type Adding, addBatches, type Linker, type Outcome, policyToAsk } from '../pipeline/index.ts';
import {
  type FailedInput,
  type Given,
  type Intake,
  type Policy,
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
  /** What links the reports that it adds to those that are there. */
  readonly linker?: Linker | undefined;
  readonly now: () => Date;
  /** Milliseconds between two looks at a feed. */
  readonly every: number;
  /** Stops a round after the batch that is being kept; what was not visited stays due. */
  readonly signal?: AbortSignal | undefined;
}

/** What a watch tells as it goes. */
export type Told =
  | { readonly kind: 'listed'; readonly feed: string; readonly listed: Listed }
  /** A feed that is asked for at another address from now on. */
  | { readonly kind: 'moved'; readonly feed: string; readonly to: string }
  /** A host that wants not to be asked, so that what is due of it waits; or a feed that failed and is left alone. */
  | { readonly kind: 'resting'; readonly what: string; readonly until: string }
  | Adding
  | FailedInput
  | Unchanged;

/** Items that are fetched and added together. */
const TOGETHER = 16;
/** How often a list of feeds may lead to another. */
const DEEPEST = 2;

/**
 * Feeds that are looked at again and again. All that a watch knows of feeds, items and hosts stands in the ledger, each
 * step in its own transaction: one that is killed goes on where it was, and visits at most one batch of pages twice.
 */
export class Watch {
  readonly #named: readonly string[];
  readonly #watching: Watching;
  /** The feeds that this process has looked at: whoever starts one wants to know what they list now. */
  readonly #looked = new Set<string>();
  /** What was told to be resting in this round. */
  readonly #resting = new Set<string>();

  constructor(feeds: readonly string[], watching: Watching) {
    this.#named = feeds;
    this.#watching = watching;
  }

  /** Looks at every feed that is due, then visits every page that is. */
  async *round(): AsyncGenerator<Told> {
    this.#resting.clear();
    for (const feed of await this.#keptNames()) yield* this.#look(feed, DEEPEST);
    yield* this.#items();
  }

  /** Milliseconds until something is due. */
  async untilDue(): Promise<number> {
    const { ledger, now, every } = this.#watching;
    const all = await this.#feeds();
    const feeds = await Promise.all(all.map((place) => ledger.feed(place)));
    const item = await ledger.nextDue(all);
    const dues = [...feeds.map((feed) => feed?.due), item].flatMap((due) =>
      due == null ? [] : [Date.parse(due)],
    );
    const next = Math.min(...dues, now().getTime() + every);
    return Math.max(0, next - now().getTime());
  }

  /** The names that the ledger keeps the named feeds under: two of them may be one that has moved. */
  async #keptNames(): Promise<string[]> {
    const { ledger } = this.#watching;
    return [...new Set(await Promise.all(this.#named.map((feed) => ledger.feedOf(feed))))];
  }

  async #feeds(): Promise<string[]> {
    const { ledger } = this.#watching;
    const all = new Set(await this.#keptNames());
    for (const feed of all) for (const below of await ledger.below(feed)) all.add(await ledger.feedOf(below));
    return [...all];
  }

  async *#look(place: string, depth: number): AsyncGenerator<Told> {
    const { ledger, now, signal } = this.#watching;
    if (signal?.aborted) return;
    const known = await ledger.feed(place);
    const isFirst = !this.#looked.has(place);
    this.#looked.add(place);
    if (known === null || known.due <= now().toISOString()) yield* this.#ask(place);
    else if (isFirst && known.failures === 0) yield* this.#ask(place);
    else if (isFirst) yield* this.#rests(place, known.due);
    for (const below of await ledger.below(place))
      if (depth > 0) yield* this.#look(await ledger.feedOf(below), depth - 1);
      else yield { kind: 'failed', path: below, feed: place, refusal: tooDeep() };
  }

  /** Asks for a feed where it is now, and only whether it has changed since it was listed. */
  async *#ask(feed: string): AsyncGenerator<Told> {
    const { ledger, signal } = this.#watching;
    const address = await ledger.movedTo(feed);
    const found = await orStopped(this.#found(feed, address), signal);
    if (found === null) return;
    if (found.kind === 'feed') yield* this.#listed(feed, address, found);
    else if (found.kind === 'unchanged') yield* this.#read(feed, address, found.policy);
    else if (found.kind === 'failed') yield* this.#failed(feed, address, found.refusal);
    else yield* this.#failed(feed, address, noFeed(feed));
  }

  async #found(feed: string, address: string) {
    const { ledger, fetcher, given } = this.#watching;
    if (!/^https?:\/\//i.test(address)) return await listedIn(address);
    const known = await ledger.feed(feed);
    const policy = known === null ? null : await ledger.policy(address);
    // What a page of that address said tells nothing of a feed.
    const former = policy?.report === null ? policy : null;
    const asked = { address, given, policy: former, feed: null };
    // A page in place of a feed that has listed others is an error or a wall: what it names is another feed.
    return known !== null && known.items > 0 ? await visit(asked, fetcher) : await visitFeed(asked, fetcher);
  }

  async *#listed(place: string, address: string, { feed, policy }: FoundFeed): AsyncGenerator<Told> {
    const { ledger, now } = this.#watching;
    const { items, feeds: below, title, isWhole } = feed;
    const listed = await ledger.list({ place, title, at: now().toISOString(), below, isWhole }, items);
    yield* this.#read(place, address, policy);
    yield { kind: 'listed', feed: place, listed };
  }

  /** A feed that was read, or is as it was when it was. */
  async *#read(place: string, address: string, policy: Policy | null): AsyncGenerator<Told> {
    const { ledger, now, every } = this.#watching;
    if (policy !== null) await ledger.keepPolicy(address, policy);
    const at = now();
    await ledger.checked({ place, at: at.toISOString(), due: dueFeed(at, every, 0), message: null });
    if (policy?.isMoved) yield { kind: 'moved', feed: place, to: policy.address };
  }

  async *#failed(place: string, address: string, refusal: Refusal): AsyncGenerator<Told> {
    const { ledger, now, every } = this.#watching;
    if (refusal.code === 'resting') return yield* this.#postpone(place, address);
    const at = now();
    const failures = ((await ledger.feed(place))?.failures ?? 0) + 1;
    const due = await this.#atRest(address, dueFeed(at, every, failures));
    await ledger.checked({ place, at: at.toISOString(), due, message: refusal.message });
    if (refusal.code === 'gone') await ledger.forgetMoves(address);
    yield { kind: 'failed', path: place, refusal };
  }

  async *#items(): AsyncGenerator<Told> {
    const { ledger, now, signal } = this.#watching;
    while (signal?.aborted !== true) {
      const items = await ledger.dueItems(await this.#feeds(), now().toISOString(), TOGETHER);
      if (items.length === 0) return;
      let index = 0;
      for await (const batch of addBatches(this.#pages(items), this.#watching)) {
        const visited = batch.flatMap((outcome, at) => {
          const item = items[index + at];
          return item === undefined ? [] : [{ item, outcome, isAsked: !isResting(outcome) }];
        });
        index += batch.length;
        await ledger.itemsVisited(
          await Promise.all(
            visited.filter(({ isAsked }) => isAsked).map(({ item, outcome }) => this.#visited(item, outcome)),
          ),
        );
        // All of it is kept: whoever stops is told of it first.
        for (const { item, outcome, isAsked } of visited)
          if (isAsked) yield outcome;
          else yield* this.#postpone(item.place, item.place);
        if (signal?.aborted) return;
      }
    }
  }

  /** One intake for each item, in their order. */
  async *#pages(items: readonly DueItem[]): AsyncGenerator<Intake> {
    const { ledger, fetcher, given, lanes } = this.#watching;
    for (const { place, feed } of items) {
      const policy = await policyToAsk(place, ledger, lanes.analyser);
      const found = await visit({ address: place, given, policy, feed }, fetcher);
      yield found.kind === 'feed' ? { kind: 'failed', path: place, feed, refusal: noPage(place) } : found;
    }
  }

  async #visited({ place, visits, failures }: DueItem, told: Outcome): Promise<VisitedItem> {
    const code = told.kind === 'failed' ? told.refusal.code : null;
    const { ledger, now } = this.#watching;
    const wasRead = code === null || (await ledger.foundAt(place)) !== null;
    const due = dueAfter(now(), { visits, failures, code, wasRead });
    return { place, due: due === null ? null : await this.#atRest(place, due), failed: code !== null };
  }

  /** A time at which an address is due, or the end of its host's rest where that is later. */
  async #atRest(address: string, due: string): Promise<string> {
    const until = (await this.#watching.ledger.rest(hostOf(address)))?.until ?? due;
    return until > due ? until : due;
  }

  /** Puts off what was not asked for, and tells of its host once. */
  async *#postpone(place: string, address: string): AsyncGenerator<Told> {
    const { ledger, now, every } = this.#watching;
    const host = hostOf(address);
    const until = (await ledger.rest(host))?.until ?? new Date(now().getTime() + every).toISOString();
    await ledger.postpone(place, until);
    yield* this.#rests(host, until);
  }

  /** Tells once a round that something is left alone. */
  *#rests(what: string, until: string): Generator<Told> {
    if (!this.#resting.has(what)) yield { kind: 'resting', what, until };
    this.#resting.add(what);
  }
}

const hostOf = (address: string) => URL.parse(address)?.host ?? '';
const isResting = (told: Outcome) => told.kind === 'failed' && told.refusal.code === 'resting';
const tooDeep = (): Refusal =>
  refuse('bad-feed', 'expected a feed of pages, found a list in a list in a list of feeds');
const noFeed = (place: string): Refusal =>
  refuse('bad-feed', `expected a feed, found a page at ${place}: onrecord add reads pages`);
const noPage = (place: string): Refusal => refuse('bad-feed', `expected a page, found a feed at ${place}`);
