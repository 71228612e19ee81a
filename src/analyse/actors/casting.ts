import type { Actor, Report, Statement } from '../../record/index.ts';
import { fold, type Range } from '../../text/index.ts';
import type { Name } from '../tag/index.ts';
import type { ActorWords, ReportWords } from './actor-words.ts';
import { Cast, type Member } from './cast.ts';
import { codesOf } from './codes/index.ts';
import { plain } from './codes/plain.ts';
import { type FullName, fullNames } from './full-name.ts';
import { COMPANY, type Named, namesIn } from './names.ts';
import type { Phrases } from './phrases.ts';
import { type Reading, readSource } from './reading.ts';
import { isWholeTitle } from './title.ts';

interface ReadName extends Named {
  readonly reading: Reading;
  readonly name: string;
}

/** Takes the names that the tagger found and the sources of the statements. Gives the cast, longest names first. */
export function castOf(
  report: Pick<Report, 'text' | 'blocks'>,
  found: { names: readonly Name[]; statements: readonly Statement[] },
  { words, phrases }: { words: ReportWords; phrases: Phrases },
): Cast {
  const { text, blocks } = report;
  const headed = headEnd(blocks);
  const cast = new Cast();
  const fullNameOf = fullNames(text, words);
  for (const one of readNames(report, found, { words, phrases })) {
    const { reading, range, name: short } = one;
    const full: FullName | null = fullNameOf(short);
    const comesLater = full !== null && isTitled(reading) && range.start >= headed && full.first > range.end;
    const name = full === null || comesLater || cast.has(short) ? short : full.name;
    put(cast, { ...one, name }, headed, words);
  }
  withOffices(text, cast, { words, phrases });
  cast.mentions = cast.members
    .flatMap((member) => member.mentions.map((range) => ({ ...range, member })))
    .toReversed()
    .toSorted((a, b) => a.end - b.end);
  return cast;
}

