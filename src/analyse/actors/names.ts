import type { Block, Report, Statement } from '../../record/index.ts';
import { firstEndingAfter, fold, type Range } from '../../text/index.ts';
import type { Name } from '../tag/index.ts';
import type { ActorWords, ReportWords } from './actor-words.ts';
import { plain } from './codes/plain.ts';
import { isTitle, readSource } from './reading.ts';

/** Words that name somebody or something, where they stand, and the tagger's kind where it gave one. */
export interface Named {
  readonly range: Range;
  readonly text: string;
  readonly kind: Name['kind'] | null;
}

/** Takes the tagger's names and the sources. Gives all that may name an actor: these, and what stands beside telling nouns. */
export function namesIn(
  { text, blocks }: Pick<Report, 'text' | 'blocks'>,
  { names, statements }: { names: readonly Name[]; statements: readonly Statement[] },
  words: ReportWords,
): Named[] {
  const sources = statements.flatMap(({ source }) =>
    source.map((span): Named => {
      const range = confirmed(text, blocks, span) ?? span;
      return { range, text: text.slice(range.start, range.end), kind: null };
    }),
  );
  const tagged = names.flatMap(({ start, end, kind }) => {
    const range = confirmed(text, blocks, { start, end });
    if (range === null) return [];
    const titled = kind !== 'place' ? titleBefore(text, range.start, words) : range.start;
    return [{ range, text: text.slice(titled, range.end), kind }];
  });
  return [
    ...tagged,
    ...besideNouns(text, blocks, words),
    ...sources,
    ...sources.flatMap((source) => beforeRelative(text, source, words)),
  ];
}

