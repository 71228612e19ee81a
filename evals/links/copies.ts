import { pairsOf } from './clusters.ts';
import { type Drawn, numberOf } from './drawn.ts';
import type { Tally } from './tally.ts';

/** Pairs of reports that are one copy, as "1 2": the gold's, and ours, joined over all that is a reprint of a reprint. */
export function reprintsOf(drawn: Drawn): { gold: Set<string>; own: Set<string> } {
  const groups: number[][] = [];
  for (const { report, of } of drawn.picture.reprints) {
    const two = [numberOf(drawn, report), numberOf(drawn, of)];
    const touched = groups.filter((group) => group.some((number) => two.includes(number)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push([...new Set([...touched.flat(), ...two])]);
  }
  return { gold: pairsIn(drawn.story.gold.reprints), own: pairsIn(groups) };
}

const pairsIn = (groups: readonly (readonly number[])[]) =>
  new Set(groups.flatMap((group) => pairsOf(group.toSorted((a, b) => a - b)).map((two) => two.join(' '))));

/** Which report corrects which, as "4 3". */
export function correctionsOf(drawn: Drawn): { gold: Set<string>; own: Set<string> } {
  const own = drawn.picture.corrections.map(
    ({ report, of }) => `${numberOf(drawn, report)} ${numberOf(drawn, of)}`,
  );
  const gold = drawn.story.gold.corrections.map(({ report, of }) => `${report} ${of}`);
  return { gold: new Set(gold), own: new Set(own) };
}

/** What of ours joins a report that has nothing to link with another, in words. */
export function linksTo(drawn: Drawn, number: number): string[] {
  const { actors, utterances, events, reprints, corrections } = drawn.picture;
  const joins = (reports: readonly Parameters<typeof numberOf>[1][]) => {
    const numbers = new Set(reports.map((report) => numberOf(drawn, report)));
    return numbers.has(number) && numbers.size > 1;
  };
  const listed = (members: readonly { report: Parameters<typeof numberOf>[1] }[]) =>
    joins(members.map(({ report }) => report));
  return [
    ...actors.filter(({ members }) => listed(members)).map(({ name }) => `actor ${name}`),
    ...utterances.filter(({ renditions }) => listed(renditions)).map(({ words }) => `utterance ${words}`),
    ...events.filter(({ members }) => listed(members)).map(({ what }) => `event ${what}`),
    ...reprints.filter(({ report, of }) => joins([report, of])).map(() => 'reprint'),
    ...corrections.filter(({ report, of }) => joins([report, of])).map(() => 'correction'),
  ];
}

/** Reprints as pairs; corrections tied to what they correct, and false ones; reports with nothing to link that are linked. */
export function scoreCopies(drawn: Drawn, tally: Tally): void {
  const reprints = reprintsOf(drawn);
  tally.compare('reprints', {
    right: reprints.own.intersection(reprints.gold).size,
    predicted: reprints.own.size,
    gold: reprints.gold.size,
  });
  const { own, gold } = correctionsOf(drawn);
  tally.add('correctionsTied', own.intersection(gold).size, gold.size);
  tally.add('correctionsFalse', own.difference(gold).size, own.size);
  for (const number of drawn.story.gold.unlinked)
    tally.add('unlinkedLinked', linksTo(drawn, number).length > 0);
}
