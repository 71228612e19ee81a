import type { Kit } from '../../src/analyse/index.ts';
import { type LinkKit, link } from '../../src/link/index.ts';
import type { LinkedEvent, Step } from '../../src/record/index.ts';
import { kitsFor } from '../links/drawn.ts';
import type { Outcome } from '../outcome.ts';
import { guessOf } from '../revisions/naive.ts';
import { followedIn, type ReadItem, readItems } from './followed.ts';
import { type Chain, readHands } from './read.ts';
import { changesOf, type State, statesOf, Tally } from './tally.ts';

/**
 * Chains of announcements by several hands, whole: after each report the picture of those so far is asked how the event stands,
 * and after the last one what it was through. Each hand has figures of its own, and beside them stands what the first date
 * ahead and cue words of the last report give.
 */
export async function evaluateChains(data: string, split: string, kit: Kit): Promise<Outcome> {
  const figures: Record<string, number> = {};
  const naive: Record<string, number> = {};
  const kits = await kitsFor(kit);
  let count = 0;
  for (const { name, chains } of await readHands(data, split)) {
    const [own, guessed] = [new Tally(), new Tally()];
    for (const chain of chains) {
      const items = await readItems(chain, kits.read);
      const courses = await courseOf(items, kits.link);
      addCourse(own, chain, { states: courses, steps: lastOfReports(courses.at(-1)?.schedule ?? []) });
      const guesses = items.map(({ record: { report, times }, item }) =>
        guessOf(report.text, item.published, times),
      );
      addCourse(guessed, chain, { states: guesses, steps: changesOf(guesses) });
      count += items.length;
    }
    Object.assign(figures, own.figures(name));
    Object.assign(naive, guessed.figures(name));
  }
  return {
    set: 'chains',
    split,
    items: count,
    figures,
    others: { 'the last report’s first date ahead and cue words': naive },
  };
}

/** The event that a chain is about as the picture has it after each item; null where it has none. */
export async function courseOf(items: readonly ReadItem[], kit: LinkKit): Promise<(LinkedEvent | null)[]> {
  const course: (LinkedEvent | null)[] = [];
  for (let known = 1; known <= items.length; known++) {
    const sofar = items.slice(0, known);
    const picture = await link(
      sofar.map(({ record }) => record),
      { issues: [] },
      kit,
    );
    course.push(followedIn(picture, sofar));
  }
  return course;
}

/** What each report left: a date that is known only from the report that takes it back is none of the chain's. */
export const lastOfReports = (steps: readonly Step[]): Step[] =>
  steps.filter(({ report }, at) => steps[at + 1]?.report !== report);

function addCourse(
  tally: Tally,
  chain: Chain,
  { states, steps }: { states: readonly (State | null)[]; steps: readonly State[] },
): void {
  for (const [at, gold] of statesOf(chain).entries()) {
    const item = chain.items[at];
    if (item !== undefined) tally.addItem(item, gold, states[at] ?? null);
  }
  tally.addChain(chain, steps);
}
