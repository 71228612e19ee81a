import type { Actor, Report, Statement } from '../../record/index.ts';
import { firstEndingAfter } from '../../text/index.ts';
import type { Cast, Member, Mention } from './cast.ts';
import { type ActorWords, type Reading, readSource } from './reading.ts';

type Speaker = Statement['speaker'];

/** What the sieves look at. */
interface Scene {
  readonly report: Pick<Report, 'text' | 'outlet'>;
  readonly cast: Cast;
  readonly idOf: ReadonlyMap<Member, Actor['actor']>;
  /** The last statements before this one, in the order of the text, with their speakers. */
  readonly before: readonly Resolved[];
  readonly enclosing: Resolved | null;
}

interface Resolved {
  readonly statement: Statement;
  readonly speaker: Speaker;
}

/** A sieve answers, or leaves the question to the next. */
type Sieve = (statement: Statement, reading: Reading, scene: Scene) => Speaker | null;

/** How far back a pronoun reaches: some paragraphs. */
const REACH = 1200;

/** So many statements before a pronoun are asked: more than its reach holds. */
const MOST_ASKED = 200;

/** From what the text states to what is only likely; the first answer counts and carries the sieve's name. */
const SIEVES: readonly Sieve[] = [
  byName,
  firstPerson,
  relative,
  personalPronoun,
  otherPronoun,
  byRole,
  byAge,
  byBody,
  described,
];

/** Gives each statement its speaker, an enclosing statement before those within it. `statements` are in the order of the text. */
export function resolveSpeakers(
  report: Pick<Report, 'text' | 'outlet'>,
  {
    statements,
    cast,
    idOf,
  }: { statements: readonly Statement[]; cast: Cast; idOf: ReadonlyMap<Member, Actor['actor']> },
  words: ActorWords,
): Statement[] {
  const resolved: Resolved[] = [];
  const byId = new Map<Statement['id'], Resolved>();
  for (const statement of statements) {
    const enclosing = statement.within === null ? null : (byId.get(statement.within) ?? null);
    const speaker = speakerOf(
      statement,
      { report, cast, idOf, before: resolved.slice(-MOST_ASKED), enclosing },
      words,
    );
    const one = { statement: { ...statement, speaker }, speaker };
    resolved.push(one);
    byId.set(statement.id, one);
  }
  return resolved.map(({ statement }) => statement);
}

function speakerOf(statement: Statement, scene: Scene, words: ActorWords): Speaker {
  const reading = readingOf(statement, words);
  if (reading === null) return { kind: 'unknown', why: 'the text names no source', others: [] };
  for (const sieve of SIEVES) {
    const speaker = sieve(statement, reading, scene);
    if (speaker !== null) return speaker;
  }
  return { kind: 'unknown', why: 'no rule knows this source', others: [] };
}

/** Of a source in pieces the first that has a name, else the last: "the museum, which … it". */
function readingOf({ source }: Statement, words: ActorWords): Reading | null {
  const readings = source.map(({ text }) => readSource(text, words));
  return readings.find(({ name }) => name !== null) ?? readings.at(-1) ?? null;
}

function named(member: Member, scene: Scene, decided: { how: 'stated' | 'inferred'; by: string }): Speaker {
  const { name, role, affiliation } = member;
  return {
    kind: 'named',
    actor: scene.idOf.get(member) ?? null,
    name,
    role,
    affiliation,
    ...decided,
    others: [],
  };
}

function byName(_: Statement, { name, role }: Reading, scene: Scene): Speaker | null {
  if (name === null) return null;
  const member = scene.cast.find(name);
  if (member !== null) {
    const speaker = named(member, scene, { how: 'stated', by: 'name-in-source' });
    return speaker.kind === 'named' && role !== null ? { ...speaker, role } : speaker;
  }
  const others = scene.cast.possible(name).map((other) => ({
    actor: scene.idOf.get(other) ?? null,
    name: other.name,
    why: 'has the same short name',
  }));
  return others.length === 0 ? null : { kind: 'unknown', why: 'several have this name', others };
}

