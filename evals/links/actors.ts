import { addBCubed, pairsOf } from './clusters.ts';
import { wordsOf } from './contents.ts';
import { type Drawn, numberOf } from './drawn.ts';
import type { Gold } from './gold.ts';
import type { Tally } from './tally.ts';
import { type Named, namedIn, Who } from './who.ts';

/** Actors over the names found, by BCubed; persons of one surname joined; offices by report, person and head word. */
export function scoreActors(drawn: Drawn, tally: Tally): void {
  const { actors } = drawn.story.gold;
  const named = namedIn(drawn);
  const listed = actors.reduce((sum, { names }) => sum + names.length, 0);
  tally.add('actorNamesFound', named.length, listed);
  addBCubed('actorsBCubed', named, tally);
  for (const { isJoined } of namesakes(drawn.story.gold, named)) tally.add('surnamesJoined', isJoined);
  for (const { isFound } of officesOf(drawn)) tally.add('officesFound', isFound);
}

/** Pairs of persons with one surname of whom both were found, and whether one of ours has names of both. */
export function namesakes({ actors }: Gold, named: readonly Named[]) {
  const persons = actors.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  return pairsOf(persons).flatMap(([a, b]) => {
    if (wordsOf(a).at(-1) !== wordsOf(b).at(-1)) return [];
    const [one, other] = [a, b].map((name) => named.filter(({ gold }) => gold === name));
    if (one === undefined || other === undefined || one.length === 0 || other.length === 0) return [];
    return [{ a, b, isJoined: one.some(({ own }) => other.some((theirs) => theirs.own === own)) }];
  });
}

/** Every office that a hand listed, and whether it was found. */
export function officesOf(drawn: Drawn) {
  const who = new Who(drawn);
  const { actors } = drawn.story.gold;
  return actors.flatMap(({ name, offices }) => {
    const ours = drawn.picture.actors.filter(({ id }) => who.of(id) === name);
    const found = ours.flatMap((actor) =>
      actor.offices.map(({ report, title }) => `${numberOf(drawn, report)} ${headOf(title)}`),
    );
    return offices.map(([report, title]) => ({
      name,
      report,
      title,
      isFound: found.includes(`${report} ${headOf(title)}`),
    }));
  });
}

/** The head word of a title: the last before “of”, “for”, “at”, “in”. */
const headOf = (title: string) =>
  wordsOf(title.split(/\s(?:of|for|at|in|to)\s/i)[0] ?? title).at(-1) ?? title;
