import { type Day, type Event, isSameWhen, type When } from '../../../record/index.ts';
import type { Range } from '../../../text/index.ts';
import type { EventReading } from '../../tag/index.ts';
import type { Assertion } from '../assertion.ts';
import type { Clauses } from '../clause.ts';
import type { Mention } from '../mention.ts';
import type { Entry, Scheduled } from '../schedule.ts';
import { distinct, shiftedDate, standingDate } from './date.ts';
import { standing } from './standing.ts';
import { datedBy, type Shared, sharedTimes } from './times.ts';

type Status = Event['status'];

/** What is known around a reading: the sentences, its first mention, the day of publication, and what the clauses tell. */
interface Around {
  readonly sentences: readonly Clauses[];
  readonly mention: Mention;
  readonly day: Day | null;
  readonly told: Status | null;
}

/**
 * What a reading makes of the expressions of time: its former dates, then the one that stands, with the likeliest standing.
 * What is off has no date.
 */
export function scheduleRead(
  reading: EventReading,
  { sentences, mention, day, told }: Around,
): Scheduled & { status: Status } {
  const shared = sharedTimes(reading, sentences);
  const status = standing(reading, shared, told);
  const isOver = status === 'held' || status === 'under way';
  const dated = (list: readonly Shared[]) => datedBy(list, { isOver, day });
  const put = (by: Assertion['by'], when: When | null, span: Range): Assertion => ({
    mention,
    says: status === 'under way' ? 'held' : 'planned',
    by,
    when,
    span,
    isHeadline: sentences[mention.sentence]?.isHeadline === true,
    edge: null,
  });
  const isOff = status === 'postponed' || status === 'cancelled';
  const current = isOff ? [] : shared.filter((one) => one.current > Math.max(one.former, one.other));
  const former = distinct(
    dated(
      isOff
        ? shared.filter((one) => one.former + one.current > 0.5)
        : shared.filter((one) => one.former > Math.max(one.current, one.other)),
    ),
  );
  const own = standingDate(dated(current));
  const shift = own === null ? shiftedDate(current, former, { sentences, day }) : null;
  const when = own?.when ?? shift?.when ?? null;
  const chosen = own ?? shift;
  const olds = former.filter((one) => when === null || !isSameWhen(one.when, when));
  const entries: Entry[] = olds.map((one) => ({
    when: one.when,
    status: 'planned',
    assertion: put('read-former-date', one.when, one.time.span),
  }));
  const settled: Status = status === 'rescheduled' && when === null ? 'postponed' : status;
  if (chosen !== null && when !== null)
    entries.push({
      when,
      status: settled,
      assertion: put(own === null ? 'read-length' : 'read-date', when, chosen.time.span),
    });
  else if (isOff || settled !== status)
    entries.push({ when: null, status: settled, assertion: put('read-without-date', null, mention) });
  return { schedule: entries, when, status: settled, by: 'read-as-likeliest' };
}
