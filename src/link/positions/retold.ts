import type { Report, Statement } from '../../record/index.ts';
import { daysApart } from '../taken.ts';

/** Days after which a statement is no longer what its report brings. */
const OLD = 6;
/** "Had told", "had still said". */
const BEFORE = /^(?:had|'d|’d)\b/iu;
const WEEK = /^(\d{4})-W(\d\d)$/u;

/** Whether a report only tells again what was said before: no stance is new by it. */
export function isRetold({ cue, said, content }: Statement, { text, published }: Report): boolean {
  const [first] = cue;
  if (first !== undefined && BEFORE.test(first.text)) return true;
  if (first !== undefined && content.length > 0 && /\bhad $/iu.test(text.slice(0, first.start))) return true;
  const days = said === null ? null : daysApart(lastDayOf(said.value), published);
  return days !== null && days > OLD;
}

/** The last day of a day, a week or an interval of days; null for what is less exact. */
function lastDayOf(value: string): string | null {
  const last = value.split('/').at(-1) ?? value;
  const week = WEEK.exec(last);
  if (week === null) return /^\d{4}-\d\d-\d\d/u.test(last) ? last : null;
  const fourth = new Date(Date.UTC(Number(week[1]), 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  return new Date(monday + (Number(week[2]) * 7 - 1) * 86_400_000).toISOString().slice(0, 10);
}