/** A mark of opening, an abbreviation or a letter alone is no name. */
const NO_NAME = /^["“«]|^\p{L}+\.$|^\p{L}$/u;

/** All that may name somebody, longest names first, those of the headline after others. */
function readNames(
  report: Pick<Report, 'text' | 'blocks'>,
  found: { names: readonly Name[]; statements: readonly Statement[] },
  { words, phrases }: { words: ReportWords; phrases: Phrases },
): ReadName[] {
  const headed = headEnd(report.blocks);
  return namesIn(report, found, words)
    .flatMap((one): ReadName[] => {
      const reading = one.kind === null ? phrases.read(one.range) : readSource(one.text, words);
      return reading.name === null || NO_NAME.test(reading.name)
        ? []
        : [{ ...one, reading, name: reading.name }];
    })
    .toSorted(
      (a, b) =>
        b.name.length - a.name.length ||
        Number(a.range.start < headed) - Number(b.range.start < headed) ||
        a.range.start - b.range.start,
    );
}

/** A mention of a member who is there, or a new one; none where the name may be of several. */
function put(cast: Cast, { name, reading, kind, range }: ReadName, headed: number, words: ReportWords): void {
  const member = cast.find(name) ?? cast.byInitials(name) ?? cast.byTitle(name, reading.gender);
  if (member !== null && !isAnother(member, { name, reading, range }, headed)) {
    learn(member, reading);
    member.mention(range);
  } else if (member !== null || !cast.isPossible(name))
    learn(withGender(cast.add(name, kindOf(name, kind, reading, words), range), words), reading);
}

/** Looks for more mentions of the members, and for what the report calls them beside their names. */
function withOffices(
  text: string,
  cast: Cast,
  { words, phrases }: { words: ReportWords; phrases: Phrases },
): void {
  for (const [index, member] of cast.members.entries()) {
    if (index < MOST_SEARCHED) mentionedAgain(text, member, cast, words);
    if (member.role?.includes(' ') === true || member.kind !== 'person') continue;
    const office = firstOf(member.mentions.slice(0, MOST_ASKED), (range) => phrases.officeOf(range));
    if (office !== null) learn(member, { ...office, gender: null });
  }
  for (const member of cast.members) if (isMedium(member, text, words)) member.kind = 'outlet';
  withAffiliations(cast);
}

const isMedium = ({ kind, mentions }: Member, text: string, words: ReportWords): boolean =>
  kind !== 'person' && mentions.some((range) => isCalledMedium(text, range, words));

/** Whom people stand for, by whole names. */
function withAffiliations(cast: Cast): void {
  const company = mostNamed(cast);
  for (const member of cast.members) {
    member.affiliation = wholeBody(member.affiliation, cast);
    // "chief executive Liv Arnesund" in a report on one company is that company's.
    const isOfCompany =
      member.affiliation === null
        ? OF_COMPANIES.has(member.role?.toLowerCase() ?? '')
        : ANY_COMPANY.has(member.affiliation);
    if (isOfCompany) member.affiliation = company ?? member.affiliation;
  }
}

/** Nouns for a body that a report is on: "the union's secretary". */
export const ANY_COMPANY = new Set(
  'company firm group club union operator airline charity retailer maker'.split(' '),
);
/** Offices that companies and clubs have. */
const OF_COMPANIES = new Set([
  'chief executive',
  'chief executive officer',
  'ceo',
  'interim ceo',
  'cfo',
  'coo',
  'finance chief',
  'finance director',
  'chief financial officer',
  'chief operating officer',
  'managing director',
  'sporting director',
  'manager',
  'head coach',
]);

/** The organisation that a report names most, and far more often than any other. */
export function mostNamed({ members }: Cast): string | null {
  const [most, next] = members
    .filter(({ kind }) => kind === 'organization')
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
  const isMost = most !== undefined && most.mentions.length >= 2 * (next?.mentions.length ?? 1);
  return isMost ? most.name : null;
}

/** "the newspaper Volmeta": what stands right before a name may tell that it is a medium's. */
function isCalledMedium(text: string, { start }: Range, { bodies }: ReportWords): boolean {
  const near = text.slice(Math.max(0, start - LONGEST_NOUN), start).trimEnd();
  return bodies.get(near.slice(near.lastIndexOf(' ') + 1)) === 'outlet';
}

const LONGEST_NOUN = 20;

/** What somebody is of, by its whole name: "Athletic" of Harbour Athletic, "agency" of the only one with that word in its name. */
function wholeBody(of: string | null, cast: Cast): string | null {
  if (of === null) return null;
  const body = cast.find(of);
  if (body !== null) return body.kind === 'person' ? of : body.name;
  const bodies = cast.members.filter(({ kind, words }) => kind !== 'person' && words.includes(fold(of)));
  const [only] = bodies;
  return only !== undefined && bodies.length === 1 ? only.name : of;
}

/** Where the first line ends, which is or may be a headline and names everybody shortly. */
function headEnd([first, ...more]: Report['blocks']): number {
  const isHead =
    first !== undefined && (first.kind === 'headline' || (more.length > 0 && first.end < LONGEST_HEAD));
  return isHead ? first.end : 0;
}

const LONGEST_HEAD = 200;

/**
 * A surname with a title that stands in the text before the full name that it could be short for is somebody else's: "Mr
 * Penn" and, further down, "Anna Penn". A headline names everybody shortly.
 */
function isAnother(
  member: Member,
  { name, reading, range }: { name: string; reading: Reading; range: Range },
  headed: number,
): boolean {
  if (member.kind !== 'person' || name.includes(' ') || member.words.length < 2) return false;
  if (reading.gender !== null && member.gender !== null && reading.gender !== member.gender) return true;
  return (
    isTitled(reading) && range.start >= headed && member.mentions.every(({ start }) => start > range.end)
  );
}

/** A given name tells he or she, where there is one. */
function withGender(member: Member, { givenNames }: ActorWords): Member {
  const [given = '', ...more] = member.words;
  if (member.kind === 'person' && more.length > 0) member.gender = givenNames.get(given) ?? null;
  return member;
}

const isTitled = ({ role, gender }: Reading) => role !== null || gender !== null;

/** "members", "advisers": what several are called is nobody's title. */
const areSeveral = (role: string): boolean => /[^s]s$/.test(role.split(' of ')[0] ?? '');

/** What a title says of somebody's gender counts before what a given name says; "Energy Minister" is more than "minister". */
function learn(
  member: Member,
  { role: told, affiliation, gender }: Pick<Reading, 'role' | 'affiliation' | 'gender'>,
): void {
  member.gender = gender ?? member.gender;
  if (member.kind !== 'person') return;
  const role = told === null || !isWholeTitle(told) || areSeveral(told) ? null : told.replace(/\.$/, '');
  if (told !== null && role === null) return;
  const isMore = role !== null && fold(role).endsWith(` ${fold(member.role ?? '')}`);
  member.role = isMore ? role : (member.role ?? role);
  member.affiliation ??= affiliation;
  if (role !== null && member.offices.every(({ title }) => title !== role))
    member.offices.push({ title: role, of: affiliation });
}

function kindOf(
  name: string,
  tagged: Name['kind'] | null,
  { role, gender }: Reading,
  words: ActorWords,
): Actor['kind'] {
  const { bodies, givenNames } = words;
  const parts = name.split(' ');
  // "Ferry operator Norrfalk AS": a company has a trade too.
  if (COMPANY.has(parts.at(-1) ?? '')) return 'organization';
  if (role !== null || gender !== null) return 'person';
  const told = codesOf(name, null, words).kind;
  if (told !== null) return told;
  const body = parts.map((word) => word.toLowerCase()).findLast((word) => bodies.has(word));
  if (body !== undefined) return bodies.get(body) ?? 'organization';
  if (tagged === 'person') return 'person';
  if (tagged === 'place') return 'country';
  const [given = '', ...more] = parts;
  return more.length > 0 && givenNames.has(fold(given)) ? 'person' : 'organization';
}

/** Of somebody named more often so many mentions are asked what they stand beside. */
const MOST_ASKED = 8;

/** The first answer. */
function firstOf<T, Answer>(all: readonly T[], ask: (one: T) => Answer | null): Answer | null {
  for (const one of all) {
    const answer = ask(one);
    if (answer !== null) return answer;
  }
  return null;
}

/** Reports have fewer names; of a text that is made of names, these many are looked for again. */
const MOST_SEARCHED = 200;

/** Adds where the text has the name, or the last word of a person's or the first of a body's, that nothing has marked. */
function mentionedAgain(text: string, member: Member, cast: Cast, words: ActorWords): void {
  for (const name of new Set([member.name, shortName(member, cast, words)])) {
    if (name.length < 4) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const whole = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
      if (whole) member.mention({ start: at, end });
    }
  }
}

/** What a member may be called for short; a body's first word only where it is nobody else's and no place or given name. */
function shortName(member: Member, cast: Cast, { places, givenNames }: ActorWords): string {
  const parts = member.name.split(' ');
  const [first = member.name] = parts;
  if (member.kind === 'person') {
    const last = parts.at(-1) ?? member.name;
    return cast.find(last) === member ? last : member.name;
  }
  const isOwn = !cast.shares(first, member) && !places.has(plain(first)) && !givenNames.has(fold(first));
  return isOwn && !PLAIN_WORD.has(first) ? first : member.name;
}

/** First words of names that name nothing by themselves. */
const PLAIN_WORD = new Set(
  'The National United Federal Royal State General International North South East West Northern Southern Eastern Western Central New Old Great First World Public Ministry Department University Bank Court House Supreme High City County Democratic Republican Social Free Union Council Institute Office Church Saint Democrats Civil Human Medical Health Police Congressional Presidential Nobel'.split(
    ' ',
  ),
);
