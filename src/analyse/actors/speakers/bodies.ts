import { lastStartingBy } from '../../../text/index.ts';
import { phraseOf } from '../../syntax/index.ts';
import type { Mention } from '../cast.ts';
import { plain } from '../codes/plain.ts';
import { bodiesWith, countryIn } from './of-cast.ts';
import { antecedent, bodyOf } from './persons.ts';
import {
  endOf,
  inferred,
  inHeadline,
  memberOf,
  mentionsIn,
  named,
  nearest,
  REACH,
  type Scene,
  type Sieve,
  type Speaker,
  startOf,
  unknown,
} from './scene.ts';

/** "it", "they": the body or group that spoke or was named last. */
export const otherPronoun: Sieve = (statement, { pronoun }, scene) =>
  pronoun === 'it' || pronoun === 'they' ? bodyBefore(startOf(statement), scene, pronoun === 'they') : null;

/** Several are "they" before any body is that stands nearer: "states", "officials", "the mayor and the union". */
const SEVERAL = /(?: and |^(?:\p{L}+ )*?\p{L}{2,}s(?: (?:of|in|from|who|with|led|on|at)\b|$))/u;
const NEAR = 500;

/** Whom "it" or "they" at a place take up: the body or group that spoke or was named last. */
export function bodyBefore(at: number, scene: Scene, several = false): Speaker {
  const last = scene.before.findLast(
    ({ statement, speaker }) =>
      endOf(statement) <= at &&
      at - endOf(statement) <= REACH &&
      (speaker.kind === 'described' ||
        (speaker.kind === 'named' && memberOf(speaker, scene)?.kind !== 'person')),
  );
  if (
    several &&
    last?.speaker.kind === 'described' &&
    SEVERAL.test(last.speaker.text) &&
    at - endOf(last.statement) <= NEAR
  )
    return inferred(last.speaker, 'they-are-the-several-before');
  const subject = several ? severalBefore(at, scene) : null;
  if (subject !== null) return subject;
  const body = subjectBody(at, scene) ?? nearest(scene, at, (member) => member.kind !== 'person');
  if (last !== undefined && (body === null || endOf(last.statement) >= body.end - 80))
    return inferred(last.speaker, 'pronoun-of-the-body-before');
  if (body !== null) return named(body.member, scene, { how: 'inferred', by: 'pronoun-of-the-body-before' });
  return unknown('nobody before the pronoun', [], scene);
}

/** The body that is the subject of the sentence before, or of this one before a place. */
function subjectBody(at: number, { sentences, syntax, cast }: Scene): Mention | null {
  const here = lastStartingBy(sentences, at);
  for (const sentence of [sentences[here], sentences[here - 1]]) {
    if (sentence === undefined || at - sentence.end > NEAR) continue;
    const words = syntax.wordsIn({ start: sentence.start, end: Math.min(sentence.end, at) });
    const subject = words.find(
      ({ relation, parent }) => relation.startsWith('nsubj') && parent?.relation === 'root',
    );
    const found = subject === undefined ? [] : mentionsIn({ cast }, phraseOf(subject));
    const body = found.find(
      ({ member, start, end }) =>
        member.kind !== 'person' && subject !== undefined && start <= subject.start && subject.end <= end,
    );
    if (body !== undefined) return body;
  }
  return null;
}

/** "Hana and Mira Lodz" reopened it: several who were the subject of the sentence before. */
function severalBefore(at: number, { sentences, phrases, report }: Scene): Speaker | null {
  const here = lastStartingBy(sentences, at);
  const before = sentences[here - 1];
  const range = before === undefined || at - before.end > NEAR ? null : phrases.severalIn(before);
  if (range === null) return null;
  const text = report.text.slice(range.start, range.end);
  return { kind: 'described', text, speaksFor: null, how: 'inferred', by: 'they-are-the-several-before' };
}

/** Words for a body that its name need not have. */
const ANY_BODY =
  /^(?:company|firm|group|organi[sz]ation|business|operator|maker|retailer|bank|airline|carmaker|manufacturer|club|team|charity|agency|union|party|broadcaster|newspaper|paper|outlet|channel)$/;

/** "the museum" is the one whose name says so; "the company" is the body that spoke or was named last. */
export const byBody: Sieve = (statement, { text }, scene) => {
  const pattern = inHeadline(statement, scene) ? /^(?:[Tt]he )?(\p{L}+)$/u : /^[Tt]he (\p{Ll}+)$/u;
  const noun = pattern.exec(text)?.[1]?.toLowerCase();
  if (noun === undefined || scene.words.roles.has(noun)) return null;
  const bodies = bodiesWith(noun, scene);
  const [only] = bodies;
  if (only !== undefined && bodies.length === 1)
    return named(only, scene, { how: 'inferred', by: 'body-named-before' });
  if (!ANY_BODY.test(noun)) return null;
  const last = nearest(scene, startOf(statement), (member) => member.kind === 'organization');
  return last === null ? null : named(last.member, scene, { how: 'inferred', by: 'body-before' });
};

/** "the Russian side" is the country, where the report names it. */
export const bySide: Sieve = (_, { text }, scene) => {
  const [, people = ''] =
    /^the (\p{Lu}[\p{L} ]*?) (?:side|authorities|leadership|delegation)$/iu.exec(text) ?? [];
  const country = scene.words.places.get(plain(people))?.country;
  if (country === undefined) return null;
  const own = countryIn(country, scene);
  return own === null ? null : named(own, scene, { how: 'inferred', by: 'side-of-the-country' });
};

const POSSESSIVE = /^(its|his|her|whose) (?:own |latest |new |\p{L}+ ){0,2}?(\p{Ll}+)$/iu;
/** Words of one's own that are given out, beside documents. */
const GIVEN_OUT = new Set(
  'statement letter post message website account note speech release announcement remarks comments'.split(
    ' ',
  ),
);
const OWN_BODY =
  /^(?:company|firm|party|union|group|organi[sz]ation|ministry|government|team|club|campaign|office)$/;

/** "its statement" is the words of whoever issued it; "her company" is the one that she speaks for. */
export const byPossessor: Sieve = (statement, { text }, scene) => {
  const [, possessive = '', noun = ''] = POSSESSIVE.exec(text) ?? [];
  if (possessive === '') return null;
  const at = startOf(statement);
  const isPerson = /^(?:his|her)$/i.test(possessive);
  if (scene.words.documents.has(noun) || GIVEN_OUT.has(noun)) {
    const owner =
      possessive.toLowerCase() === 'whose'
        ? antecedent(at, scene)
        : isPerson
          ? personBefore(at, scene)
          : bodyBefore(at, scene);
    return owner === null || owner.kind === 'unknown' ? null : inferred(owner, 'whose-words-they-are');
  }
  if (!isPerson || !OWN_BODY.test(noun)) return null;
  const owner = personBefore(at, scene);
  const body = owner === null ? null : bodyOf(owner, scene);
  return body === null ? null : named(body, scene, { how: 'inferred', by: 'body-of-the-person-before' });
};

function personBefore(at: number, scene: Scene): Speaker | null {
  const last = scene.before.findLast(
    ({ statement, speaker }) => startOf(statement) < at && memberOf(speaker, scene)?.kind === 'person',
  );
  if (last !== undefined && at - endOf(last.statement) <= REACH) return last.speaker;
  const person = nearest(scene, at, (member) => member.kind === 'person');
  return person === null
    ? null
    : named(person.member, scene, { how: 'inferred', by: 'whose-words-they-are' });
}
