import type { When } from './when.ts';
import { writeWhen } from './write.ts';

/** Letters of ISO 8601 for what a length is measured in; those of the clock stand behind a T. */
const LETTERS = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
} as const;

/** How long something takes; a count that is not known is null. */
export interface Length {
  readonly kind: 'length';
  readonly count: number | null;
  readonly unit: keyof typeof LETTERS;
}

/** What an expression of time means: a date, a length, or only on which side of now. */
export type TimeValue = When | Length | 'PRESENT' | 'PAST' | 'FUTURE';

/** A value in EDTF; a length as ISO 8601 has it, with X for a count that is not known or that no number can hold. */
export function writeValue(value: TimeValue): string {
  if (typeof value === 'string') return value;
  return value.kind === 'length' ? writeLength(value) : writeWhen(value);
}

function writeLength({ count, unit }: Length): string {
  const letters = LETTERS[unit];
  const isKnown = count !== null && Math.abs(count) <= Number.MAX_SAFE_INTEGER;
  const number = isKnown ? Number(count.toFixed(3)) : 'X';
  return `P${letters.length > 1 ? 'T' : ''}${number}${letters.at(-1)}`;
}

/** A length out of ISO 8601 with one unit of the calendar, such as `P2W`; null where the text is none. */
export function parseLength(text: string): Length | null {
  const { number, letter } = /^P(?<number>\d+(?:\.\d+)?|X)(?<letter>[DWMY])$/.exec(text)?.groups ?? {};
  const unit = (['day', 'week', 'month', 'year'] as const).find((one) => LETTERS[one] === letter);
  return unit === undefined ? null : { kind: 'length', count: number === 'X' ? null : Number(number), unit };
}
