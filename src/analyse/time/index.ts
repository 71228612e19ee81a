import {
  type Day,
  dayAt,
  firstDayOf,
  publicationDay,
  type Report,
  type Time,
  type When,
  writeValue,
} from '../../record/index.ts';
import { foldedWords, matchesOf, overlaps, type Range, spanOf } from '../../text/index.ts';
import type { Anchor } from './anchor.ts';
import { directionsIn } from './direction.ts';
import { type Reading, type Rule, signsIn } from './rule.ts';
import { RULES } from './rules/index.ts';
import { monthNumber } from './words.ts';

/** An expression as a rule found it, before it is read. */
interface Candidate extends Range {
  readonly rule: Rule;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly words: string;
}

/**
 * Takes a report and its sentences. Gives its expressions of time in the order of the text, each with its value: the
 * longest expression at each place, by the first rule that gives it a meaning. What has no year is read against the day of
 * publication, else the day of a dateline, by the tense of its clause; where neither is known, its year stays open.
 */
export function timesIn(report: Pick<Report, 'text' | 'published'>, sentences: readonly Range[]): Time[] {
  const { text, published } = report;
  const day = publicationDay(published) ?? dayOfDateline(text);
  const times: Time[] = [];
  let before: When | null = null;
  for (const sentence of sentences.flatMap((one) => pieces(text, one))) {
    const words = text.slice(sentence.start, sentence.end).replaceAll(OTHER_SPACES, ' ');
    for (const { rule, reading, start, end } of readAll(words, { day, before })) {
      const span = spanOf(text, { start: sentence.start + start, end: sentence.start + end });
      times.push({
        span,
        type: reading.type,
        value: writeValue(reading.value),
        how: reading.how,
        by: rule.name,
      });
      before = dateIn(reading) ?? before;
    }
  }
  return times;
}

/** Spaces that keep words on one line: "Sept. 30" is written with one, so that the day is not parted from its month. */
const OTHER_SPACES = /[\u00a0\u2007\u202f]/g;

/** Nobody writes such sentences: a text that is one is read piece by piece, so that it takes no longer than others. */
const LONGEST_SENTENCE = 1500;

function pieces(text: string, { start, end }: Range): Range[] {
  const cut: Range[] = [];
  for (let from = start; from < end; ) {
    const space = end - from <= LONGEST_SENTENCE ? end : text.lastIndexOf(' ', from + LONGEST_SENTENCE);
    const to = space > from ? space : Math.min(end, from + LONGEST_SENTENCE);
    cut.push({ start: from, end: to });
    from = to;
  }
  return cut;
}

