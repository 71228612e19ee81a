import type { Actor, Report, Statement } from '../../record/index.ts';
import { fold, type Range, spanOf } from '../../text/index.ts';
import type { Name } from '../tag/index.ts';
import { type ActorWords, type Reading, readSource } from './reading.ts';

/** Somebody or something with a name in one report. */
export interface Member {
  readonly name: string;
  /** Its words as they are compared. */
  readonly words: readonly string[];
  readonly kind: Actor['kind'];
  role: string | null;
  affiliation: string | null;
  /** All that the report calls it beside its name, the first one first. */
  readonly offices: { readonly title: string; readonly of: string | null }[];
  gender: 'he' | 'she' | null;
  readonly mentions: Range[];
}

/** One place where somebody is named. */
export interface Mention extends Range {
  readonly member: Member;
}

const wordsOf = (name: string) => name.split(/\s+/).map((word) => fold(word.replace(/[.,]/g, '')));

/** All with a name in a report; short forms are joined to the only longer one that they can be short for. */
export class Cast {
  readonly members: Member[] = [];
  /** Once the cast is whole: where each is named, by where that ends. */
  mentions: readonly Mention[] = [];
  /** By every beginning and by every end of their names: what these may be shortened to. */
  private readonly byBeginning = new Map<string, Member[]>();
  private readonly byEnd = new Map<string, Member[]>();

  /** The member that a name is of, or null where there is none or two are possible. */
  find(name: string): Member | null {
    const possible = this.possible(name);
    const key = wordsOf(name).join(' ');
    const exact = possible.find(({ words }) => words.join(' ') === key);
    return exact ?? (possible.length === 1 ? (possible[0] as Member) : null);
  }

  /** Those that a name may be short for: "Penn" of "Osric Penn", "Norrfalk" of "Norrfalk AS"; never "North Sea" of "Sea". */
  possible(name: string): readonly Member[] {
    const key = wordsOf(name).join(' ');
    return [...new Set([...(this.byBeginning.get(key) ?? []), ...(this.byEnd.get(key) ?? [])])];
  }

  add(name: string, kind: Actor['kind'], mention: Range): Member {
    const words = wordsOf(name);
    const member: Member = {
      name,
      words,
      kind,
      role: null,
      affiliation: null,
      offices: [],
      gender: null,
      mentions: [mention],
    };
    this.members.push(member);
    for (const at of words.keys()) {
      put(this.byBeginning, words.slice(0, at + 1).join(' '), member);
      put(this.byEnd, words.slice(at).join(' '), member);
    }
    return member;
  }
}

function put(index: Map<string, Member[]>, key: string, member: Member): void {
  const own = index.get(key);
  if (own === undefined) index.set(key, [member]);
  else own.push(member);
}

