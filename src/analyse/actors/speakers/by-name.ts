import type { Member } from '../cast.ts';
import { bodyBefore as lastBody } from './bodies.ts';
import { KIN } from './kin.ts';
import { possibleFor } from './of-cast.ts';
import { MOST_OTHERS, named, type Scene, type Sieve, type Speaker, startOf, unknown } from './scene.ts';

/** So many times more often one of two with a short name must be named, to be the one who is meant. */
const CLEARLY = 3;

/** A name in the source; of two who have it the one whom a title fits, or who is no relative of the other, or who is named far more often; else neither. */
export const byName: Sieve = (statement, { name, role, gender, text, possessive }, scene) => {
  if (name === null) return loneName(text, scene);
  const member = scene.cast.find(name) ?? scene.cast.byInitials(name) ?? scene.cast.byTitle(name, gender);
  if (member !== null) {
    const speaker = named(member, scene, { how: 'stated', by: 'name-in-source' });
    if (role !== null && possessive) member.affiliation ??= bodyBefore(startOf(statement), scene);
    return { ...speaker, role: role ?? speaker.role, affiliation: member.affiliation };
  }
  const isFitting = (one: Member) => gender === null || one.gender === null || one.gender === gender;
  return ofSeveral(possibleFor(name, scene).filter(isFitting), scene);
};

const isKin = ({ role }: Member): boolean => KIN.has(role?.toLowerCase().split(' ').at(-1) ?? '');

function ofSeveral(possible: readonly Member[], scene: Scene): Speaker | null {
  const others = possible
    .slice(0, MOST_OTHERS + 1)
    .map((other) => ({ member: other, why: 'has the same short name' }));
  const [head, ...family] = possible.toSorted((a, b) => Number(isKin(a)) - Number(isKin(b)));
  if (head === undefined || family.length === 0) return null;
  const [most, next] = possible;
  const byFamily = !isKin(head) && family.every(isKin);
  const byNumber = (most?.mentions.length ?? 0) >= CLEARLY * (next?.mentions.length ?? 0);
  if (!byFamily && !byNumber) return unknown('several have this name', others, scene);
  const meant = byFamily ? head : (most ?? head);
  const speaker = named(meant, scene, {
    how: 'inferred',
    by: byFamily ? 'surname-of-whose-relatives-they-are' : 'named-most-of-those-with-the-name',
  });
  return {
    ...speaker,
    others: unknown(
      '',
      others.filter(({ member }) => member !== meant),
      scene,
    ).others,
  };
}

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