/** The expressions of a sentence that have a meaning, none over another. */
function readAll(
  words: string,
  known: Pick<Anchor, 'day' | 'before'>,
): { rule: Rule; reading: Reading; start: number; end: number }[] {
  const signs = signsIn(words);
  if (signs === 0) return [];
  const asked = RULES.filter((rule) => (rule.signs & signs) === rule.signs);
  // A word boundary is the cheapest edge to look for; what it lets through stands behind a sign of money or the like.
  const isInside = ({ index }: { index: number }) => /[\p{L}\p{N}$£€#/.-]/u.test(words.charAt(index - 1));
  const candidates = asked
    .flatMap((rule): Candidate[] =>
      matchesOf(words, rule.pattern)
        .filter((match) => !isInside(match))
        .map((match) => ({
          rule,
          groups: match.groups ?? {},
          words: match[0],
          start: match.index,
          end: match.index + match[0].length,
        })),
    )
    .filter((one) => !isOther(words, one))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const found: { rule: Rule; reading: Reading; start: number; end: number }[] = [];
  const directionAt = directionsIn(words);
  let { before } = known;
  // Of expressions over each other the longer is meant: "March 3 to 5", not "March 3".
  const chosen = candidates.filter(
    (one) =>
      !candidates.some(
        (other) =>
          other !== one &&
          overlaps(one, other) &&
          longer(other, one) &&
          meaning(other, directionAt, { ...known, before }) !== null,
      ),
  );
  for (const one of chosen) {
    if (found.some((other) => overlaps(other, one))) continue;
    const reading = meaning(one, directionAt, { ...known, before });
    if (reading === null) continue;
    found.push({ rule: one.rule, reading, start: one.start, end: one.end });
    before = dateIn(reading) ?? before;
  }
  return found;
}

const sizeOf = ({ start, end }: Range) => end - start;
const longer = (a: Candidate, b: Candidate) =>
  sizeOf(a) > sizeOf(b) || (sizeOf(a) === sizeOf(b) && RULES.indexOf(a.rule) < RULES.indexOf(b.rule));

function meaning(
  { rule, groups, words, start, end }: Candidate,
  directionAt: ReturnType<typeof directionsIn>,
  known: Pick<Anchor, 'day' | 'before'>,
): Reading | null {
  const anchor: Anchor = {
    day: known.day,
    before: known.before,
    // Few rules ask for it, and it takes a walk over the sentence.
    get direction() {
      return directionAt(start, end);
    },
  };
  return rule.read(groups, anchor, words);
}

/** Nouns behind a number that make it a count: "2031 people"; and names with a month or a season in them. */
const COUNTED =
  /^ (?:people|men|women|miles|kilometres|kilometers|km|metres|meters|dollars|euros|pounds|troops|jobs|homes|votes|seats|times|points|tons|tonnes|euros|children|students|workers|soldiers|feet|acres|pages|cases|deaths|copies|employees|members|residents|adults|voters)\b/;

/** What is moved from one date to another, and does not last from the one to the other. */
const MOVES = new Set(
  'moved moves slides slid slips slipped shifted shifts postponed rescheduled pushed put brought changed delayed deferred switched transferred'.split(
    ' ',
  ),
);

/** What looks like a time and is none. */
function isOther(words: string, { rule, start, end, words: own }: Candidate): boolean {
  const after = words.slice(end);
  const before = words.slice(Math.max(0, start - 30), start);
  if (rule.name === 'year')
    return COUNTED.test(after) || /(?:[$£€#]|No\. |number |\d,)$/.test(before) || /^%|^,\d/.test(after);
  // "moved from 30 September to 3 October" are two dates.
  if (rule.name.startsWith('range-over-months') && /^from /.test(own))
    return foldedWords(before).some(({ form }) => MOVES.has(form));
  // "the Sunday Meridian" is a newspaper.
  if (rule.name === 'weekday') return /\bthe $/i.test(before) && /^ \p{Lu}/u.test(after);
  if (rule.name === 'month' && /^(?:May|March)$/.test(own))
    return own === 'May'
      ? !/(?:^|\b)(?:in|since|until|by|of|from|to|through|for|last|next|this|early|late|mid|during|before|after|between) $/i.test(
          before,
        )
      : !/\b(?:in|since|until|by|of|from|to|through|for|last|next|this|early|late|mid|during|before|after|between|and) $/i.test(
          before,
        );
  return false;
}

/** The date that what follows may hang on: one with a beginning, no vaguer than a year. */
function dateIn({ type, value }: Reading): When | null {
  if (type !== 'date' || typeof value === 'string' || value.kind === 'length') return null;
  if (value.kind === 'decade' || value.kind === 'century') return null;
  return firstDayOf(value) === null ? null : value;
}

/** Where a report without a date of publication says at its beginning when it was written. */
const DATELINE =
  /^[\s\S]{0,300}?(?:(?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?<date>\d{1,2}),? (?<year>20\d\d|19\d\d)|(?<british>\d{1,2}) (?<name>January|February|March|April|May|June|July|August|September|October|November|December) (?<other>20\d\d|19\d\d))/u;

function dayOfDateline(text: string): Day | null {
  const { month, date, year, british, name, other } = DATELINE.exec(text)?.groups ?? {};
  return dayAt(Number(year ?? other), monthNumber(month ?? name ?? ''), Number(date ?? british));
}
