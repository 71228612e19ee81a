import type { Kit } from '../../src/analyse/index.ts';
import { daysOf, type Event, parseWhen } from '../../src/record/index.ts';
import { foldedWords, overlaps } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import type { Figures, Outcome } from '../outcome.ts';
import { guessOf } from './naive.ts';
import { type Announcement, anchorsIn, readHands, wholeText } from './read.ts';

/**
 * Chains of announcements by several hands, each report read by itself with its date of publication. A report is scored by the
 * record's event that holds a word of its anchors, the best of several. Each hand has figures of its own, and beside them
 * stands what the first date ahead and cue words give.
 */
export async function evaluateRevisions(data: string, split: string, kit: Kit): Promise<Outcome> {
  const hands = await readHands(data, split);
  const figures: Record<string, number> = {};
  const naive: Record<string, number> = {};
  for (const { name, items } of hands) {
    const [own, guessed] = [new Tally(), new Tally()];
    for (const one of items) {
      const text = wholeText(one);
      const [record] = await analyse([reportOf(text, { published: one.published, outlet: one.outlet })], kit);
      const anchors = anchorsIn(text, one.gold);
      const events = (record?.events ?? []).filter(({ spans }) =>
        spans.some((span) => anchors.some((anchor) => overlaps(span, anchor))),
      );
      own.add(one.gold, events);
      guessed.add(one.gold, [{ ...guessOf(text, one.published, record?.times ?? []), place: null }]);
    }
    Object.assign(figures, own.figures(name));
    Object.assign(naive, guessed.figures(name));
  }
  const items = hands.reduce((sum, hand) => sum + hand.items.length, 0);
  return { set: 'revisions', split, items, figures, others: { 'first date ahead and cue words': naive } };
}

type State = Pick<Event, 'when' | 'place'> & { readonly status: string };

/** How many reports of a hand are read right. */
class Tally {
  private readonly right = { found: 0, when: 0, dated: 0, status: 0, both: 0, place: 0, toldAsHeld: 0 };
  private readonly all = { items: 0, dated: 0, place: 0, off: 0 };

  add(gold: Announcement['gold'], events: readonly State[]): void {
    const { right, all } = this;
    const [best] = events.map((event) => judged(event, gold)).toSorted((a, b) => b.score - a.score);
    const isOff = gold.status === 'cancelled' || gold.status === 'postponed';
    all.items++;
    if (gold.when !== null) all.dated++;
    if (gold.place !== null) all.place++;
    if (isOff) all.off++;
    if (best === undefined) return;
    right.found++;
    if (best.when) right.when++;
    if (best.when && gold.when !== null) right.dated++;
    if (best.status) right.status++;
    if (best.when && best.status) right.both++;
    if (best.place) right.place++;
    if (isOff && best.isOver) right.toldAsHeld++;
  }

  figures(hand: string): Figures {
    const { right, all } = this;
    const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
    return {
      [`${hand}Found`]: share(right.found, all.items),
      [`${hand}When`]: share(right.when, all.items),
      [`${hand}WhenDated`]: share(right.dated, all.dated),
      [`${hand}Status`]: share(right.status, all.items),
      [`${hand}Both`]: share(right.both, all.items),
      [`${hand}Place`]: share(right.place, all.place),
      [`${hand}OffToldAsHeld`]: share(right.toldAsHeld, all.off),
    };
  }
}

/** What of an event is right, and how much that is. */
function judged(event: State, gold: Announcement['gold']) {
  const when = sameDays(event.when, gold.when);
  const status = [gold.status, ...[gold.alsoStatus ?? []].flat()].some((one) => isSame(one, event.status));
  const place = gold.place !== null && event.place !== null && shares(event.place.name, gold.place);
  return {
    when,
    status,
    place,
    isOver: isSame(event.status, 'held'),
    score: Number(when) + Number(status) + Number(place) / 2,
  };
}

export function sameDays(given: string | null, wanted: string | null): boolean {
  return given === null || wanted === null ? given === wanted : daysFrom(given) === daysFrom(wanted);
}

/** The first and last day of a date, whatever its unit and hour; the value itself where it has none. */
export function daysFrom(value: string): string {
  const when = parseWhen(value);
  const days = when === null ? null : daysOf(when);
  return days === null ? value : `${days.first?.at ?? '..'}/${days.last?.at ?? '..'}`;
}

const isSame = (a: string, b: string) =>
  (a === 'under way' ? 'held' : a) === (b === 'under way' ? 'held' : b);

function shares(a: string, b: string): boolean {
  const formsOf = (text: string) => foldedWords(text).map(({ form }) => form);
  const own = new Set(formsOf(a));
  return formsOf(b).some((form) => own.has(form) && form.length > 2);
}
