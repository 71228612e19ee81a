import { isRole, type ReportWords } from './actor-words.ts';
import { plain } from './codes/plain.ts';

/** A title in two: the office or trade, and the body, country or place that it is one of. */
export interface Title {
  readonly role: string;
  readonly of: string | null;
}

/** What changes an office and is no part of what it is one of: "[former] Penn State coach". */
const CHANGED = new Set(
  'acting former deputy retired interim then late longtime veteran senior chief outgoing incoming ex onetime assistant'.split(
    ' ',
  ),
);
/** "a driver named [Pereira]". */
const NAMED = new Set(['named', 'called', 'nicknamed']);
/** "the other deputy governor", "the £190,000-a-year chief executive": tells which one and not what. */
const WHICH = new Set(['other', 'older', 'younger', 'elder', 'same', 'onetime', 'unnamed', 'local', 'new']);
const isAside = (token: string): boolean => WHICH.has(token.toLowerCase()) || /^[^\p{L}]/u.test(token);
/** Offices whose field is named beside them: "Energy Minister", "Minister of Fisheries". */
const OF_FIELD = new Set('minister ministers secretary secretaries'.split(' '));
/** Words with the ending of names of peoples that are none. */
const NO_PEOPLE = new Set('veteran civilian human guardian librarian urban suburban christian'.split(' '));
const PEOPLE_ENDINGS = ['an', 'ese', 'ish'];
/** Taken for the names of bodies: "Opposition leader" is one office. */
const NO_BODY = new Set(['opposition', 'independent', 'prime', 'vice']);
/** Small bodies of which one is mayor or head, beside those whose names end with a noun for a body. */
const AREAS = new Set('district province county city town region village state borough parish'.split(' '));

const isCapital = (word: string) => /^\p{Lu}/u.test(word);
const lower = (word: string) => word.toLowerCase();
const POSSESSIVE = /(?:['’]s|s['’])$/;

/**
 * Takes the words of a title: "Kestrian deputy foreign minister", "Lask United manager", "the union's secretary". Gives the
 * office and what stands before it of a body, a people or a place; a person's lawyer is nobody's affiliation.
 */
