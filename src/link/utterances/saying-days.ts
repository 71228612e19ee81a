import { daysOf, parseWhen, type Report, type Statement, writeDay } from '../../record/index.ts';
import { anyOf, remembered } from '../../text/index.ts';
import type { Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { frameOf } from './frame.ts';

/** First and last day on which something may have been said, ISO. */
export interface SayingDays {
  readonly first: string;
  readonly last: string;
}

/** The days to which a report dates a saying, beside its cue or else once in its frame; null where it does not, or later than it tells. */
export function sayingDays(
  statement: Statement,
  { record: { report, times } }: Taken,
  words: LinkWords,
): SayingDays | null {
  const isPast = (days: SayingDays | null): days is SayingDays =>
    days !== null && (report.published === null || days.first <= report.published);
  if (statement.said !== null) {
    const days = daysIn(statement.said.value);
    const told = roughly(words).test(statement.said.span?.text ?? '') ? widened(days) : days;
    return isPast(told) ? told : null;
  }
  const { start, end } = frameOf(statement, report.text);
  const within = times
    .filter(({ span }) => span.start >= start && span.end <= end)
    .filter(({ span }) => !statement.content.some((one) => one.start < span.end && span.start < one.end))
    .flatMap(({ value }) => daysIn(value) ?? [])
    .filter((days) => isPast(days) && days.first === days.last);
  return within.length === 1 ? (within[0] ?? null) : null;
}

/** "Two weeks ago" is a day by the calendar, and means one of the days around it. */
const roughly = remembered(
  ({ phrases }: LinkWords) => new RegExp(`\\b${anyOf(phrases['weeks-back'])}\\b`, 'i'),
);
const AROUND = 4;

const widened = (days: SayingDays | null): SayingDays | null =>
  days && { first: shifted(days.first, -AROUND), last: shifted(days.last, AROUND) };

/** A day so many days later, ISO. */
export const shifted = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * MILLISECONDS).toISOString().slice(0, 10);

const MILLISECONDS = 86_400_000;

function daysIn(value: string): SayingDays | null {
  const parsed = parseWhen(value);
  const days = parsed === null ? null : daysOf(parsed);
  if (days?.first == null || days.last === null) return null;
  return { first: writeDay(days.first), last: writeDay(days.last) };
}

/** When something was said, and the report that tells it. */
interface Dated {
  readonly said: SayingDays | null;
  readonly report: Pick<Report, 'published'>;
}

/** Whether what was said cannot be one: dated to days that exclude each other, or told before it was said. */
export function areDaysApart(a: Dated, b: Dated): boolean {
  if (a.said !== null && b.said !== null && (a.said.last < b.said.first || b.said.last < a.said.first))
    return true;
  return isToldBefore(a, b) || isToldBefore(b, a);
}

const isToldBefore = (told: Dated, { said }: Dated) =>
  said !== null && told.report.published !== null && told.report.published < said.first;
