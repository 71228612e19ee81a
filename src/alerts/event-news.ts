import type { Ledger, Looked } from '../ledger/index.ts';
import type { Alert, LinkedEvent, News } from '../record/index.ts';
import { newsIdOf, placeOf } from './news.ts';

/**
 * What became of an alert's event by reports that came since. It is compared with what was told last; where no new report
 * tells of the event, what it says now is only what is understood otherwise, and no news.
 */
export async function eventNews(
  alert: Alert,
  former: Looked,
  { ledger, to, at }: { ledger: Ledger; to: number; at: string },
): Promise<{ now: Looked['event']; news: readonly News[] }> {
  const line = alert.event === null ? null : await ledger.eventLine(alert.event.id);
  if (line === null) return { now: former.event, news: [] };
  const { id, what, when, status, schedule, members } = line.event;
  const now = { when, status };
  const numbers = await ledger.numbersOf(members.map(({ report }) => report));
  const isTold = [...numbers.values()].some((number) => number > former.changes && number <= to);
  const before = former.event;
  if (!isTold || before === null || (before.when === when && before.status === status))
    return { now, news: [] };
  const step = stepOf(line.event);
  const kept = step === undefined ? null : await ledger.report(step.report);
  if (step === undefined || kept === null) return { now, news: [] };
  const { start, end, text } = step.span;
  const one: News = {
    kind: 'event',
    // An event may come back to a date that it had.
    id: newsIdOf(alert, 'event', id, String(when), status, String(schedule.length), step.report),
    at,
    event: id,
    what,
    before,
    now,
    by: step.by?.name ?? null,
    from: { ...placeOf(kept.report), start, end, words: text },
  };
  return { now, news: [one] };
}

/** The step that tells how an event stands now. */
const stepOf = ({ schedule, when, status }: LinkedEvent) =>
  schedule.findLast((step) => step.when === when && step.status === status) ?? schedule.at(-1);
