import { readdir, readFile } from 'node:fs/promises';
import { analyse } from '../../evals/analyse.ts';
import { type ReadItem, readItems } from '../../evals/chains/followed.ts';
import { readHands as readChains } from '../../evals/chains/read.ts';
import { type Drawn, drawnOf, kitsFor } from '../../evals/links/drawn.ts';
import { eventsNamed } from '../../evals/links/mentions.ts';
import { readHands } from '../../evals/links/read.ts';
import type { Kit } from '../../src/analyse/index.ts';
import { eventFeatures } from '../../src/link/events/features.ts';
import { alikeBy, mayBeOne } from '../../src/link/events/pairs.ts';
import { type ToldEvent, toldEvents } from '../../src/link/events/told-event.ts';
import type { LinkKit } from '../../src/link/index.ts';
import { takenIn } from '../../src/link/taken.ts';
import { loadKit } from '../../src/load/index.ts';
import { overlaps } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { type MarkedReport, readMarked } from '../events/marked.ts';
import type { Example } from './logistic.ts';

/** Two events of two reports as an example, with the story or chain that they are of: "own/01-corridor", "a/a001". */
export interface EventPair {
  readonly story: string;
  readonly example: Example;
}

/** An event of a report with the event of the gold that it is; null where the gold has none. */
interface Known {
  readonly told: ToldEvent;
  readonly is: string | null;
}

/** The hands that are learnt from: of stories, of chains, and of marked chains of which each event keeps its number. */
const STORIES = ['own'];
const CHAINS = ['dev', 'a'];
const MARKED = new URL('../events/hands/', import.meta.url);
/** Those by whom a number is one event over all reports of a chain; by the others the first alone is. */
const NUMBERED = ['h13', 'h14', 'h15'];
/** The event that a chain of the others is about. */
const FIRST = 1;

/**
 * Pairs of events of two reports: those of stories and of chains, as the product reads them. The events that a story's mentions,
 * a chain's anchors or a hand's marks name are known; what the gold does not name is apart from what it does. Those of
 * neighbouring chains, which are of one kind, are apart as if their reports had been published on the same days.
 */
export async function eventPairs(data: string): Promise<EventPair[]> {
  const kits = await kitsFor(await loadKit({ tagger: 'encoder' }, console.error));
  const { likeness } = kits.link;
  const pairs: EventPair[] = [];
  for (const { name, stories } of await readHands(data, 'dev'))
    for (const story of STORIES.includes(name) ? stories : []) {
      const known = knownInStory(await drawnOf(story, kits), kits.link);
      pairs.push(...(await pairsAmong(known, `${name}/${story.name}`, likeness)));
    }
  for (const { name, chains } of await readChains(data, 'dev')) {
    let before: readonly Known[] = [];
    for (const chain of CHAINS.includes(name) ? chains : []) {
      const known = knownInChain(await readItems(chain, kits.read), kits.link);
      const story = `${name}/${chain.name}`;
      pairs.push(
        ...(await pairsAmong(known, story, likeness)),
        ...(await pairsAcross(before, known, story, likeness)),
      );
      before = known;
    }
  }
  for (const file of (await readdir(MARKED)).filter((name) => name.endsWith('.txt')).toSorted()) {
    const hand = file.replace('.txt', '');
    const reports = readMarked(await readFile(new URL(file, MARKED), 'utf8'));
    for (const [chain, own] of Map.groupBy(reports, (report) => report.chain)) {
      const known = await knownInMarked(own, hand, kits);
      pairs.push(...(await pairsAmong(known, `${hand}/${chain}`, likeness)));
    }
  }
  return pairs;
}