export function titleOf(phrase: string, definite: boolean, words: ReportWords): Title {
  const all = phrase.split(/\s+/);
  const tokens = all.filter(
    (token, at) => !(NAMED.has(token) && at === all.length - 1) && !(at < all.length - 1 && isAside(token)),
  );
  const owner = tokens.findLastIndex((token) => POSSESSIVE.test(token));
  if (owner >= 0 && owner < tokens.length - 1) {
    const name = tokens
      .slice(0, owner + 1)
      .join(' ')
      .replace(/['’]s?$/, '');
    // "a ship's doctor", "Farmers' leader" are trades.
    if (!definite && (!isCapital(name) || isRole(name, words))) return { role: phrase, of: null };
    const role = tokens.slice(owner + 1).join(' ');
    return { role, of: isPerson(name, words) ? null : name };
  }
  const from = tokens.findIndex((token) => !CHANGED.has(lower(token)) && !token.startsWith('ex-'));
  const to = from < 0 ? null : bodyEnd(tokens, from, words);
  if (to === null) return { role: tokens.join(' '), of: null };
  return {
    role: [...tokens.slice(0, from), ...tokens.slice(to)].join(' '),
    of: tokens.slice(from, to).join(' '),
  };
}

/** Whether words name a person or somebody by a role: "Reyes-Marr's co-author", "one teacher's wife". */
function isPerson(name: string, words: ReportWords): boolean {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  if (isRole(last, words)) return true;
  for (const [own, kind] of words.named)
    if (kind === 'person' && (own === name || own.endsWith(` ${name}`))) return true;
  return false;
}

/** Where the words end that name what a title is one of; null where it is named by none. */
function bodyEnd(tokens: readonly string[], from: number, words: ReportWords): number | null {
  const first = tokens[from] ?? '';
  if (NO_BODY.has(lower(first))) return null;
  const isField = OF_FIELD.has(lower(tokens.at(-1) ?? ''));
  for (let to = tokens.length - 1; to > from; to--) {
    const isWhole = isField && to === tokens.length - 1;
    if (isBody(tokens.slice(from, to), isWhole, words)) return to;
  }
  return null;
}

/** Whether words before a title name a body, a place or a people; those of a whole title such as "Energy Minister" are its field. */
function isBody(tokens: readonly string[], isField: boolean, words: ReportWords): boolean {
  const [first = ''] = tokens;
  const named = isCapital(first) ? words.named.get(tokens.join(' ')) : undefined;
  // "Rhodanian Energy Minister": of a field's minister only the people stands before.
  if (isField && tokens.length > 1) return false;
  if (named === 'place' || (named === 'organization' && !isField)) return true;
  if (tokens.length === 1) return isCapital(first) && isPeople(first, words);
  return words.bodies.has(lower(tokens.at(-1) ?? ''));
}

const BEHIND_BODY = / (?:who|which|that|in|on) /;
const ARTICLES = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', 'our', 'this', 'that']);
const withoutArticle = (words: string): string => words.replace(/^(?:the|an?) /i, '');

/** A field, and behind "at", "for" or "of" the body with a name: "rates strategy" and "Pell Securities"; null where there is none. */
function furtherIn(behind: string): { field: string; body: string } | null {
  const tokens = behind.split(' ');
  const at = tokens.findIndex((token, place) => {
    const next = withoutArticle(tokens.slice(place + 1).join(' '));
    return place > 0 && FURTHER.has(token) && isCapital(next) && /\p{Ll}$/u.test(tokens[place - 1] ?? '');
  });
  const isNone = at < 0 || behind.includes(',');
  return isNone ? null : { field: tokens.slice(0, at).join(' '), body: tokens.slice(at + 1).join(' ') };
}

const FURTHER = new Set(['at', 'for', 'of']);

function isBodyNoun(words: string, { bodies }: ReportWords): boolean {
  const last = lower(words.slice(words.lastIndexOf(' ') + 1));
  return bodies.has(last) || AREAS.has(last);
}

/** The name behind what a body is called: "Hollis & Drum" of "rival canner Hollis & Drum". */
function bodyIn(phrase: string): string {
  // "the Institute for Species in Lahn who was not involved": a clause and a place behind a name are no part of it.
  const [words = phrase] = /^\p{Lu}/u.test(phrase) ? phrase.split(BEHIND_BODY) : [phrase];
  const tokens = words.split(' ');
  const from = tokens.findIndex(isCapital);
  const isLabel =
    from > 0 && tokens.slice(from).every((token) => isCapital(token) || token === '&' || token === 'of');
  return isLabel ? tokens.slice(from).join(' ') : words;
}

/** "Kestrian", "Asparan": the people of a country that the lexicon knows, or a word with such an ending. */
export function isPeople(word: string, { places }: ReportWords): boolean {
  const form = lower(word);
  return (
    places.has(plain(word)) ||
    (form.length > 4 && !NO_PEOPLE.has(form) && PEOPLE_ENDINGS.some((ending) => form.endsWith(ending)))
  );
}

/**
 * Takes a title in two: what stands before "of", "for" or "at" and what stands behind it, with its article. Gives the
 * office and what it is one of: "mayor", "Skarn". "Minister of Fisheries" is one office; an ambassador to a country is not
 * of it; what is no body and has no name is none.
 */
export function titleWith(
  { before, link, behind }: { before: string; link: string; behind: string },
  definite: boolean,
  words: ReportWords,
): Title {
  const own = titleOf(before, definite, words);
  if (link === 'to') return own;
  const field =
    link === 'at' || link === 'from' ? null : fieldIn(behind, isField(before, behind, words), words);
  if (field !== null) return { role: [own.role, link, field.field].join(' '), of: field.of ?? own.of };
  const body = bodyIn(withoutArticle(behind).replace(/['’]s$/, ''));
  return { role: own.role, of: isBodyNoun(body, words) || isCapital(body) ? body : own.of };
}

/** Whether what stands behind an office is its field: "Minister of [Fisheries]". */
function isField(before: string, behind: string, words: ReportWords): boolean {
  const body = bodyIn(withoutArticle(behind));
  return (
    OF_FIELD.has(lower(before.slice(before.lastIndexOf(' ') + 1))) &&
    !isBodyNoun(body, words) &&
    (body === 'State' || (words.named.get(body) !== 'place' && !words.places.has(plain(body))))
  );
}

/**
 * The part of what stands behind an office that belongs to it, and the body behind that: "Transport" and "Orvela" of
 * "Transport of Orvela", "rates strategy" and "Pell Securities" of "rates strategy at Pell Securities", "mammals"; null where
 * all of it is the body.
 */
function fieldIn(
  behind: string,
  isField: boolean,
  words: ReportWords,
): { field: string; of: string | null } | null {
  const further = furtherIn(behind);
  const field = further?.field ?? behind;
  const isPlain = /^\p{Ll}[^\p{Lu}]*$/u.test(field) && !ARTICLES.has(field.split(' ')[0] ?? '');
  if (isPlain && !isBodyNoun(field, words))
    return { field, of: further === null ? null : bodyIn(withoutArticle(further.body)) };
  if (!isField) return null;
  const at = behind.lastIndexOf(' of ');
  const country = withoutArticle(behind.slice(at + ' of '.length));
  return at > 0 && isCapital(country)
    ? { field: behind.slice(0, at), of: country }
    : { field: behind, of: null };
}

/** A title has few words, and none of a clause: "captain was the White House physician" is none. */
const MOST_WORDS = 8;
const OF_CLAUSES = new Set(
  'was is were are has had have been be who whom which that whose like as by with about number than'.split(
    ' ',
  ),
);
export const isWholeTitle = (role: string): boolean => {
  const words = role.toLowerCase().split(' ');
  return words.length <= MOST_WORDS && !words.some((word) => OF_CLAUSES.has(word));
};
