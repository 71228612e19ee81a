import type { LinkedEvent } from '../../src/record/index.ts';
import { sameDays } from '../revisions/index.ts';
import { type Drawn, inOrder, numberOf } from './drawn.ts';
import type { GoldEvent } from './gold.ts';
import type { Tally } from './tally.ts';

/**
 * Stale dates taken for news. Asked of every report that names an event after a date of it was given up (and does not give that
 * date again): whether our schedule has a step of that report with such a date.
 */
export function addStale(
  drawn: Drawn,
  { gold, own }: { gold: GoldEvent; own: LinkedEvent },
  tally: Tally,
): void {
  for (const report of new Set(gold.mentions.map(([number]) => number))) {
    const stale = staleDates(drawn, gold, report);
    if (stale.length === 0) continue;
    const steps = own.schedule.filter((step) => numberOf(drawn, step.report) === report);
    tally.add(
      'eventsStaleTaken',
      steps.some(({ when }) => when !== null && stale.some((date) => sameDays(when, date))),
    );
  }
}

/** The dates of an event that were given up before a report and are not in it anew. */
export function staleDates({ story }: Drawn, { schedule }: GoldEvent, report: number): string[] {
  const order = inOrder(story);
  const before = schedule.filter((step) => order.indexOf(step.report) < order.indexOf(report));
  const current = [before.at(-1), ...schedule.filter((step) => step.report === report)];
  return before.flatMap(({ when }) =>
    when === null || current.some((step) => step !== undefined && sameDays(step.when, when)) ? [] : [when],
  );
}
