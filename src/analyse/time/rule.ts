import { dayAt, interval, type Time, type TimeValue, type When, yearless } from '../../record/index.ts';
import type { NamedRule } from '../named-rule.ts';
import { type Anchor, nearestDate } from './anchor.ts';
import { monthNumber, PART, WEEKDAY } from './words.ts';

/** What an expression means, and whether the text itself says so. */
export interface Reading {
  readonly type: Time['type'];
  readonly value: TimeValue;
  readonly how: Time['how'];
}

/** What a sentence must have for a rule to be asked at all: to look for these once is cheap, to ask every rule is not. */
const SIGNS = {
  digit: /\d/,
  month: /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/,
  weekday: /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/,
  season: /spring|summer|autumn|fall|winter/,
  unit: /\b(?:second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|centur(?:y|ies))s?\b/,
  quarter: /quarter|\bQ[1-4]/,
  holiday:
    /Christmas|New Year|Easter|Friday|Thanksgiving|Day\b|Halloween|Epiphany|Wednesday|Sunday|Pentecost/,
  daily: /day|night|morning|evening|afternoon|tomorrow/i,
  repeated: /[Ee]very|[Ee]ach|[Pp]er |days\b|[a-z]ly\b|[DWMQY][a-z]+ly\b/,
  ago: /\bago\b/,
  clock: /\d|[Nn]oon|[Mm]idnight/,
  vague: /now|urrently|present|moment|ecent|past|ately|reviously|arlier|oon\b|hortly|future|coming/,
} as const;
export type Sign = keyof typeof SIGNS;

const PATTERNS = Object.values(SIGNS);
const bitOf = (sign: Sign) => 1 << Object.keys(SIGNS).indexOf(sign);

/** The signs that a sentence has, each a bit. */
export function signsIn(sentence: string): number {
  let signs = 0;
  for (let index = 0; index < PATTERNS.length; index++)
    if (PATTERNS[index]?.test(sentence) === true) signs |= 1 << index;
  return signs;
}

/** A way to write a time: its signs, its pattern with named groups, and its meaning; null where the match is none. */
export interface Rule extends NamedRule {
  /** As bits; a sentence must have them all. */
  readonly signs: number;
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>, anchor: Anchor, words: string): Reading | null;
}

/** `signs` are names of signs, with a space between. */
export const rule = (
  { name, signs, example }: NamedRule & { readonly signs: string },
  pattern: string,
  read: Rule['read'],
): Rule => ({
  name,
  example,
  signs: (signs.split(' ') as Sign[]).reduce((bits, sign) => bits | bitOf(sign), 0),
  pattern: new RegExp(String.raw`\b(?:${pattern})(?:\b|(?<=\.))(?![-/]\d)`, 'gu'),
  read,
});

export const stated = (value: TimeValue, type: Time['type'] = 'date'): Reading => ({
  type,
  value,
  how: 'stated',
});
export const inferred = (value: When | null): Reading | null =>
  value === null ? null : { type: 'date', value, how: 'inferred' };
/** What the text says itself, where there is such a date. */
export const given = (value: When | null): Reading | null => (value === null ? null : stated(value));
/** A date that lies on one side of another; beyond all years only the side is known. */
export const away = (value: When | null, step: number): Reading =>
  inferred(value) ?? stated(step < 0 ? 'PAST' : 'FUTURE');

export const dateNumber = (words = ''): number => Number.parseInt(words, 10);

/** A date as a rule that says only dates has it. */
export interface DateReading extends Reading {
  readonly value: When;
}

/** A day whose year the text gives, or does not. */
export function dated(
  month: string,
  date: string,
  year: string | undefined,
  anchor: Anchor,
): DateReading | null {
  const number = monthNumber(month);
  if (year === undefined) {
    const value = yearless(number, dateNumber(date)) && nearestDate(number, dateNumber(date), anchor);
    return value === null ? null : { type: 'date', value, how: 'inferred' };
  }
  const value = dayAt(Number(year), number, dateNumber(date));
  return value === null ? null : { type: 'date', value, how: 'stated' };
}

/** From one date to another, both as exact as they are; null where it would end before it begins. */
export function span(from: DateReading | null, to: DateReading | null): Reading | null {
  const value = from === null || to === null ? null : interval(from.value, to.value);
  if (value === null) return null;
  return { type: 'date', value, how: from?.how === 'stated' && to?.how === 'stated' ? 'stated' : 'inferred' };
}

export const DATE_PREFIX = `(?:(?<weekday>${WEEKDAY}),? (?:the )?)?`;
export const TAIL_PART = `(?:,? (?<part>${PART}))?`;
