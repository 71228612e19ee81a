import type { Kit } from '../../src/analyse/index.ts';
import type { Figures, Outcome } from '../outcome.ts';
import { scoreActors } from './actors.ts';
import { scoreChanges } from './changes.ts';
import { scoreCopies } from './copies.ts';
import { type Drawn, drawnOf, kitsFor } from './drawn.ts';
import { scoreEvents } from './events.ts';
import { naivePicture } from './naive.ts';
import { scoreKinds, scoreLookAlikes } from './pairs.ts';
import { scorePositions } from './positions.ts';
import { readHands } from './read.ts';
import { scoreRenditions } from './renditions.ts';
import { scoreRoots } from './roots.ts';
import { Tally } from './tally.ts';

/** What is asked of every story, in the order in which it is reported. */
const SCORERS = [
  scoreRenditions,
  scoreKinds,
  scoreLookAlikes,
  scoreRoots,
  scoreActors,
  scoreEvents,
  scorePositions,
  scoreChanges,
  scoreCopies,
];

/**
 * Invented stories of several reports by several hands, each read, analysed and linked with the issues that its hand gives, and
 * scored against the picture that the hand drew. Each hand has figures of its own, and beside them stand those of a naive picture.
 */
export async function evaluateLinks(data: string, split: string, kit: Kit): Promise<Outcome> {
  const figures: Record<string, number> = {};
  const naive: Record<string, number> = {};
  let items = 0;
  const kits = await kitsFor(kit);
  for (const { name, stories } of await readHands(data, split)) {
    const drawn: Drawn[] = [];
    for (const story of stories) drawn.push(await drawnOf(story, kits));
    items += stories.reduce((sum, { reports }) => sum + reports.length, 0);
    Object.assign(figures, scored(drawn, name));
    Object.assign(naive, scored(drawn.map(naivePicture), name));
  }
  return { set: 'links', split, items, figures, others: { 'same words and names': naive } };
}

/** The figures of a hand's stories. */
export function scored(drawn: readonly Drawn[], hand: string): Figures {
  const tally = new Tally();
  for (const score of SCORERS) for (const one of drawn) score(one, tally);
  return tally.figures(hand);
}
