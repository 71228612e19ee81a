import type { Kit } from '../../src/analyse/index.ts';
import type { EventId, LinkedEvent, Picture, ReportRecord } from '../../src/record/index.ts';
import { overlaps } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import { anchorsIn, wholeText } from '../revisions/read.ts';
import type { Chain, Item } from './read.ts';

/** A report of a chain that was read, with those of its events that the item's anchors name. */
export interface ReadItem {
  readonly item: Item;
  readonly record: ReportRecord;
  readonly named: ReadonlySet<EventId>;
}

/** Reads the reports of a chain, each by itself. */
export async function readItems({ items }: Chain, kit: Kit): Promise<ReadItem[]> {
  const reports = items.map((item) =>
    reportOf(wholeText(item), {
      path: `${item.chain}-${item.item}.txt`,
      published: item.published,
      outlet: item.outlet,
    }),
  );
  const records = await analyse(reports, kit);
  return records.flatMap((record, at) => {
    const item = items[at];
    return item === undefined ? [] : [{ item, record, named: namedIn(record, item) }];
  });
}

/** The events of a report of which a word lies in an anchor. */
export function namedIn({ report, events }: ReportRecord, { gold }: Item): ReadonlySet<EventId> {
  const anchors = anchorsIn(report.text, gold);
  const isNamed = (range: { start: number; end: number }) =>
    anchors.some((anchor) => overlaps(range, anchor));
  return new Set(events.filter(({ spans }) => spans.some(isNamed)).map(({ id }) => id));
}

/**
 * The event of a picture that the chain is about: the one that the anchors of most items name; of equals the one of most
 * members, then of most steps, then the one that was told first. The gold's dates have no say in it.
 */
export function followedIn(
  { events }: Pick<Picture, 'events'>,
  items: readonly ReadItem[],
): LinkedEvent | null {
  const ranked = events
    .map((event) => ({ event, items: items.filter(({ named }) => isOf(event, named)).length }))
    .filter((one) => one.items > 0)
    .toSorted(
      (a, b) =>
        b.items - a.items ||
        b.event.members.length - a.event.members.length ||
        b.event.schedule.length - a.event.schedule.length ||
        firstOf(a.event).localeCompare(firstOf(b.event)),
    );
  return ranked[0]?.event ?? null;
}

const isOf = ({ members }: LinkedEvent, named: ReadonlySet<EventId>) =>
  members.some(({ event }) => named.has(event));

const firstOf = ({ members }: LinkedEvent) => members[0]?.published ?? '';
