import { remembered } from '../text/index.ts';
import { type Seats, seatsIn } from './actors/seats.ts';
import { endOfLead } from './events/sentence.ts';
import { namesIn } from './names-in.ts';
import type { ReportSeen, Taken } from './taken.ts';
import { creditsOf } from './utterances/credits.ts';
import { type LinkWords, stemsOf } from './words.ts';

/** A report as whatever is told in it is compared beside its own words. */
export interface OfReport extends ReportSeen {
  /** The plain names of its actors, its outlet aside. */
  readonly names: ReadonlySet<string>;
  /** How often its text has each stem. */
  readonly often: ReadonlyMap<string, number>;
  /** Those whose copy it is, or says that it has used. */
  readonly credits: readonly string[];
  /** Which capital is whose, as it tells. */
  readonly seats: Seats;
  /** The stems of what it says first of all, and of the words with a capital there, those of dates aside. */
  readonly lead: ReadonlySet<string>;
  readonly leadNames: ReadonlySet<string>;
}

/** What is kept of a report for all that is told in it, made once for as long as it is at hand. */
export const ofReport = remembered((words: LinkWords) =>
  remembered((taken: Taken): OfReport => {
    const { report } = taken.record;
    const end = endOfLead(report);
    return {
      ...taken.report,
      names: taken.names,
      often: timesOf(stemsOf(report.text, words)),
      credits: creditsOf(taken, words),
      seats: seatsIn(report.text),
      lead: new Set(stemsOf(report.text.slice(0, end), words)),
      leadNames: new Set(namesIn({ start: 0, end }, taken, words)),
    };
  }),
);

function timesOf(stems: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1);
  return times;
}
