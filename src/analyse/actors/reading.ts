import { type ActorWords, isRole, type ReportWords } from './actor-words.ts';
import { plain } from './codes/plain.ts';
import { isWholeTitle, titleOf, titleWith } from './title.ts';

/** A source, read as a phrase. */
export interface Reading {
  readonly text: string;
  /** A bare pronoun, lower-cased. */
  readonly pronoun: string | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly gender: 'he' | 'she' | null;
  /** "the minister": a role that was named before, not "a minister". */
  readonly definite: boolean;
  /** "its chair": a role of a body that was named before. */
  readonly possessive: boolean;
}

const PRONOUN =
  /^(?:i|me|we|us|you|he|him|himself|she|her|herself|it|itself|they|them|who|whom|which|that|this|these|those|one|both)$/i;
/** "According to him": as a source, a pronoun in any case is who it is. */
const SUBJECT_FORM: Readonly<Record<string, string>> = {
  me: 'i',
  us: 'we',
  him: 'he',
  himself: 'he',
  her: 'she',
  herself: 'she',
  itself: 'it',
  them: 'they',
  whom: 'who',
};
const DETERMINER = /^(?:the|a|an|this|that|these|its|his|her|their|our|my|your|one of|both)\s+/i;
const HONORIFIC: Readonly<Record<string, 'he' | 'she' | null>> = {
  mr: 'he',
  sir: 'he',
  lord: 'he',
  mrs: 'she',
  ms: 'she',
  miss: 'she',
  lady: 'she',
  dame: 'she',
  dr: null,
  prof: null,
  sen: null,
  rep: null,
  gov: null,
  rev: null,
  adm: null,
  maj: null,
  hon: null,
  cpl: null,
  msgr: null,
  cmdr: null,
  supt: null,
  gen: null,
  col: null,
  lt: null,
  sgt: null,
  capt: null,
};
const NOBLE = new Set('Lord Lady Baroness Sir Dame'.split(' '));
/** Words that begin a source with a capital and are no names. */
const QUANTITY = new Set(
  'Unidentified UNIDENTIFIED Nobody No None Neither Everyone Everybody Someone Some Many Most Others Another Few Several Both All Each Half One Two Three Critics Officials Sources Experts Analysts Residents Witnesses Police Authorities People'.split(
    ' ',
  ),
);
const PARTICLE = /^(?:of|the|and|for|de|la|del|di|da|von|van|der|den|bin|ibn|al|el|y|&)$/;
/** A head ends at a mark, a relative clause, a circumstance of place or time, or a participle. */
const HEAD_ENDS =
  /,|\s(?:who|which|that|whose|where)\s|\s[–—(]|\s(?:on|in|after|before|during|since|with|by|to|via|through|today|yesterday|tomorrow|tonight|published|seen|polled|familiar|based|also|now|still|never|later|said|says|no longer|every|himself|herself|itself)(?=\s|$)/u;

/** Whether a word may stand before a name as a title: a role or an honorific. */
export const isTitle = (word: string, words: ActorWords): boolean =>
  word.toLowerCase().replace(/\.$/, '') in HONORIFIC || isRole(word, words);
const isCapital = (word: string) => /^(?:[\p{Lu}\p{N}«“"]|(?:al|el|as|ash|bin|ben)-\p{Lu})/u.test(word);

/** What was read lately: a report reads the same sources several times, and the same names again and again. */
const readings = new WeakMap<ReportWords, Map<string, Reading>>();
const MOST_READINGS = 2000;

/** Takes the words of a source. Gives its name, role and affiliation, each as the text has it. */
export function readSource(text: string, words: ReportWords): Reading {
  const known = readings.get(words) ?? new Map<string, Reading>();
  const reading = known.get(text) ?? withTitle(readAnew(text, words));
  if (known.size >= MOST_READINGS) known.clear();
  known.set(text, reading);
  readings.set(words, known);
  return reading;
}

/** A role that is no whole title is none. */
const withTitle = (reading: Reading): Reading =>
  reading.role === null || isWholeTitle(reading.role)
    ? reading
    : { ...reading, role: null, affiliation: null };

function readAnew(text: string, words: ReportWords): Reading {
  const whole = text
    .trim()
    .replace(/(?<![,;:])[,;:]+$/, '')
    .replace(/^(?:in|at) /i, '')
    // "Rep. G.K. Butterfield (D-N.C.), head of the caucus": where somebody sits parts no title from a name.
    .replace(/ \([^()\n]{1,30}\)(?=, )/, '')
    // "Let's say": what is left of "us".
    .replace(/^['’]s$/, 'us')
    .replace(/['’]s$/, '')
    .trim();
  const none = {
    text: whole,
    pronoun: null,
    name: null,
    role: null,
    affiliation: null,
    gender: null,
    definite: false,
    possessive: false,
  };
  if (/^(?:who|whose|which) /i.test(whole)) return served(whole, words, none);
  // "WHO says" is no relative clause.
  if (PRONOUN.test(whole) && !/^\p{Lu}{2,}$/u.test(whole)) {
    const pronoun = SUBJECT_FORM[whole.toLowerCase()] ?? whole.toLowerCase();
    return { ...none, pronoun, gender: pronoun === 'he' || pronoun === 'she' ? pronoun : null };
  }
  const end = whole.search(HEAD_ENDS);
  const head = end < 0 ? whole : whole.slice(0, end);
  // "He, like Donald Trump,": who a pronoun is stands before.
  if (end > 0 && PRONOUN.test(head) && head !== whole) return readAnew(head, words);
  const more = end < 0 ? '' : whole.slice(end).replace(/^[,\s–—(]+/, '');
  const reading = readHead(head, words, none);
  const issuer = issuerOf(head, whole, words);
  if (issuer !== null) return { ...none, name: issuer };
  // "A lawyer for the firm, Tesk Haulage" names the firm, "the Minister of Fisheries, Ulla Marsh" the minister.
  const ofSomeBody = reading.affiliation !== null && !isCapital(reading.affiliation);
  if (reading.name === null && !ofSomeBody && whole.charAt(end) === ',') {
    // "His lawyer, Tomas Rhee", "the mediator, retired judge Paula Greave": the name stands in apposition.
    const named = readHead(more.split(/,|\s(?:who|which)\s/)[0] ?? '', words, none);
    if (
      named.name !== null &&
      !named.name.includes(' and ') &&
      (named.role !== null || (reading.role !== null && isCapital(more)))
    )
      return { ...reading, name: named.name, role: named.role ?? reading.role, definite: false };
  }
  if (reading.name !== null && reading.role === null && more !== '') {
    // "Hanne Vold, the chair of the commission": so does the role.
    const said = more.split(',')[0] ?? '';
    const role = /^(?:who|which) /.test(said) ? served(said, words, none) : readHead(said, words, none);
    if (role.role !== null && role.name === null)
      return { ...reading, role: role.role, affiliation: role.affiliation, possessive: role.possessive };
  }
  return reading;
}

/** "who served as ambassador": the role behind "as"; what else a relative clause tells is no role. */
function served(clause: string, words: ReportWords, none: Reading): Reading {
  const [line = ''] = (clause.split(',')[0] ?? '').split('\n').slice(-1);
  const role = / as (?:an? |the )?(.+)$/s.exec(line)?.[1];
  return role === undefined
    ? none
    : readHead(role.split(/\s(?:from|until|since|in|under|during|who)\s/)[0] ?? '', words, none);
}

/** Takes a phrase whose head is an office or a trade and ends at `headEnd`. Gives its parts. */
export function officeIn(
  phrase: string,
  headEnd: number,
  words: ReportWords,
): Pick<Reading, 'role' | 'affiliation' | 'possessive'> {
  const before = phrase.slice(0, headEnd).replace(DETERMINER, '');
  const definite = /^the\s/i.test(phrase);
  const [, link = '', behind = ''] = /^ (\S+) (.+)$/s.exec(phrase.slice(headEnd)) ?? [];
  const { role, of } =
    link === '' ? titleOf(before, definite, words) : titleWith({ before, link, behind }, definite, words);
  return { role, affiliation: of, possessive: OF_BODY_BEFORE.test(phrase) };
}

const OF_BODY_BEFORE = /^(?:its|their)\s/i;

function readHead(head: string, words: ReportWords, nothing: Reading): Reading {
  const definite = /^the\s/i.test(head);
  const none = { ...nothing, possessive: OF_BODY_BEFORE.test(head) };
  const bare = head.replace(DETERMINER, '').trim();
  const tokens = bare.split(/\s+/).filter((token) => token !== '');
  const first = nameStart(tokens);
  // "the campaign and DNC" are two.
  if (tokens.slice(0, first).includes('and')) return { ...none, definite };
  const run = tokens.slice(first);
  let gender: Reading['gender'] = null;
  let from = 0;
  for (const [index, token] of run.entries()) {
    const form = token.toLowerCase().replace(/\.$/, '');
    const follows = run[index + 1];
    if (follows === undefined || !isCapital(follows)) continue;
    if (form in HONORIFIC) [gender, from] = [HONORIFIC[form] ?? gender, index + 1];
    else if (isRole(token, words)) from = index + 1;
  }
  // "Lady Fenwick" is a name, "Lady Anna Fenwick" a name with a title.
  if (run.length - from === 1 && NOBLE.has(run[from - 1] ?? '')) from--;
  const name = QUANTITY.has(run[0] ?? '') ? '' : run.slice(from).join(' ');
  const before = [...tokens.slice(0, first), ...run.slice(0, from)].filter(
    (token) => !(token.toLowerCase().replace(/\.$/, '') in HONORIFIC),
  );
  // "the New Zealand government": the noun is of the name.
  const last = tokens.at(-1) ?? '';
  if (
    words.bodies.has(last) &&
    tokens.length > 1 &&
    tokens.slice(0, -1).every((token) => isCapital(token) && !/['’]s$/.test(token))
  )
    return { ...none, name: bare, definite };
  const titled = roleOf(tokens, words);
  // "the mayor of Skarn", "President of the Council": the role is the head, and a name only tells of what.
  if (titled !== null) {
    const [behind, holder] = holderBehind(titled.behind, words);
    const { role, of } = titleWith({ ...titled, behind }, definite, words);
    return { ...none, role, affiliation: of, name: holder, definite };
  }
  const asOffice = (phrase: string) => {
    const { role, of } = titleOf(phrase, definite, words);
    return { role, affiliation: of };
  };
  if (name === '' || run.length === 0)
    return { ...none, ...(tokens.some((token) => isRole(token, words)) ? asOffice(bare) : {}), definite };
  // "Foreign Minister" is an office, "Larry King" a name.
  const isOffice =
    words.named.get(run.join(' ')) !== 'person' &&
    isRole(run.at(-1) ?? '', words) &&
    (run.length === 1 ||
      (tokens.length === run.length && !words.givenNames.has(run[0]?.toLowerCase() ?? '')));
  if (from === 0 && isOffice) return { ...none, ...asOffice(bare), definite };
  const office = before.some((token) => isRole(token, words)) ? asOffice(before.join(' ')) : none;
  // "the West and Kyiv" are two.
  if (/^\S+ and \S+$/.test(name) && name.split(' and ').some((part) => words.places.has(plain(part))))
    return none;
  const { role, affiliation } = office;
  if (role === null && isOfPlace(tokens.slice(0, first), name, words)) return { ...none, definite };
  const member = memberOf(name, role !== null, words);
  if (member !== null) return { ...none, ...member, role, gender, definite };
  return { ...none, name: name.replace(/['’]s$/, ''), role, affiliation, gender, definite };
}

/** "[the harbour board of] Skarn", "[the fishermen of] Skarn": not the place itself, as "the city of Skarn" is. */
function isOfPlace(before: readonly string[], name: string, words: ReportWords): boolean {
  const [link, noun = ''] = before.filter((token) => token !== 'the').toReversed();
  const isPlace = words.named.get(name) === 'place' || words.places.has(plain(name));
  return isPlace && link === 'of' && /^\p{Ll}/u.test(noun) && !words.officePhrases.place.includes(noun);
}

/** "[President of] Ostrey Casimir Wend": behind what the office is of its holder may stand, as in translated news. */
function holderBehind(of: string, words: ReportWords): [behind: string, holder: string | null] {
  const tokens = of.split(' ');
  const isName = tokens.length >= 3 && tokens.slice(-2).every(isCapital);
  const body = tokens.slice(0, -2).join(' ').replace(/^the /, '');
  const holder = tokens.slice(-2).join(' ');
  const given = tokens.at(-2)?.toLowerCase() ?? '';
  return isName &&
    isCapital(tokens.at(-3) ?? '') &&
    (words.named.get(holder) === 'person' || words.givenNames.has(given) || words.places.has(plain(body)))
    ? [body, holder]
    : [of, null];
}

/** "Wim Tolland of the Green List", "Anna Kolb of Ordan": a person of a body or a place. */
function memberOf(
  name: string,
  hasRole: boolean,
  words: ActorWords,
): Pick<Reading, 'name' | 'affiliation'> | null {
  const [, person, of = ''] = /^(\p{Lu}\S+(?: \S+)+?) (?:of|from) (?:the )?(\p{Lu}.*)$/su.exec(name) ?? [];
  if (person === undefined || person.split(' ').some((word) => words.bodies.has(word.toLowerCase())))
    return null;
  const isPerson =
    hasRole || words.givenNames.has(person.split(' ')[0]?.toLowerCase() ?? '') || words.places.has(plain(of));
  return isPerson ? { name: person, affiliation: of } : null;
}

/** "a report by the Court of Audit", "a Civimetra poll": whoever issued a document speaks by it. */
function issuerOf(head: string, whole: string, { documents }: ActorWords): string | null {
  const tokens = head.replace(DETERMINER, '').split(/\s+/);
  const noun = tokens.findIndex((token) => documents.has(token.toLowerCase()));
  if (noun < 0) return null;
  const before = tokens.slice(0, noun);
  const owner = before.findIndex((token) => /['’]s$/.test(token));
  if (owner >= 0 && before.slice(0, owner + 1).every(isCapital))
    return before
      .slice(0, owner + 1)
      .join(' ')
      .replace(/['’]s$/, '');
  const first = before.findIndex(isCapital);
  if (first >= 0 && first === before.length - 1)
    return before
      .slice(first)
      .join(' ')
      .replace(/['’]s$/, '');
  if (noun !== tokens.length - 1 && !/^(?:by|of|from)$/.test(tokens[noun + 1] ?? '')) return null;
  const by = /\b(?:by|from) (?:the )?(\p{Lu}[\p{L}’'&-]*(?: (?:of|the|for|and|\p{Lu}[\p{L}’'&-]*))*)/u.exec(
    whole.split(/,|\s(?:seen|obtained|reviewed|viewed)\s/)[0] ?? '',
  )?.[1];
  return by?.replace(/ (?:of|the|for|and)$/, '') ?? null;
}

/** Where the capitalised words at the end of a phrase begin. */
function nameStart(tokens: readonly string[]): number {
  let start = tokens.length;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index] as string;
    if (isCapital(token) && !/['’]s$|^\p{N}/u.test(token)) start = index;
    else if (!PARTICLE.test(token)) break;
  }
  return start;
}

/** A role, with what it is a role of behind "of", "for" or the like. */
function roleOf(
  tokens: readonly string[],
  words: ActorWords,
): { before: string; link: string; behind: string } | null {
  const at = tokens.findIndex((token) => LINKS.has(token));
  if (at <= 0 || !isRole(tokens[at - 1] as string, words)) return null;
  return {
    before: tokens.slice(0, at).join(' '),
    link: tokens[at] as string,
    behind: tokens.slice(at + 1).join(' '),
  };
}

const LINKS = new Set(['of', 'for', 'at', 'from', 'to']);
