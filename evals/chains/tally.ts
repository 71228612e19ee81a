import type { Figures } from '../outcome.ts';
import { sameDays } from '../revisions/index.ts';
import type { Chain, Item } from './read.ts';

/** How an event stands. */
export interface State {
  readonly when: string | null;
  readonly status: string;
}

/** The gold's state, with what may be said for it as well: other statuses, and of a range that stands its first day, where that is told alone. */
export interface GoldState extends State {
  readonly also: readonly string[];
  readonly start: string | null;
}

/** The state that a careful reader of a chain has after each item: a stale one leaves what stood, and so does a range's first day. */
export function statesOf({ items }: Chain): GoldState[] {
  let state: GoldState = { when: null, status: 'planned', also: [], start: null };
  return items.map(({ gold: { when, status, alsoStatus, stale } }) => {
    if (stale === true) return state;
    const isStart = when !== null && state.when?.startsWith(`${when}/`) === true;
    const also = [alsoStatus ?? []].flat();
    state = isStart ? { when: state.when, status, also, start: when } : { when, status, also, start: null };
    return state;
  });
}

/** How many items and chains of a hand are followed rightly. */
export class Tally {
  private readonly right = new Map<string, { part: number; whole: number }>();

  /** What was said after an item, null where the event was not found. */
  addItem(item: Item, gold: GoldState, own: State | null): void {
    const when = own !== null && [gold.when, gold.start ?? gold.when].some((one) => sameDays(own.when, one));
    const status = own !== null && [gold.status, ...gold.also].some((one) => isSame(one, own.status));
    this.count('Found', own !== null);
    this.count('When', when);
    this.count('Status', status);
    this.count('Both', when && status);
    if (item.gold.needsEarlier === true) this.count('NeedsEarlier', when && status);
    if (item.gold.stale === true) this.count('Stale', when);
  }

  /** The list of all that was said over a chain: dates and statuses, and the dates alone. */
  addChain(chain: Chain, own: readonly State[]): void {
    const gold = changesOf(statesOf(chain));
    const isExact = gold.length === own.length && gold.every((state, at) => isState(state, own[at] as State));
    const dates = datesOf(own.map(({ when }) => when));
    const wanted = datesOf(chain.revisions);
    this.count('List', isExact);
    this.count(
      'Dates',
      dates.length === wanted.length && dates.every((date, at) => sameDays(date, wanted[at] ?? null)),
    );
  }

  figures(hand: string): Figures {
    return Object.fromEntries(
      [...this.right].map(([name, { part, whole }]) => [`${hand}${name}`, (100 * part) / whole]),
    );
  }

  private count(name: string, isRight: boolean): void {
    const { part, whole } = this.right.get(name) ?? { part: 0, whole: 0 };
    this.right.set(name, { part: part + Number(isRight), whole: whole + 1 });
  }
}

/** States that differ from the one before. */
export const changesOf = <Kind extends State>(states: readonly Kind[]): Kind[] =>
  states.filter((state, at) => at === 0 || !isState(state, states[at - 1] as State));

const isState = (a: State, b: State) => isSame(a.status, b.status) && sameDays(a.when, b.when);

const datesOf = (dates: readonly (string | null)[]) =>
  dates.filter((date, at) => at === 0 || !sameDays(date, dates[at - 1] ?? null));

/** What goes on has begun: to a reader of dates both are over with planning. */
const isSame = (a: string, b: string) =>
  (a === 'under way' ? 'held' : a) === (b === 'under way' ? 'held' : b);
