import { bodyBefore as lastBody } from './bodies.ts';
import { possibleFor } from './of-cast.ts';
import { MOST_OTHERS, named, type Scene, type Sieve, startOf, unknown } from './scene.ts';

/** So many times more often one of two with a short name must be named, to be the one who is meant. */
const CLEARLY = 3;

/** A name in the source; of two who have it the one who is named far more often, else neither. */
export const byName: Sieve = (statement, { name, role, text, possessive }, scene) => {
  if (name === null) return loneName(text, scene);
  const member = scene.cast.find(name);
  if (member !== null) {
    const speaker = named(member, scene, { how: 'stated', by: 'name-in-source' });
    if (role !== null && possessive) member.affiliation ??= bodyBefore(startOf(statement), scene);
    return { ...speaker, role: role ?? speaker.role, affiliation: member.affiliation };
  }
  const possible = possibleFor(name, scene);
  const [most, next] = possible;
  if (most === undefined || next === undefined) return null;
  const others = possible
    .slice(0, MOST_OTHERS + 1)
    .map((other) => ({ member: other, why: 'has the same short name' }));
  if (most.mentions.length < CLEARLY * next.mentions.length)
    return unknown('several have this name', others, scene);
  const speaker = named(most, scene, { how: 'inferred', by: 'named-most-of-those-with-the-name' });
  return { ...speaker, others: unknown('', others.slice(1), scene).others };
};

/** "Its chair, Edda Lomax": whose chair she is spoke or was named before. */
function bodyBefore(at: number, scene: Scene): string | null {
  const last = lastBody(at, scene);
  if (last.kind === 'unknown') return null;
  return last.kind === 'named' ? last.name : last.text.replace(/^(?:the|an?) /i, '');
}

/** "Fisher said" of Anna Fisher: a word that is a role too is a name where somebody has it. */
function loneName(text: string, scene: Scene) {
  const member = /^\p{Lu}\p{Ll}+$/u.test(text) ? scene.cast.find(text) : null;
  return member === null ? null : named(member, scene, { how: 'stated', by: 'name-in-source' });
}