const WORD = /^\p{L}[\p{L}’'-]*\.?$/u;
/** Words that a title may begin with and that are none by themselves. */
const OF_TITLE =
  /^(?:Vice|Prime|Foreign|Deputy|Former|Acting|Interior|Defen[cs]e|Attorney|First|Chief|Lieutenant|Major|Police|State)$/;

/** Where the title begins that stands right before a name: "[Vice President] Penn". */
function titleBefore(text: string, start: number, words: ReportWords): number {
  let at = start;
  for (let count = 0; count < MOST_TITLES; count++) {
    const word = wordBefore(text, at);
    if (word === null || !(isTitle(word, words) || (count > 0 && mayBeginTitle(word, words)))) break;
    at -= word.length + 1;
  }
  return at;
}

/** "Vice", or the country of an envoy: "[Ordan envoy] Penn". */
const mayBeginTitle = (word: string, { places }: ReportWords) =>
  OF_TITLE.test(word) || places.get(plain(word))?.sort === 'demonym';

/** The word before a place, where a space follows it. */
function wordBefore(text: string, at: number): string | null {
  if (text.charAt(at - 1) !== ' ') return null;
  // No title is longer, and a text without spaces is not walked back to its beginning.
  const near = text.slice(Math.max(0, at - LONGEST_WORD), at - 1);
  const word = near.slice(Math.max(near.lastIndexOf(' '), near.lastIndexOf('\n')) + 1);
  return WORD.test(word) ? word : null;
}

const MOST_TITLES = 4;

/** The names that a tagger found, each within its sentence and without the end of an office that stands before it. */
export function properNames(
  text: string,
  { names, sentences }: { names: readonly Name[]; sentences: readonly Range[] },
  words: ActorWords,
): Name[] {
  const places = new Set(
    names.filter(({ kind }) => kind === 'place').map(({ start, end }) => text.slice(start, end)),
  );
  return names.map((name) => {
    const sentence = sentences[firstEndingAfter(sentences, name.start)];
    const end = Math.min(name.end, sentence?.end ?? name.end);
    const own = text.charAt(end - 1) === '.' && end < name.end ? end - 1 : end;
    const range = { start: name.start, end: own };
    return holderIn(text, range, words) ?? { ...name, ...behindOf(text, range, { words, places }) };
  });
}

/** "[Minister of] Agriculture of Tisk Bohumil Sarkan": the person at the end of what an office is of. */
function holderIn(text: string, range: Range, { givenNames, bodies }: ActorWords): Name | null {
  const parts = text.slice(range.start, range.end).split(' ');
  const [given = '', last = ''] = parts.slice(-2);
  const isOffice =
    parts.length > 3 &&
    parts.includes('of') &&
    /\bof $/.test(text.slice(Math.max(0, range.start - 3), range.start));
  if (!isOffice || !givenNames.has(fold(given)) || bodies.has(last.toLowerCase())) return null;
  return { start: range.end - given.length - last.length - 1, end: range.end, kind: 'person' };
}

/** What offices are of, and what no person is called. */
const OF_OFFICES = new Set('Opposition State Treasury Exchequer Commons Lords House Senate'.split(' '));

/** "[Secretary of] State Anna Kolb", "[the President of] Ordania Mina Pell": the word behind "of" is of the office. */
function behindOf(
  text: string,
  { start, end }: Range,
  { words, places }: { words: ActorWords; places: ReadonlySet<string> },
): Range {
  const [first = '', second = '', third] = text.slice(start, end).split(' ');
  if (third === undefined || !/\bof (?:the )?$/.test(text.slice(Math.max(0, start - 7), start)))
    return { start, end };
  const { givenNames } = words;
  const isPlace = places.has(first) || words.places.get(plain(first))?.sort === 'name';
  const isOffice =
    isPlace || OF_OFFICES.has(first) || (!givenNames.has(fold(first)) && givenNames.has(fold(second)));
  return isOffice ? { start: start + first.length + 1, end } : { start, end };
}

/**
 * A headline in title case runs names and verbs together: of a name there, so much as the text below has too. A single
 * word may stand for itself.
 */
export function confirmed(text: string, blocks: readonly Block[], range: Range): Range | null {
  const block = blocks[firstEndingAfter(blocks, range.start)];
  const parts = text.slice(range.start, range.end).split(' ');
  if (block?.kind !== 'headline' || parts.length === 1) return range;
  const wordsOf = (first: number, last: number) => parts.slice(first, last).join(' ');
  const isBelow = (first: number, last: number) =>
    text.includes(wordsOf(first, last).replace(/['’]s$/, ''), block.end);
  let best: [first: number, last: number] = [0, 0];
  // What stands below stands there in all its parts, so that a run that grows at its end never shrinks but at its beginning.
  for (let first = 0, last = 1; last <= parts.length; last++) {
    while (first < last && !isBelow(first, last)) first++;
    if (last - first > best[1] - best[0] && MAY_NAME.test(wordsOf(first, last))) best = [first, last];
  }
  const [first, last] = best;
  if (first === last) return null;
  const start = range.start + wordsOf(0, first).length + (first > 0 ? 1 : 0);
  return { start, end: start + wordsOf(first, last).length };
}

/** Words that may name somebody have a capital or a digit: "of" and "papers" alone do not, a mark less so. */
const MAY_NAME = /[\p{Lu}\p{N}]/u;
/** Several capitalised words; a single one is passed over as a whole, so that none of its letters is looked at again. */
const RUN =
  /(?<run>\p{Lu}[\p{L}\p{M}’'&-]*(?: (?:(?:of|for|and) (?:the )?)?\p{Lu}[\p{L}\p{M}’'&-]*)+)|\p{Lu}[\p{L}\p{M}’'&-]*/gu;
/** What the names of companies end with. */
export const COMPANY = new Set(
  'AS ASA AG SA SE NV BV Oy AB SpA LLC LLP PLC plc Inc Corp Co Ltd GmbH KK'.split(' '),
);
const OF_BODY =
  /^(?:Ministry|Department|University|Bank|Court|Institute|Office|House|Council|Bureau|Chamber|Academy|Church) (?:of|for) /;
const TWO_WORDS = /^\p{Lu}[\p{Ll}’'-]+ \p{Lu}[\p{L}’'-]+$/u;
const WORD_BEFORE = /(\p{Ll}+),? $/u;
/** A text that is made of names is not searched to its end. */
const MOST_RUNS = 500;

/** Names that no tagger need find: of bodies by the noun that they end or begin with, of persons behind a role. */
function besideNouns(text: string, blocks: readonly Block[], words: ReportWords): Named[] {
  const found: Named[] = [];
  const headed = blocks[0]?.kind === 'headline' ? blocks[0].end : 0;
  for (const { groups, index } of text.matchAll(RUN)) {
    const run = groups?.run;
    if (run === undefined || index < headed) continue;
    const name = run.replace(/['’]s$/, '');
    const last = name.slice(name.lastIndexOf(' ') + 1);
    const isBody = words.bodies.has(last.toLowerCase());
    const put = (kind: Name['kind']) =>
      found.push({ range: { start: index, end: index + name.length }, text: name, kind });
    if (isBody || COMPANY.has(last) || OF_BODY.test(name)) put('organization');
    else if (TWO_WORDS.test(run)) {
      const role = WORD_BEFORE.exec(text.slice(Math.max(0, index - LONGEST_WORD), index))?.[1];
      if (role !== undefined && words.roles.has(role)) put('person');
    }
    if (found.length >= MOST_RUNS) break;
  }
  return found;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'&-]*(?: (?:(?:of|the|for|and|de|van|von|al|bin) )?\p{Lu}[\p{L}\p{M}’'&-]*){0,4}`;
const NAME_BEFORE = new RegExp(`(${NAME}),?\\s*$`, 'u');
const NEAR = 60;

/** The name that stands before a relative pronoun. */
function beforeRelative(text: string, source: Named, words: ReportWords): Named[] {
  const { start } = source.range;
  const { pronoun } = readSource(source.text, words);
  if (pronoun !== 'who' && pronoun !== 'which') return [];
  const from = Math.max(0, start - NEAR);
  const found = NAME_BEFORE.exec(text.slice(from, start));
  const before = found?.[1];
  if (found === null || before === undefined) return [];
  const at = from + found.index;
  return [{ range: { start: at, end: at + before.length }, text: before, kind: null }];
}

const LONGEST_WORD = 30;
