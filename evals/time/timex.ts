import { type Time, weekOf } from '../../src/record/index.ts';

const PARTS: readonly [RegExp, string][] = [
  [/morning/i, 'TMO'],
  [/afternoon/i, 'TAF'],
  [/evening/i, 'TEV'],
  [/night|overnight/i, 'TNI'],
];
const SEASONS: Readonly<Record<string, string>> = { 21: 'SP', 22: 'SU', 23: 'FA', 24: 'WI' };
/** A value of the contract as TIMEX3 writes it. */
export function timexOf({ value, span, type }: Time): string {
  if (value === 'PRESENT' || value === 'PAST' || value === 'FUTURE') return `${value}_REF`;
  if (/^\d{3}X$/.test(value)) return value.slice(0, 3);
  if (/^\d\dXX$/.test(value)) return value.slice(0, 2);
  const [, year = '', number = ''] = /^(\d{4}|XXXX)-(2[1-4]|3[3-6])$/.exec(value) ?? [];
  if (SEASONS[number] !== undefined) return `${year}-${SEASONS[number]}`;
  if (number !== '') return `${year}-Q${Number(number) - 32}`;
  const [from = '', to] = value.split('/');
  if (to !== undefined && /weekend/i.test(span.text)) return `${weekOf(from)}-WE`;
  const isDay = type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value);
  // "three weeks ago" is a week.
  if (isDay && /\bweeks? (?:ago|later|earlier|before|prior)\b/i.test(span.text)) return weekOf(value);
  const part = isDay ? PARTS.find(([words]) => words.test(span.text)) : undefined;
  // The corpora write no zone.
  if (part === undefined) return value.replace(/(?<=T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$/, '');
  return `${value}${part[1]}`;
}
