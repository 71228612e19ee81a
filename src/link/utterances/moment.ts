import type { Statement } from '../../record/index.ts';
import { anyOf, remembered } from '../../text/index.ts';
import { daysApart, type Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { frameOf } from './frame.ts';
import { type SayingDays, shifted } from './saying-days.ts';

/** When something was said as news has it: what a report does not date and does not look back on is fresh. */
export interface Moment {
  /** Null where it may be any day before `last`; both null where nothing tells. */
  readonly first: string | null;
  readonly last: string | null;
  /** Whether the report looks back on it: "had said", "last week". */
  readonly isRetold: boolean;
}

/** News of what was said is out within so many days; a weekly takes longer and dates what it tells. */
const FRESH = 3;
const lookingBack = remembered(
  ({ phrases }: LinkWords) => new RegExp(`\\b${anyOf(phrases['looking-back'])}\\b`, 'iu'),
);

export function momentOf(
  statement: Statement,
  { record: { report } }: Taken,
  { said, words }: { said: SayingDays | null; words: LinkWords },
): Moment {
  const published = report.published?.slice(0, 10) ?? null;
  const isOld = said !== null && (daysApart(said.last, published) ?? 0) > FRESH;
  const told = `${statement.cue.map(({ text }) => text).join(' ')} ${frameOf(statement, report.text).words}`;
  const isRetold = isOld || lookingBack(words).test(told);
  if (said !== null) return { ...said, isRetold };
  if (published === null || published.length < FULL) return { first: null, last: null, isRetold };
  return isRetold
    ? { first: null, last: shifted(published, -1), isRetold }
    : { first: shifted(published, -FRESH), last: published, isRetold };
}

const FULL = 'YYYY-MM-DD'.length;

/** Days that certainly lie between two moments; 0 where they may be one. */
export function daysBetween(a: Moment, b: Moment): number {
  const gap = (one: Moment, other: Moment) =>
    one.last === null || other.first === null ? 0 : (daysApart(one.last, other.first) ?? 0);
  return Math.max(0, gap(a, b), gap(b, a));
}

/** Within so many days two moments are told well enough to be taken for one. */
const NARROW = 8;

/** Whether two moments are both known to some days and have one in common. */
export function areOneMoment(a: Moment, b: Moment): boolean {
  return isNarrow(a) && isNarrow(b) && daysBetween(a, b) === 0;
}

const isNarrow = ({ first, last }: Moment) => (daysApart(first, last) ?? NARROW) < NARROW;