/** "I" within somebody's words is that person; "we" in the report's own words is its outlet. */
function firstPerson(_: Statement, { pronoun, text }: Reading, { enclosing, report }: Scene): Speaker | null {
  if (pronoun !== 'i' && pronoun !== 'we') return null;
  if (enclosing !== null && (pronoun === 'i' || isBody(enclosing.speaker)))
    return inferred(enclosing.speaker, 'first-person-is-the-speaker');
  if (enclosing === null && pronoun === 'we' && report.outlet !== null)
    return {
      kind: 'named',
      actor: null,
      name: report.outlet,
      role: null,
      affiliation: null,
      how: 'inferred',
      by: 'we-is-the-outlet',
      others: [],
    };
  return { kind: 'described', text, how: 'inferred', by: 'first-person' };
}

const isBody = (speaker: Speaker) =>
  speaker.kind === 'named' && speaker.role === null && !/^\p{Lu}\S+ \p{Lu}\S+$/u.test(speaker.name);

function inferred(speaker: Speaker, by: string): Speaker {
  return speaker.kind === 'unknown' ? speaker : { ...speaker, how: 'inferred', by };
}

/** "Irena Kolb, who called it …": the name or the words right before. */
function relative(statement: Statement, { pronoun }: Reading, scene: Scene): Speaker | null {
  if (pronoun !== 'who' && pronoun !== 'which' && pronoun !== 'that') return null;
  const at = statement.source[0]?.start ?? 0;
  const member = nearest(scene, at, () => true);
  if (member !== null && at - member.end < 25)
    return named(member.member, scene, { how: 'inferred', by: 'relative-clause' });
  const before = /(\p{Lu}[^,.;:“”"\n]{1,60}),?\s*$/u.exec(
    scene.report.text.slice(Math.max(0, at - 80), at),
  )?.[1];
  const found = before === undefined ? null : scene.cast.find(before.trim());
  return found === null ? null : named(found, scene, { how: 'inferred', by: 'relative-clause' });
}

/** The member mentioned last before a place. */
function nearest(
  { cast }: Scene,
  at: number,
  fits: (member: Member) => boolean,
): { member: Member; end: number } | null {
  const { mentions } = cast;
  for (let index = firstEndingAfter(mentions, at) - 1; index >= 0; index--) {
    const { member, end } = mentions[index] as Mention;
    if (at - end > REACH) return null;
    if (fits(member)) return { member, end };
  }
  return null;
}

/**
 * "he", "she": who spoke last, when the gender agrees; within somebody's reported words that person; else the person named
 * last. What a pronoun is found to be is remembered, so that the other pronoun is somebody else.
 */
function personalPronoun(statement: Statement, { pronoun, gender }: Reading, scene: Scene): Speaker | null {
  if (pronoun !== 'he' && pronoun !== 'she') return null;
  const at = statement.source[0]?.start ?? 0;
  const agrees = (speaker: Speaker): boolean => {
    if (speaker.kind === 'unknown' || (speaker.kind === 'named' && isBody(speaker))) return false;
    if (speaker.kind === 'described')
      return /\b(?:who|man|woman|lawyer|\p{L}+(?:er|or|ist|man|woman))\b/iu.test(speaker.text);
    const member = scene.cast.find(speaker.name);
    return (
      member !== null && member.kind === 'person' && (member.gender === null || member.gender === gender)
    );
  };
  const { enclosing } = scene;
  const within = enclosing !== null && enclosing.statement.kind === 'indirect' && agrees(enclosing.speaker);
  const last = scene.before.findLast(
    (one) =>
      one !== enclosing &&
      one.statement.within === null &&
      at - (one.statement.source.at(-1)?.end ?? Number.NEGATIVE_INFINITY) <= REACH &&
      (one.statement.source[0]?.start ?? at) < at &&
      agrees(one.speaker),
  );
  const person = nearest(
    scene,
    at,
    (member) => member.kind === 'person' && (member.gender === null || member.gender === gender),
  );
  const lastAt = last?.statement.source.at(-1)?.end ?? -1;
  const found = within
    ? inferred(enclosing.speaker, 'pronoun-of-the-speaker')
    : person !== null && person.end > lastAt && enclosing === null && isSubject(scene.report.text, person)
      ? named(person.member, scene, { how: 'inferred', by: 'pronoun-of-the-subject-before' })
      : last !== undefined
        ? inferred(last.speaker, 'pronoun-of-the-speaker-before')
        : person !== null
          ? named(person.member, scene, { how: 'inferred', by: 'pronoun-of-the-person-before' })
          : null;
  if (found === null) return { kind: 'unknown', why: 'no person before the pronoun', others: [] };
  const member = found.kind === 'named' ? scene.cast.find(found.name) : null;
  if (member !== null) member.gender ??= gender;
  if (found.kind !== 'named' || person === null || person.member.name === found.name) return found;
  const other = {
    actor: scene.idOf.get(person.member) ?? null,
    name: person.member.name,
    why: 'was named last',
  };
  return { ...found, others: [other] };
}

/** Whether a name stands at the beginning of its sentence, title and all. */
function isSubject(text: string, { end, member }: { end: number; member: Member }): boolean {
  const before = text.slice(
    Math.max(0, end - member.name.length - 60),
    Math.max(0, end - member.name.length),
  );
  return /(?:^|[.!?]["”’]?\s+|\n\s*)(?:[^.!?\n,]{0,50}\s)?$/.test(before);
}

/** "it", "they": the body or group that spoke or was named last. */
function otherPronoun(statement: Statement, { pronoun }: Reading, scene: Scene): Speaker | null {
  if (pronoun !== 'it' && pronoun !== 'they') return null;
  const at = statement.source[0]?.start ?? 0;
  const last = scene.before.findLast(
    ({ statement: { source }, speaker }) =>
      (source.at(-1)?.end ?? 0) <= at &&
      at - (source.at(-1)?.end ?? Number.NEGATIVE_INFINITY) <= REACH &&
      (speaker.kind === 'described' ||
        (speaker.kind === 'named' && scene.cast.find(speaker.name)?.kind !== 'person')),
  );
  const body = nearest(scene, at, (member) => member.kind !== 'person');
  if (last !== undefined && (body === null || (last.statement.source.at(-1)?.end ?? 0) >= body.end - 80))
    return inferred(last.speaker, 'pronoun-of-the-body-before');
  if (body !== null) return named(body.member, scene, { how: 'inferred', by: 'pronoun-of-the-body-before' });
  return { kind: 'unknown', why: 'nobody before the pronoun', others: [] };
}

/** "the minister": the only one of whom the report says so; of two, neither. */
function byRole(_: Statement, { role, definite, affiliation }: Reading, scene: Scene): Speaker | null {
  if (role === null || !definite || affiliation !== null) return null;
  const noun = role.toLowerCase().split(/\s+/).at(-1) ?? '';
  const holders = scene.cast.members.filter(
    (member) => member.role?.toLowerCase().split(/\s+/).includes(noun) === true,
  );
  const [only, ...more] = holders;
  if (only === undefined) return null;
  if (more.length === 0) return named(only, scene, { how: 'inferred', by: 'role-named-before' });
  const others = holders.map((member) => ({
    actor: scene.idOf.get(member) ?? null,
    name: member.name,
    why: `is ${noun} too`,
  }));
  return { kind: 'unknown', why: 'several have this role', others };
}

/** "the 49-year-old" is the person who spoke or was named last. */
function byAge(statement: Statement, { text }: Reading, scene: Scene): Speaker | null {
  if (!/^the \d+-year-old$/i.test(text)) return null;
  const last = nearest(scene, statement.source[0]?.start ?? 0, (member) => member.kind === 'person');
  return last === null
    ? null
    : named(last.member, scene, { how: 'inferred', by: 'age-of-the-person-before' });
}

/** Words for a body that its name need not have. */
const ANY_BODY = /^(?:company|firm|group|organi[sz]ation|business|operator)$/;

/** "the museum" is the one whose name says so; "the company" is the body that spoke or was named last. */
function byBody(statement: Statement, { text, role }: Reading, scene: Scene): Speaker | null {
  const [, noun] = /^[Tt]he (\p{Ll}+)$/u.exec(text) ?? [];
  if (noun === undefined || role !== null) return null;
  const at = statement.source[0]?.start ?? 0;
  const namesakes = scene.cast.members.filter(
    (member) => member.kind !== 'person' && member.name.toLowerCase().split(/\s+/).includes(noun),
  );
  const [only, ...more] = namesakes;
  if (only !== undefined && more.length === 0)
    return named(only, scene, { how: 'inferred', by: 'body-named-before' });
  if (!ANY_BODY.test(noun)) return null;
  const last = nearest(scene, at, (member) => member.kind === 'organization');
  return last === null ? null : named(last.member, scene, { how: 'inferred', by: 'body-before' });
}

function described(_: Statement, { text }: Reading): Speaker {
  return { kind: 'described', text, how: 'stated', by: 'words-of-the-source' };
}
