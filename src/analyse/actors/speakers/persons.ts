import type { Statement } from '../../../record/index.ts';
import { lastStartingBy, type Range } from '../../../text/index.ts';
import type { Member, Mention } from '../cast.ts';
import { readSource } from '../reading.ts';
import {
  endOf,
  inferred,
  isAside,
  isBody,
  memberOf,
  mentionsIn,
  named,
  nearest,
  REACH,
  type Resolved,
  type Scene,
  type Sieve,
  type Speaker,
  startOf,
  unknown,
} from './scene.ts';

/** "I" within somebody's words is that person, "we" the group that the person speaks for; "we" in the report's own words is its outlet. */
export const firstPerson: Sieve = (_, { pronoun, text }, scene) => {
  if (pronoun !== 'i' && pronoun !== 'we') return null;
  const { enclosing, report } = scene;
  if (enclosing !== null && (pronoun === 'i' || isBody(enclosing.speaker, scene)))
    return inferred(enclosing.speaker, 'first-person-is-the-speaker');
  if (enclosing !== null) {
    const body = bodyOf(enclosing.speaker, scene);
    if (body !== null) return named(body, scene, { how: 'inferred', by: 'we-is-the-speakers-body' });
  }
  if (enclosing === null && pronoun === 'we' && report.outlet !== null)
    return {
      kind: 'named',
      actor: null,
      name: report.outlet,
      role: null,
      affiliation: null,
      speaksFor: null,
      how: 'inferred',
      by: 'we-is-the-outlet',
      others: [],
    };
  return { kind: 'described', text, speaksFor: null, how: 'inferred', by: 'first-person' };
};

/** The body that a person speaks for, where the text says so. */
export function bodyOf(speaker: Speaker, { cast }: Pick<Scene, 'cast'>): Member | null {
  if (speaker.kind !== 'named' || speaker.affiliation === null) return null;
  const body = cast.find(speaker.affiliation);
  return body === null || body.kind === 'person' ? null : body;
}

/** "you" in a talk of two: the other one. */
export const secondPerson: Sieve = (_, { pronoun }, { enclosing, before }) => {
  if (pronoun !== 'you' || enclosing?.speaker.kind !== 'named') return null;
  const { name } = enclosing.speaker;
  const other = before.findLast(
    ({ speaker, statement }) =>
      statement.cue[0]?.text === ':' && speaker.kind === 'named' && speaker.name !== name,
  );
  return other === undefined ? null : inferred(other.speaker, 'you-is-the-other-of-two');
};

const NEAR = 80;
/** The words for somebody without a name right before a relative pronoun: "those who", "a woman in the crowd who". */
const UNNAMED =
  /((?:those|people|(?:the|an?|some|many|most|several|two|three|more|other) (?:(?!(?:the|an?|of|to|and|but|that|which|who)\b)[\p{Ll}-]+(?: |(?![\p{Ll}-]))){1,4}(?:(?:in|of|from|on|at) (?:the )?[\p{L}-]+)?)),? ?$/iu;

/** "Irena Kolb, who called it …": the name or the words right before. */
export const relative: Sieve = (statement, { pronoun }, scene) => {
  if (pronoun !== 'who' && pronoun !== 'which' && pronoun !== 'that') return null;
  const at = startOf(statement);
  const found = antecedent(at, scene);
  if (found !== null) return found;
  const words = UNNAMED.exec(scene.report.text.slice(Math.max(0, at - NEAR), at))?.[1];
  return words === undefined
    ? unknown('whom the relative clause takes up has no name', [], scene)
    : { kind: 'described', text: words, speaksFor: null, how: 'inferred', by: 'relative-clause' };
};

