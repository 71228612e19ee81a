import type { EventId, LinkedEvent } from '../../src/record/index.ts';
import { foldedWords } from '../../src/text/index.ts';
import { sameDays } from '../revisions/index.ts';
import { bestFirst } from './best-first.ts';
import { pairsOf } from './clusters.ts';
import type { Drawn } from './drawn.ts';
import type { GoldEvent } from './gold.ts';
import { eventsNamed } from './mentions.ts';
import { addStale } from './stale.ts';
import type { Tally } from './tally.ts';

/** An event that a hand listed, with ours that shares most of its mentions. */
export interface Matched {
  readonly gold: GoldEvent;
  readonly own: LinkedEvent | null;
}

/** For each event of the gold the events of reports that its mentions name, mention by mention. */
const namedIn = (drawn: Drawn): EventId[][][] =>
  drawn.story.gold.events.map(({ mentions }) => mentions.map((mention) => eventsNamed(drawn, mention)));

/** One to one, by most mentions shared, at least one. */
export function matchedIn(drawn: Drawn): Matched[] {
  const ours = drawn.picture.events;
  const pairs = namedIn(drawn).flatMap((mentions, gold) =>
    ours.flatMap((event, predicted) => {
      const weight = mentions.filter((ids) => ids.some((id) => hasMember(event, id))).length;
      return weight === 0 ? [] : [{ predicted, gold, weight }];
    }),
  );
  const matched = new Map(bestFirst(pairs).map(({ predicted, gold }) => [gold, ours[predicted]]));
  return drawn.story.gold.events.map((gold, at) => ({ gold, own: matched.get(at) ?? null }));
}

const hasMember = ({ members }: LinkedEvent, id: EventId) => members.some(({ event }) => event === id);

/** Pairs of events of the gold of which both are named by ours, and whether one of ours has events that name only one and only the other. */
export function joinedEvents(drawn: Drawn) {
  const named = namedIn(drawn).map((mentions, at) => ({
    gold: drawn.story.gold.events[at]?.name ?? '',
    ids: new Set(mentions.flat()),
  }));
  const isOurs = (ids: ReadonlySet<EventId>) =>
    drawn.picture.events.some((event) => event.members.some((member) => ids.has(member.event)));
  return pairsOf(named.filter(({ ids }) => isOurs(ids))).map(([a, b]) => ({
    a: a.gold,
    b: b.gold,
    isJoined: drawn.picture.events.some(
      (event) =>
        [...a.ids.difference(b.ids)].some((id) => hasMember(event, id)) &&
        [...b.ids.difference(a.ids)].some((id) => hasMember(event, id)),
    ),
  }));
}

/** How events end, their lists, stale dates and what was wrongly joined. An event that was not matched is wrong in every figure of its own. */
export function scoreEvents(drawn: Drawn, tally: Tally): void {
  for (const { gold, own } of matchedIn(drawn)) {
    const { final } = gold;
    const when = own !== null && sameDays(own.when, final.when);
    const status = own !== null && own.status === final.status;
    tally.add('eventsMatched', own !== null);
    tally.add('eventsWhen', when);
    tally.add('eventsStatus', status);
    tally.add('eventsBoth', when && status);
    const place = own !== null && isPlace(own.place, final.place);
    if (final.place !== null) tally.add('eventsPlace', place);
    tally.add('eventsList', own !== null && isSameList(own.schedule, gold.schedule));
    tally.add('eventsDates', own !== null && isSameDates(own.schedule, gold.schedule));
    if (own !== null) addStale(drawn, { gold, own }, tally);
  }
  for (const { isJoined } of joinedEvents(drawn)) tally.add('eventsWronglyJoined', isJoined);
}

type Steps = readonly { readonly when: string | null; readonly status: string }[];

/** The dates and statuses, in their order. */
export const isSameList = (ours: Steps, gold: Steps) =>
  ours.length === gold.length &&
  ours.every(({ when, status }, at) => status === gold[at]?.status && sameDays(when, gold[at].when));

/** The dates alone, neighbours alike counted once. */
function isSameDates(ours: Steps, gold: Steps): boolean {
  const [one, other] = [datesOf(ours), datesOf(gold)];
  return one.length === other.length && one.every((when, at) => sameDays(when, other[at] ?? null));
}

const datesOf = (steps: Steps) =>
  steps.map(({ when }) => when).filter((when, at, all) => at === 0 || !sameDays(when, all[at - 1] ?? null));

/** Places are alike that share a word. */
function isPlace(ours: string | null, gold: string | null): boolean {
  const formsOf = (text: string) =>
    foldedWords(text)
      .map(({ form }) => form)
      .filter((form) => form.length > 2);
  return ours !== null && gold !== null && !new Set(formsOf(ours)).isDisjointFrom(new Set(formsOf(gold)));
}
