import { possibleFor } from './of-cast.ts';
import { MOST_OTHERS, named, nearest, type Scene, type Sieve, startOf, unknown } from './scene.ts';

/** So many times more often one of two with a short name must be named, to be the one who is meant. */
const CLEARLY = 3;

/** A name in the source; of two who have it the one who is named far more often, else neither. */
export const byName: Sieve = (statement, { name, role, text }, scene) => {
  if (name === null) return loneName(text, scene);
  const member = scene.cast.find(name);
  if (member !== null) {
    const speaker = named(member, scene, { how: 'stated', by: 'name-in-source' });
    const isWhose = role !== null && /^(?:its|their) /i.test(text);
    const body = isWhose ? bodyNamedBefore(startOf(statement), scene) : null;
    return { ...speaker, role: role ?? speaker.role, affiliation: speaker.affiliation ?? body };
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

/** "Its chair, Edda Lomax": whose chair she is stands before. */
function bodyNamedBefore(at: number, scene: Scene): string | null {
  return nearest(scene, at, ({ kind }) => kind !== 'person')?.member.name ?? null;
}

/** "Fisher said" of Anna Fisher: a word that is a role too is a name where somebody has it. */
function loneName(text: string, scene: Scene) {
  const member = /^\p{Lu}\p{Ll}+$/u.test(text) ? scene.cast.find(text) : null;
  return member === null ? null : named(member, scene, { how: 'stated', by: 'name-in-source' });
}

const NAME = /^,? (\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'.-]*){0,3})(?=[,.;:]|$)/u;

/** "her press secretary, Anders Vool": the source was cut before the name that stands in apposition. */
export const nameBehindRole: Sieve = ({ source }, { name, role, affiliation }, scene) => {
  const end = source.at(-1)?.end;
  // "A lawyer for the firm, Tesk Haulage" names the firm.
  const ofSomeBody = affiliation !== null && !/^\p{Lu}/u.test(affiliation);
  if (end === undefined || name !== null || role === null || ofSomeBody) return null;
  const behind = NAME.exec(scene.report.text.slice(end, end + 60))?.[1];
  const member = behind === undefined ? null : scene.cast.find(behind);
  return member?.kind === 'person'
    ? named(member, scene, { how: 'stated', by: 'name-behind-the-role' })
    : null;
};

/** "The President of Ostrey Casimir Wend": what the office is of ends with the name of somebody whom the report names. */
export const holderOfOffice: Sieve = (_, { role, affiliation }, scene) => {
  const tokens = affiliation?.split(' ') ?? [];
  if (role === null || tokens.length < 3) return null;
  for (const size of [3, 2]) {
    const member = size < tokens.length ? scene.cast.find(tokens.slice(-size).join(' ')) : null;
    if (member !== null)
      return { ...named(member, scene, { how: 'stated', by: 'name-behind-the-office' }), role };
  }
  return null;
};
