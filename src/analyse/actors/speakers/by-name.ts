import { named, type Scene, type Sieve, unknown } from './scene.ts';

/** A name in the source; of two who have it, neither. */
export const byName: Sieve = (_, { name, role, text }, scene) => {
  if (name === null) return loneName(text, scene);
  const member = scene.cast.find(name);
  if (member !== null) {
    const speaker = named(member, scene, { how: 'stated', by: 'name-in-source' });
    return role === null ? speaker : { ...speaker, role };
  }
  const others = scene.cast
    .possible(name)
    .map((other) => ({ member: other, why: 'has the same short name' }));
  return others.length === 0 ? null : unknown('several have this name', others, scene);
};

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
  if (
    end === undefined ||
    name !== null ||
    role === null ||
    (affiliation !== null && !/^\p{Lu}/u.test(affiliation))
  )
    return null;
  const behind = NAME.exec(scene.report.text.slice(end, end + 60))?.[1];
  const member = behind === undefined ? null : scene.cast.find(behind);
  return member?.kind === 'person'
    ? named(member, scene, { how: 'stated', by: 'name-behind-the-role' })
    : null;
};
