import type { Statement } from '../../../record/index.ts';
import { firstEndingAfter, fold, lastStartingBy, overlaps, remembered } from '../../../text/index.ts';
import type { Cast, Member } from '../cast.ts';
import { type Reading, readSource } from '../reading.ts';
import { KIN } from './kin.ts';
import { firstMentionOf, holdersOf } from './of-cast.ts';
import {
  endOf,
  inferred,
  inHeadline,
  isAside,
  memberOf,
  mentionsIn,
  named,
  REACH,
  type Scene,
  type Sieve,
  startOf,
  unknown,
} from './scene.ts';

/** The noun of an office: "minister" of "Minister of Fisheries". */
const nounOf = (role: string) => role.toLowerCase().split(' of ')[0]?.split(/\s+/).at(-1) ?? '';

const OWNED = new Set(['his ', 'her ']);

/** "the minister": the only one of whom the report says so; of two neither, but in a headline the one whom the text names first. */
export const byRole: Sieve = (statement, { role, definite, affiliation, text }, scene) => {
  // "His wife" is somebody whom the report names.
  const isKin = OWNED.has(text.slice(0, 4).toLowerCase()) && KIN.has(nounOf(role ?? ''));
  const isOne = definite || inHeadline(statement, scene) || isKin;
  if (role === null || !isOne) return null;
  const noun = nounOf(role);
  const { all, plainly } = calledSo({ role, affiliation }, scene);
  const [only, ...more] = plainly.length === 1 ? plainly : all;
  if (only === undefined) return null;
  const meant = more.length === 0 ? only : inHeadline(statement, scene) ? firstOf(all, scene) : null;
  if (meant !== null) return named(meant, scene, { how: 'inferred', by: 'role-named-before' });
  return unknown(
    'several have this role',
    all.map((member) => ({ member, why: `is ${noun} too` })),
    scene,
  );
};

interface Called {
  readonly all: readonly Member[];
  readonly plainly: readonly Member[];
}

/** Who of a whole cast is called how, found once for all statements of "the minister". */
const calledIn = remembered((_: Cast) => new Map<string, Called>());

function calledSo({ role, affiliation }: { role: string; affiliation: string | null }, scene: Scene): Called {
  const known = calledIn(scene.cast);
  const key = JSON.stringify([role, affiliation]);
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const all = holdersOf(nounOf(role), scene).filter((member) => isCalled(member, { role, affiliation }));
  const made = { all, plainly: all.filter((member) => isPlainly(member, role)) };
  known.set(key, made);
  return made;
}

/** Whether somebody is called exactly so, of nothing: "the president" is President Obama before the president of a club. */
const isPlainly = ({ offices }: Member, role: string): boolean =>
  offices.some(({ title, of }) => of === null && title.toLowerCase() === role.toLowerCase());

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
/** Offices of which there are many, and whose holders are seldom named: "the spokesman", "officials". */
const MANY = new Set(
  'spokesman spokeswoman spokesperson official officials source sources witness witnesses officer officers'.split(
    ' ',
  ),
);

/**
 * "a prosecutor" of the lede is the prosecutor whom the report names further down, where it names one; "the clerk to the
 * council" is who speaks next, where the report says nothing else of them.
 */
export const lede: Sieve = (statement, { role, text, affiliation, definite, possessive }, scene) => {
  if (role === null) return null;
  const at = startOf(statement);
  const block = firstEndingAfter(scene.report.blocks, at);
  if (block >= LEDE_BLOCKS && at >= (scene.report.blocks[block]?.start ?? at + 1)) return null;
  const [only, ...more] = holdersOf(nounOf(role), scene);
  if (affiliation === null && /^an? /i.test(text) && only !== undefined && more.length === 0) {
    const first = firstMentionOf(only, scene);
    const isBelow = first >= at && first - at <= LEDE_REACH;
    return isBelow ? named(only, scene, { how: 'inferred', by: 'named-below-the-lede' }) : null;
  }
  const isOne = definite || possessive || /['’]s? /.test(text);
  const isSingular = !MANY.has(nounOf(role)) && !/[^s]s$/.test(nounOf(role));
  const next = isOne && only === undefined && isSingular ? nextSpeaker(statement, scene) : null;
  if (next === null) return null;
  next.role = role;
  next.affiliation ??= affiliation;
  return named(next, scene, { how: 'inferred', by: 'named-below-the-lede' });
};

/** Who is named next, speaks where they are first named, and has no role of their own. */
function nextSpeaker(statement: Statement, scene: Scene): Member | null {
  const from = statement.source.at(-1)?.end ?? 0;
  const [next] = mentionsIn(scene, { start: from, end: from + LEDE_REACH }).filter(
    ({ member, start }) => member.kind === 'person' && firstMentionOf(member, scene) === start,
  );
  if (next === undefined || next.member.role !== null || !next.member.name.includes(' ')) return null;
  const speaks = scene.sources.some((source) => overlaps(source, next));
  const isSaid = statement.content.some((piece) => overlaps(piece, next));
  return speaks && !isSaid ? next.member : null;
}

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

const OF_TWO = new Set(['former', 'latter', 'pair', 'couple', 'two', 'both']);

/** "the former", "the latter", "the pair": of two whom a sentence before names, and nobody else. */
export const ofTwo: Sieve = (statement, { text }, scene) => {
  const which = text.toLowerCase().replace(/^the /, '');
  if (!OF_TWO.has(which)) return null;
  const at = startOf(statement);
  const here = lastStartingBy(scene.sentences, at);
  for (const sentence of [scene.sentences[here], scene.sentences[here - 1], scene.sentences[here - 2]]) {
    if (sentence === undefined) continue;
    const mentions = mentionsIn(scene, { start: sentence.start, end: Math.min(sentence.end, at) });
    const [one, other, ...more] = [...new Set(mentions.map(({ member }) => member))].filter(
      ({ kind }) => kind === 'person',
    );
    if (one === undefined || other === undefined || more.length > 0) continue;
    const decided = { how: 'inferred', by: 'of-two-before' } as const;
    if (which === 'former') return named(one, scene, decided);
    if (which === 'latter') return named(other, scene, decided);
    return { kind: 'described', text: `${one.name} and ${other.name}`, speaksFor: null, ...decided };
  }
  return null;
};
