import { around, type Day, parseWhen, type Time, writeWhen } from '../../src/record/index.ts';

const PARTS: readonly [RegExp, string][] = [
  [/morning/i, 'TMO'],
  [/afternoon/i, 'TAF'],
  [/evening/i, 'TEV'],
  [/night|overnight/i, 'TNI'],
];
const SEASONS = ['SP', 'SU', 'FA', 'WI'];

/** A value of the contract as TIMEX3 writes it. */
export function timexOf({ value, span, type }: Time): string {
  if (value === 'PRESENT' || value === 'PAST' || value === 'FUTURE') return `${value}_REF`;
  const when = parseWhen(value);
  if (when?.kind === 'decade' || when?.kind === 'century') return value.replaceAll('X', '');
  if (when?.kind === 'season' || when?.kind === 'quarter') return partOf(value);
  if (when?.kind === 'yearless' && when.part > 12) return partOf(value);
  if (when?.kind === 'interval' && when.from?.kind === 'day' && /weekend/i.test(span.text))
    return `${weekOf(when.from)}-WE`;
  const day = type === 'date' && when?.kind === 'day' ? when : null;
  // "three weeks ago" is a week.
  if (day !== null && /\bweeks? (?:ago|later|earlier|before|prior)\b/i.test(span.text)) return weekOf(day);
  const part = day === null ? undefined : PARTS.find(([words]) => words.test(span.text));
  // The corpora write no zone.
  if (part === undefined) return value.replace(/(?<=T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$/, '');
  return `${value}${part[1]}`;
}

/** `2031-23` is `2031-FA`, `2031-33` is `2031-Q1`. */
function partOf(value: string): string {
  const [year, part] = value.split('-');
  return `${year}-${SEASONS[Number(part) - 21] ?? `Q${Number(part) - 32}`}`;
}

function weekOf(day: Day): string {
  const week = around(day, 'week');
  return week === null ? '' : writeWhen(week);
}
