import type { ActorWords } from '../actor-words.ts';
import type { Cast, Member } from '../cast.ts';
import { plain } from '../codes/plain.ts';

/** What sieves ask of a whole cast, found once and not for each of a hundred thousand statements. */
interface OfCast {
  /** Those of whom the report says that they have a role, by each word of it in lower case. */
  readonly holders: ReadonlyMap<string, readonly Member[]>;
  /** All but persons, by each word of their names in lower case. */
  readonly bodies: ReadonlyMap<string, readonly Member[]>;
  /** The first that is a country or its capital, by the country's code. */
  readonly countries: ReadonlyMap<string, Member>;
  /** Those that a name may be short for, who is named most first. */
  readonly possible: Map<string, readonly Member[]>;
  readonly firstMentions: Map<Member, number>;
}

const known = new WeakMap<Cast, OfCast>();

/** Takes a cast that is whole. */
function ofCast(cast: Cast, words: Pick<ActorWords, 'places'>): OfCast {
  const kept = known.get(cast);
  if (kept !== undefined) return kept;
  const countries = new Map<string, Member>();
  for (const member of cast.members) {
    const place = words.places.get(plain(member.name));
    if (place === undefined || (place.sort !== 'name' && place.sort !== 'capital')) continue;
    if (!countries.has(place.country)) countries.set(place.country, member);
  }
  const made: OfCast = {
    holders: byWord(cast.members, ({ offices }) => offices.map(({ title }) => title)),
    bodies: byWord(
      cast.members.filter(({ kind }) => kind !== 'person'),
      ({ name }) => [name],
    ),
    countries,
    possible: new Map(),
    firstMentions: new Map(),
  };
  known.set(cast, made);
  return made;
}

function byWord(
  members: readonly Member[],
  phrasesOf: (member: Member) => readonly string[],
): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (const member of members)
    for (const word of new Set(phrasesOf(member).flatMap((phrase) => phrase.toLowerCase().split(/\s+/)))) {
      const own = found.get(word);
      if (own === undefined) found.set(word, [member]);
      else own.push(member);
    }
  return found;
}

/** What a scene has of this. */
interface Asked {
  readonly cast: Cast;
  readonly words: Pick<ActorWords, 'places'>;
}

/** Those of whom the report says that they have a role. */
export const holdersOf = (noun: string, { cast, words }: Asked): readonly Member[] =>
  ofCast(cast, words).holders.get(noun) ?? [];

/** The bodies with a word in their names. */
export const bodiesWith = (noun: string, { cast, words }: Asked): readonly Member[] =>
  ofCast(cast, words).bodies.get(noun) ?? [];

/** Who is a country or its capital. */
export const countryIn = (country: string, { cast, words }: Asked): Member | null =>
  ofCast(cast, words).countries.get(country) ?? null;

/** Those that a name may be short for, who is named most first. */
export function possibleFor(name: string, { cast, words }: Asked): readonly Member[] {
  const { possible } = ofCast(cast, words);
  const kept = possible.get(name);
  if (kept !== undefined) return kept;
  const made = cast.possible(name).toSorted((a, b) => b.mentions.length - a.mentions.length);
  possible.set(name, made);
  return made;
}

/** Where somebody is first named. */
export function firstMentionOf(member: Member, { cast, words }: Asked): number {
  const { firstMentions } = ofCast(cast, words);
  const kept = firstMentions.get(member);
  if (kept !== undefined) return kept;
  const first = member.mentions.reduce(
    (least, { start }) => Math.min(least, start),
    Number.POSITIVE_INFINITY,
  );
  firstMentions.set(member, first);
  return first;
}