/** The events of a marked chain: named by marks, or by none. What has a number that may be another event elsewhere is left out. */
async function knownInMarked(
  reports: readonly MarkedReport[],
  hand: string,
  kits: { readonly read: Kit; readonly link: LinkKit },
): Promise<Known[]> {
  const records = await analyse(
    reports.map(({ text, published, outlet, chain, item }) =>
      reportOf(text, { path: `${chain}-${item}.txt`, published, outlet }),
    ),
    kits.read,
  );
  return records.flatMap((record, nth) => {
    const marks = reports[nth]?.marks.filter(({ part }) => part === 'names') ?? [];
    return toldEvents(takenIn(record, nth), kits.link).flatMap((told) => {
      const named = marks.filter((mark) => told.event.spans.some((span) => overlaps(span, mark)));
      const number = named.find(({ event }) => event === FIRST)?.event ?? named[0]?.event ?? null;
      if (number !== null && number !== FIRST && !NUMBERED.includes(hand)) return [];
      return [{ told, is: number === null ? null : String(number) }];
    });
  });
}

/** The events of a story: named by the mentions of an event of the gold, or by those of none. */
export function knownInStory(drawn: Drawn, kit: LinkKit): Known[] {
  const is = new Map(
    drawn.story.gold.events.flatMap(({ name, mentions }) =>
      mentions.flatMap((mention) => eventsNamed(drawn, mention).map((id) => [id, name] as const)),
    ),
  );
  return [...drawn.records.values()].flatMap((record, nth) =>
    toldEvents(takenIn(record, nth), kit).map((told) => ({ told, is: is.get(told.event.id) ?? null })),
  );
}

/** The events of a chain: the one that its anchors name, or others. */
export const knownInChain = (items: readonly ReadItem[], kit: LinkKit): Known[] =>
  items.flatMap(({ record, named }, nth) =>
    toldEvents(takenIn(record, nth), kit).map((told) => ({
      told,
      is: named.has(told.event.id) ? 'followed' : null,
    })),
  );

/** Pairs of which the gold knows both, or one. */
export const pairsAmong = (
  known: readonly Known[],
  story: string,
  likeness: LinkKit['likeness'],
): Promise<EventPair[]> =>
  Promise.all(
    known.flatMap((a, at) =>
      known
        .slice(at + 1)
        .filter((b) => mayBeOne(a.told, b.told) && (a.is !== null || b.is !== null))
        .filter((b) => a.is === b.is || !(isPerhaps(a, b, known) || isPerhaps(b, a, known)))
        .map(async (b) => ({ story, example: await exampleOf(a, b, likeness) })),
    ),
  );

/** Whether one that the gold does not name may be the event of the other all the same: it has the days of that event in its own report. */
const isPerhaps = (one: Known, other: Known, known: readonly Known[]): boolean =>
  one.is === null &&
  known.some(
    ({ told, is }) =>
      is === other.is &&
      told.report.id === one.told.report.id &&
      told.dates.some(([first]) => one.told.dates.some(([day]) => day === first)),
  );

/** The events that two chains are about, each of one beside one of the other. */
export function pairsAcross(
  before: readonly Known[],
  known: readonly Known[],
  story: string,
  likeness: LinkKit['likeness'],
): Promise<EventPair[]> {
  const followed = known.filter(({ is }) => is !== null);
  const couples = before
    .filter(({ is }) => is !== null)
    .flatMap(({ told }, at) => {
      const b = followed[at % Math.max(1, followed.length)];
      if (b === undefined) return [];
      return [[{ told: movedTo(b.told.report.published, told), is: null }, b] as const];
    });
  return Promise.all(couples.map(async ([a, b]) => ({ story, example: await exampleOf(a, b, likeness) })));
}

const exampleOf = async (
  { told: a, is }: Known,
  { told: b, is: other }: Known,
  likeness: LinkKit['likeness'],
): Promise<Example> => ({
  features: eventFeatures(a, b, likeness === null ? null : await alikeBy(likeness, a, b)),
  isSo: is === other,
  weight: 1,
});

/** An event as if its report had been published on another day: its dates lie as far from that as from its own. */
function movedTo(published: string | null, told: ToldEvent): ToldEvent {
  const { report } = told;
  if (published === null || report.published === null) return told;
  const shift = Date.parse(published.slice(0, 10)) - Date.parse(report.published.slice(0, 10));
  const moved = (day: string) => new Date(Date.parse(day) + shift).toISOString().slice(0, 10);
  return {
    ...told,
    report: { ...report, published },
    dates: told.dates.map(([first, last]) => [moved(first), moved(last)] as const),
  };
}