/** Takes the names that the tagger found and the sources of the statements. Gives the cast, longest names first. */
export function castOf(
  { text }: Pick<Report, 'text'>,
  { names, statements }: { names: readonly Name[]; statements: readonly Statement[] },
  words: ActorWords,
): Cast {
  const sources = statements.flatMap(({ source }) =>
    source.map((span) => ({ range: span as Range, text: span.text })),
  );
  const seen = [
    ...names.map(({ start, end, kind }) => ({ range: { start, end }, text: text.slice(start, end), kind })),
    ...namesBesideNouns(text, words),
    ...[...sources, ...sources.flatMap((source) => besides(text, source, words))].map((source) => ({
      ...source,
      kind: null,
    })),
  ];
  const readings = seen
    .map((one) => ({ ...one, reading: readSource(one.text, words) }))
    .filter(({ reading }) => reading.name !== null && !/^["“«]/.test(reading.name))
    .toSorted(
      (a, b) =>
        (b.reading.name?.length ?? 0) - (a.reading.name?.length ?? 0) || a.range.start - b.range.start,
    );
  const cast = new Cast();
  const full = new Map<string, string>();
  for (const { reading, kind, range } of readings) {
    const short = reading.name ?? '';
    const name = full.get(short) ?? fullName(text, short, words);
    full.set(short, name);
    const member = cast.find(name);
    if (member === null) {
      if (cast.possible(name).length === 0)
        learn(cast.add(name, kindOf(name, kind, reading, words), range), reading);
    } else {
      learn(member, reading);
      if (!member.mentions.some(({ start, end }) => start < range.end && range.start < end))
        member.mentions.push(range);
    }
  }
  for (const [index, member] of cast.members.entries()) {
    if (index < MOST_SEARCHED) mentionedAgain(text, member);
    apposition(text, member, words);
    const given = fold(member.name.split(' ')[0] ?? '');
    if (member.kind === 'person' && member.name.includes(' '))
      member.gender ??= words.givenNames.get(given) ?? null;
  }
  cast.mentions = cast.members
    .flatMap((member) => member.mentions.map((range) => ({ ...range, member })))
    .toReversed()
    .toSorted((a, b) => a.end - b.end);
  return cast;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'&-]*(?: (?:(?:of|the|for|and|de|van|von|al|bin) )?\p{Lu}[\p{L}\p{M}’'&-]*){0,4}`;
const NAME_BEHIND = new RegExp(`^,? (${NAME})(?=[,.;:]|$)`, 'u');
const NAME_BEFORE = new RegExp(`(${NAME}),?\\s*$`, 'u');

const RUN = /\p{Lu}[\p{L}\p{M}’'&-]*(?: (?:(?:of|for|and) (?:the )?)?\p{Lu}[\p{L}\p{M}’'&-]*)+/gu;
const COMPANY = /^(?:AS|ASA|AG|SA|SE|NV|BV|Oy|AB|SpA|LLC|LLP|PLC|plc|Inc|Corp|Co|Ltd|GmbH|KK)$/;
const OF_BODY =
  /^(?:Ministry|Department|University|Bank|Court|Institute|Office|House|Council|Bureau|Chamber|Academy|Church) (?:of|for) /;
const ROLE_AND_NAME = /(\p{Ll}+),? (\p{Lu}[\p{Ll}’'-]+ \p{Lu}[\p{L}’'-]+)(?=[\s,.;])/gu;
/** A text that is made of names is not searched to its end. */
const MOST_RUNS = 500;

/** Names that no tagger need find: of bodies by the noun that they end or begin with, of persons behind a role. */
function namesBesideNouns(
  text: string,
  words: ActorWords,
): { range: Range; text: string; kind: Name['kind'] }[] {
  const found: { range: Range; text: string; kind: Name['kind'] }[] = [];
  const put = (start: number, name: string, kind: Name['kind']) =>
    found.push({ range: { start, end: start + name.length }, text: name, kind });
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const name = run.replace(/['’]s$/, '');
    const last = name.split(' ').at(-1) ?? '';
    if (COMPANY.test(last) || OF_BODY.test(name) || words.bodies.has(last.toLowerCase()))
      put(index, name, 'organization');
    if (found.length >= MOST_RUNS) break;
  }
  for (const { 1: role = '', 2: name = '', 0: all, index } of text.matchAll(ROLE_AND_NAME)) {
    if (found.length >= 2 * MOST_RUNS) break;
    const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
    if (words.roles.has(role) && !words.bodies.has(last))
      put(index + all.length - name.length, name, 'person');
  }
  return found;
}

/** Names that stand beside a source: behind a role that the source ends with, and before a relative pronoun. */
function besides(
  text: string,
  source: { range: Range; text: string },
  words: ActorWords,
): { range: Range; text: string }[] {
  const { start, end } = source.range;
  const { pronoun, role, name, affiliation } = readSource(source.text, words);
  if (pronoun === 'who' || pronoun === 'which') {
    const found = NAME_BEFORE.exec(text.slice(Math.max(0, start - 60), start));
    const before = found?.[1];
    if (found === null || before === undefined) return [];
    const from = Math.max(0, start - 60) + found.index;
    return [{ range: { start: from, end: from + before.length }, text: before }];
  }
  if (role === null || name !== null || (affiliation !== null && !/^\p{Lu}/u.test(affiliation))) return [];
  const found = NAME_BEHIND.exec(text.slice(end, end + 60));
  const behind = found?.[1];
  if (found === null || behind === undefined) return [];
  const from = end + found[0].length - behind.length;
  return [{ range: { start: from, end: from + behind.length }, text: `${source.text}, ${behind}` }];
}

/**
 * A single word that is a name, with the given name that the text puts before it somewhere: "Isak Rundle" for "Rundle".
 * A title before it is none.
 */
function fullName(text: string, name: string, { roles, bodies, givenNames }: ActorWords): string {
  if (!/^\p{Lu}[\p{L}’'-]+$/u.test(name)) return name;
  for (let at = text.indexOf(` ${name}`); at >= 0; at = text.indexOf(` ${name}`, at + 1)) {
    const given = GIVEN.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0];
    if (given === undefined || /[\p{L}]/u.test(text.charAt(at + 1 + name.length))) continue;
    const form = given.toLowerCase();
    const first = /(?:^|[.!?]["”’]?\s|\n)$/.test(
      text.slice(Math.max(0, at - given.length - 3), at - given.length),
    );
    if (!roles.has(form) && !bodies.has(form) && !TITLES.test(given) && (!first || givenNames.has(form)))
      return `${given} ${name}`;
  }
  return name;
}

const GIVEN = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}’'-]+$/u;
const LONGEST_WORD = 30;
const TITLES =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Dame|Prof|Sen|Rep|Gov|The|A|An|In|On|At|But|And|When|While|As)$/;

function learn(member: Member, { role, affiliation, gender }: Reading): void {
  member.role ??= role;
  member.affiliation ??= affiliation;
  if (role !== null && member.offices.every(({ title }) => title !== role))
    member.offices.push({ title: role, of: affiliation });
  member.gender ??= gender;
}

function kindOf(
  name: string,
  tagged: Name['kind'] | null,
  { role, gender }: Reading,
  { bodies, givenNames }: ActorWords,
): Actor['kind'] {
  if (role !== null || gender !== null) return 'person';
  const body = name
    .toLowerCase()
    .split(/[\s]+/)
    .findLast((word) => bodies.has(word));
  if (body !== undefined) return bodies.get(body) ?? 'organization';
  if (tagged === 'person') return 'person';
  if (tagged === 'place') return 'country';
  const [given = '', ...more] = name.split(' ');
  return more.length > 0 && givenNames.has(fold(given)) ? 'person' : 'organization';
}

/** Reports have fewer names; of a text that is made of names, these many are looked for again. */
const MOST_SEARCHED = 200;

/** Adds where the text has the name, or the last word of a person's or the first of a body's, that nothing has marked. */
function mentionedAgain(text: string, member: Member): void {
  const parts = member.name.split(' ');
  const short = member.kind === 'person' ? parts.at(-1) : parts[0];
  for (const name of new Set([member.name, short ?? member.name])) {
    if (name.length < 4) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const whole = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
      if (whole && !member.mentions.some((range) => range.start < end && at < range.end))
        member.mentions.push({ start: at, end });
    }
  }
}

/** "Corvin Lade, the builder, …": a role between commas after the name's first mention. */
function apposition(text: string, member: Member, words: ActorWords): void {
  if (member.role !== null || member.kind !== 'person') return;
  const at = text.indexOf(`${member.name}, `);
  if (at < 0) return;
  const after = text.slice(at + member.name.length + 2, at + member.name.length + 90);
  const phrase = /^(?:\d\d, )?((?:the|an?|its|his|her|their|former|head)\b[^,.;:]{3,70})[,.;]/.exec(
    after,
  )?.[1];
  const reading = phrase === undefined ? null : readSource(phrase, words);
  if (reading?.role === null || reading === null || reading.name !== null) return;
  learn(member, reading);
}

/** The members as actors of the record. */
export function actorsOf(
  text: string,
  { members }: Cast,
): { actors: Actor[]; idOf: ReadonlyMap<Member, Actor['actor']> } {
  const idOf = new Map<Member, Actor['actor']>();
  const used = new Set<string>();
  const actors = members.map((member) => {
    const slug =
      fold(member.name)
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'x';
    let id = `actor:${slug}`;
    for (let nth = 2; used.has(id); nth++) id = `actor:${slug}.${nth}`;
    used.add(id);
    idOf.set(member, id as Actor['actor']);
    const mentions = member.mentions
      .toSorted((a, b) => a.start - b.start)
      .map((range) => spanOf(text, range));
    return {
      actor: id as Actor['actor'],
      name: member.name,
      kind: member.kind,
      country: null,
      sector: null,
      offices: officesOf(text, member),
      mentions,
    };
  });
  return { actors, idOf };
}

function officesOf(text: string, { offices, mentions }: Member): Actor['offices'] {
  return offices.flatMap(({ title, of }) => {
    const start = nearestTo(mentions, placesOf(text, title));
    if (start === undefined) return [];
    const span = spanOf(text, { start, end: start + title.length });
    return [{ title, of, span, how: 'stated' as const, by: 'role-beside-name' }];
  });
}

/** A word that a report repeats more often is looked for no further. */
const MOST_PLACES = 50;

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

/** The place that is nearest to a mention. */
function nearestTo(mentions: readonly Range[], places: readonly number[]): number | undefined {
  const distance = (place: number) =>
    Math.min(
      ...mentions
        .slice(0, MOST_PLACES)
        .map(({ start, end }) => Math.min(Math.abs(place - start), Math.abs(place - end))),
    );
  return places.map((place) => ({ place, far: distance(place) })).toSorted((a, b) => a.far - b.far)[0]?.place;
}
