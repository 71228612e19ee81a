import { fold } from '../../../text/index.ts';
import type { ReportWords } from '../actor-words.ts';
import type { Cast, Member } from '../cast.ts';
import { plain } from '../codes/plain.ts';
import { isPeople } from '../title.ts';

/** Whom somebody speaks for: one of the cast, or words alone. */
export interface Principal {
  readonly member: Member | null;
  readonly name: string;
}

const principalOf = (member: Member): Principal => ({ member, name: member.name });

/** Names of states that are no region's: initials, or with a word for a form of state. */
const isState = (name: string, { officePhrases }: ReportWords): boolean =>
  /^(?:\p{Lu}\.?){2,}$/u.test(name) ||
  fold(name)
    .split(' ')
    .some((word) => officePhrases['state-form'].includes(word));
/** So many first letters a people has in common with its country: "Scottish", "Scotland". */
const SHARED = 4;
/** So many letters the name of a country has behind what its people's begins with: "Krasov[ia]". */
const MOST_MORE = 3;
const ENDINGS = ['ian', 'ean', 'ese', 'ish', 'an', 'n'];
/** Those that no country's name has. */
const OF_A_PEOPLE = ['ian', 'ese', 'ish'];

/** The countries of one report, by their names, their peoples and their capitals. */
export class Countries {
  private readonly byCode = new Map<string, Member[]>();
  private readonly byStem = new Map<string, Principal[]>();
  private readonly cast: Cast;
  readonly words: ReportWords;

  constructor(cast: Cast, words: ReportWords) {
    this.cast = cast;
    this.words = words;
    for (const member of cast.members) {
      const place = words.places.get(plain(member.name));
      if (place !== undefined && place.sort !== 'capital') putAt(this.byCode, place.country, member);
      const key = fold(member.name);
      if (
        mayBePlace(member) &&
        !key.includes(' ') &&
        !OF_A_PEOPLE.some((ending) => key.replace(/s$/, '').endsWith(ending))
      )
        putAt(this.byStem, key.slice(0, SHARED), principalOf(member));
    }
    // "Halvony" may stand in a ministry's name alone.
    for (const [name, kind] of words.named)
      if (kind === 'place' && /^\p{Lu}\p{Ll}+$/u.test(name) && !isPeople(name, words) && !cast.has(name))
        putAt(this.byStem, fold(name).slice(0, SHARED), { member: null, name });
  }

  /** The country that a word or words name, by its people or capital too; null where they name none. */
  of(words: string): Principal | null {
    const bare = words.replace(/^the /i, '').replace(/['’]s?$/, '');
    const place = this.words.places.get(plain(bare));
    const own = this.cast.find(bare);
    if (place?.sort === 'place') return null;
    if (place?.sort === 'name')
      return own !== null && own.kind !== 'person' && fold(own.name) === fold(bare)
        ? principalOf(own)
        : { member: null, name: bare };
    if (place !== undefined) return this.withCode(place.country, bare);
    const isOnePeople = !bare.includes(' ') && /^\p{Lu}/u.test(bare) && isPeople(bare, this.words);
    // A tagger may take "Krasovian" for a place.
    const country = isOnePeople ? this.withPeople(bare) : null;
    if (country !== null) return country;
    if (own !== null && own.kind === 'country' && fold(own.name) === fold(bare)) return principalOf(own);
    return isOnePeople ? { member: null, name: bare } : null;
  }

  /** The same of what stands before a government, a ministry or a side: "[Belmark] government". */
  owner(words: string): Principal | null {
    const known = this.of(words);
    if (known !== null) return known;
    const bare = words.replace(/['’]s?$/, '');
    const own = this.cast.find(bare);
    if (own !== null && mayBePlace(own) && fold(own.name) === fold(bare)) return principalOf(own);
    const { kind, country, sector } = this.words.known.get(plain(bare)) ?? {};
    return kind === 'person' && sector === 'GOV' && country != null ? this.withCode(country, bare) : null;
  }

  /** A country by its code: as the report names it, else as the lexicon does. */
  withCode(code: string, as: string): Principal {
    const chief = this.words.countries.get(code);
    const members = this.byCode.get(code) ?? [];
    const isChief = ({ name }: Member) => chief !== undefined && plain(name) === plain(chief);
    const hasStem = ({ name }: Member) =>
      fold(name).startsWith(fold(as).slice(0, SHARED)) && as.length >= SHARED;
    const isName = ({ name }: Member) => this.words.places.get(plain(name))?.sort === 'name';
    const own =
      members.find((member) => hasStem(member) && !isPeople(member.name, this.words)) ??
      members.find(isChief) ??
      members.find((member) => isName(member) && isState(member.name, this.words));
    return own === undefined ? { member: null, name: chief ?? as } : principalOf(own);
  }

  /** "Krasovian": the only one of the cast whose name begins as its people's does. */
  private withPeople(people: string): Principal | null {
    const key = fold(people);
    const ending = ENDINGS.find((one) => key.endsWith(one) && key.length - one.length >= SHARED);
    if (ending === undefined) return null;
    const stem = key.slice(0, -ending.length);
    const [only, ...more] = (this.byStem.get(stem.slice(0, SHARED)) ?? []).filter(({ name }) => {
      const own = fold(name);
      return own.startsWith(stem) && own.length <= stem.length + MOST_MORE;
    });
    return only !== undefined && more.length === 0 ? only : null;
  }
}

/** A name of one word that nothing calls a person: taggers take unknown countries for anything. */
function mayBePlace({ kind, role, affiliation, gender, words }: Member): boolean {
  if (kind === 'outlet' || kind === 'agency') return false;
  return (
    kind !== 'person' || (role === null && affiliation === null && gender === null && words.length === 1)
  );
}

function putAt<One>(index: Map<string, One[]>, key: string, one: One): void {
  const own = index.get(key);
  if (own === undefined) index.set(key, [one]);
  else own.push(one);
}