/** Whom a relative pronoun at a place takes up. */
export function antecedent(at: number, scene: Scene): Speaker | null {
  const decided = { how: 'inferred', by: 'relative-clause' } as const;
  const last = nearest(scene, at, () => true);
  if (last !== null && at - last.end < 25) return named(last.member, scene, decided);
  const before = /(\p{Lu}[^,.;:“”"\n]{1,60}),?\s*$/u.exec(
    scene.report.text.slice(Math.max(0, at - 80), at),
  )?.[1];
  const found = before === undefined ? null : scene.cast.find(before.trim());
  return found === null ? null : named(found, scene, decided);
}

const HE =
  /\b(?:man|father|son|husband|brother|uncle|nephew|grandfather|grandson|king|boy|widower|boyfriend|(?<!\p{L})\p{L}+(?:s|e|y|i)man|chairman|actor|waiter)\b/iu;
const SHE =
  /\b(?:(?<!\p{L})\p{L}*woman|mother|daughter|wife|sister|aunt|niece|grandmother|granddaughter|queen|girl|widow|girlfriend|actress|waitress|landlady)\b/iu;
const PERSON =
  /^(?:(?:one|another|each|neither) of|the other\b|an? (?:\p{Ll}+ )*(?:person|man|woman|source|insider|boy|girl|figure)\b)/iu;

/** Whether words that describe somebody can be of one person with this pronoun. */
function describesPerson(text: string, gender: 'he' | 'she', { words }: Scene): boolean {
  if (PERSON.test(text)) return gender === 'he' ? !SHE.test(text) : !HE.test(text) || SHE.test(text);
  const { role } = readSource(text, words);
  if (role === null) return false;
  const head = role.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (!words.roles.has(head)) return false;
  return gender === 'he' ? !SHE.test(role) : SHE.test(role) || !HE.test(role);
}

/**
 * "he", "she": within somebody's reported words that person; else the subject of the sentence before (or of the same one)
 * where it is no other than who spoke last; else who spoke last; else the person named last. Gender must not be another.
 * What a pronoun is found to be is remembered, so that the other pronoun is somebody else.
 */
export const personalPronoun: Sieve = (statement, { pronoun, gender }, scene) => {
  if ((pronoun !== 'he' && pronoun !== 'she') || gender === null) return null;
  const at = startOf(statement);
  const { enclosing } = scene;
  const fits = (member: Member) =>
    member.kind === 'person' && (member.gender === null || member.gender === gender);
  const agrees = (speaker: Speaker): boolean => {
    if (speaker.kind === 'described') return describesPerson(speaker.text, gender, scene);
    const member = memberOf(speaker, scene);
    return member !== null && fits(member);
  };
  const last = lastSpeaker(scene, at, agrees);
  const person = nearest(scene, at, fits);
  const subject = subjectBefore(scene, at, fits);
  const found = ((): Speaker | null => {
    if (enclosing !== null && enclosing.statement.kind === 'indirect' && agrees(enclosing.speaker))
      return inferred(enclosing.speaker, 'pronoun-of-the-speaker');
    const lastAt = last === undefined ? -1 : endOf(last.statement);
    if (subject !== null && subject.end > lastAt && enclosing === null)
      return named(subject.member, scene, { how: 'inferred', by: 'pronoun-of-the-subject-before' });
    if (last !== undefined) return inferred(last.speaker, 'pronoun-of-the-speaker-before');
    return person === null
      ? null
      : named(person.member, scene, { how: 'inferred', by: 'pronoun-of-the-person-before' });
  })();
  if (found === null) return unknown('no person before the pronoun', [], scene);
  const member = memberOf(found, scene);
  if (member !== null) member.gender ??= gender;
  if (found.kind !== 'named' || person === null || person.member.name === found.name) return found;
  return { ...found, others: runnersUp(person, scene) };
};

function runnersUp({ member }: Mention, { idOf }: Scene) {
  return [{ actor: idOf.get(member) ?? null, name: member.name, why: 'was named last' }];
}

/** Who spoke last before a place, in no other's words, and agrees. */
function lastSpeaker(
  { before, enclosing }: Scene,
  at: number,
  agrees: (speaker: Speaker) => boolean,
): Resolved | undefined {
  return before.findLast(
    (one) =>
      one !== enclosing &&
      one.statement.within === null &&
      at - endOf(one.statement) <= REACH &&
      startOf(one.statement) < at &&
      one.statement.source.length > 0 &&
      !isAside(one.statement) &&
      agrees(one.speaker),
  );
}

/** A subject stands near the beginning of its sentence, behind little more than a title. */
const SUBJECT_WITHIN = 60;

const BEHIND_PREPOSITION =
  /\b(?:by|with|to|for|of|from|about|against|after|behind|like|unlike) (?:\p{L}+ ){0,2}$/iu;

/** The first person who fits in the pronoun's own sentence before it, else in the sentence before, where it is the subject. */
function subjectBefore(scene: Scene, at: number, fits: (member: Member) => boolean): Mention | null {
  const { sentences } = scene;
  const here = lastStartingBy(sentences, at);
  for (const sentence of [sentences[here], sentences[here - 1]]) {
    if (sentence === undefined) continue;
    // Of a sentence without end no more is looked at than a pronoun reaches.
    const range: Range = { start: sentence.start, end: Math.min(sentence.end, at, sentence.start + REACH) };
    // "Asked whether Keel would play, he said": whoever is asked about does not answer.
    if (scene.report.text.startsWith('Asked ', sentence.start)) continue;
    const [first] = mentionsIn(scene, range).filter(({ member }) => fits(member));
    if (first === undefined) continue;
    const before = scene.report.text.slice(sentence.start, first.start);
    return before.length <= SUBJECT_WITHIN && !BEHIND_PREPOSITION.test(before) ? first : null;
  }
  return null;
}

/** "the 49-year-old" is the person who spoke or was named last. */
export const byAge: Sieve = (statement: Statement, { text }, scene) => {
  if (!/^the \d+-year-old$/i.test(text)) return null;
  const last = nearest(scene, startOf(statement), (member) => member.kind === 'person');
  return last === null
    ? null
    : named(last.member, scene, { how: 'inferred', by: 'age-of-the-person-before' });
};
