import { firstEndingAfter, fold } from '../../../text/index.ts';
import type { Member } from '../cast.ts';
import { type Reading, readSource } from '../reading.ts';
import { firstMentionOf, holdersOf } from './of-cast.ts';
import {
  endOf,
  inferred,
  inHeadline,
  isAside,
  memberOf,
  named,
  REACH,
  type Scene,
  type Sieve,
  startOf,
  unknown,
} from './scene.ts';

/** The noun of an office: "minister" of "Minister of Fisheries". */
const nounOf = (role: string) => role.toLowerCase().split(' of ')[0]?.split(/\s+/).at(-1) ?? '';

/** "the minister": the only one of whom the report says so; of two neither, but in a headline the one whom the text names first. */
export const byRole: Sieve = (statement, { role, definite, affiliation }, scene) => {
  if (role === null || !(definite || inHeadline(statement, scene))) return null;
  const noun = nounOf(role);
  const all = holdersOf(noun, scene).filter((member) => isCalled(member, { role, affiliation }));
  const [only, ...more] = all;
  if (only === undefined) return null;
  const meant = more.length === 0 ? only : inHeadline(statement, scene) ? firstOf(all, scene) : null;
  if (meant !== null) return named(meant, scene, { how: 'inferred', by: 'role-named-before' });
  return unknown(
    'several have this role',
    all.map((member) => ({ member, why: `is ${noun} too` })),
    scene,
  );
};

/** Whether somebody may be called so: a prime minister is no "minister", and the mayor of one town none of another. */
function isCalled(
  { offices }: Member,
  { role, affiliation }: Pick<Reading, 'role' | 'affiliation'>,
): boolean {
  const noun = nounOf(role ?? '');
  const isBare = role?.toLowerCase() === noun;
  return offices.some(
    ({ title, of }) =>
      nounOf(title) === noun &&
      (affiliation === null || (of !== null && fold(of) === fold(affiliation))) &&
      !(isBare && /^prime /i.test(title)),
  );
}

const firstOf = (all: readonly Member[], scene: Scene): Member | null =>
  all.toSorted((a, b) => firstMentionOf(a, scene) - firstMentionOf(b, scene))[0] ?? null;

/** How far below its lede a report names whom the lede only describes. */
const LEDE_BLOCKS = 3;
const LEDE_REACH = 2000;

/** "a prosecutor" of the lede is the prosecutor whom the report names further down, where it names one. */
export const lede: Sieve = (statement, { role, text, affiliation }, scene) => {
  if (role === null || affiliation !== null || !/^an? /i.test(text)) return null;
  const at = startOf(statement);
  const block = firstEndingAfter(scene.report.blocks, at);
  if (block >= LEDE_BLOCKS && at >= (scene.report.blocks[block]?.start ?? at + 1)) return null;
  const holders = holdersOf(nounOf(role), scene);
  const [only] = holders;
  if (only === undefined || holders.length > 1) return null;
  const first = firstMentionOf(only, scene);
  if (first < at || first - at > LEDE_REACH) return null;
  return named(only, scene, { how: 'inferred', by: 'named-below-the-lede' });
};

/** "the diplomat": a word that would do for anybody, of whoever spoke last. */
export const epithet: Sieve = (statement, { role, definite, text }, scene) => {
  if (role === null || !definite || !scene.words.epithets.has(nounOf(role)) || !/^the \p{L}+$/iu.test(text))
    return null;
  const at = startOf(statement);
  const last = scene.before.findLast(
    (one) =>
      one.statement.within === null &&
      !isAside(one.statement) &&
      startOf(one.statement) < at &&
      memberOf(one.speaker, scene)?.kind === 'person',
  );
  if (last === undefined || at - endOf(last.statement) > REACH) return null;
  return inferred(last.speaker, 'epithet-of-the-speaker-before');
};

/** "the officers" are the "two officers with knowledge of the case" who spoke before. */
export const describedBefore: Sieve = (statement, { definite, text }, scene) => {
  const [, noun = ''] = /^the (\p{L}+)$/iu.exec(text) ?? [];
  if (!definite || noun === '') return null;
  const before = scene.before.findLast(
    (one) =>
      one.speaker.kind === 'described' &&
      one.speaker.text.length > text.length &&
      startOf(one.statement) < startOf(statement) &&
      headOf(one.speaker.text, scene).includes(noun.toLowerCase()),
  );
  return before === undefined ? null : inferred(before.speaker, 'described-before');
};

/** The words of a description up to what its head is of. */
function headOf(text: string, { words }: Scene): string[] {
  const { role } = readSource(text, words);
  return (role ?? text.split(/,|\s(?:of|for|with|who|from|in|at|on|close|familiar)\s/)[0] ?? text)
    .toLowerCase()
    .split(/\s+/);
}
