import type { News, Utterance } from '../record/index.ts';
import type { EventLine } from './event-line.ts';
import type { ReportLine } from './report-line.ts';

/** An utterance with when it was told first. */
export interface NewlySaid {
  readonly utterance: Utterance;
  /** The day of its first publication; where its reports have no date, the day on which the first was added. */
  readonly day: string;
  /** The moment at which the first of its reports was added, ISO 8601 in UTC. */
  readonly came: string;
  /** The report that published it first. */
  readonly first: ReportLine | null;
}

/** Which utterances are asked for: at most `limit` of them. */
export interface AskedNewly {
  /** Those of this day and before. */
  readonly day?: string | undefined;
  /** Those that came since a moment, ISO 8601 in UTC: then they are in the order of their coming. */
  readonly since?: string | undefined;
  /** Those that follow in the list behind this one, an utterance by its id or one that it had. */
  readonly behind?: string | undefined;
  readonly limit: number;
}

/** A change of position that an alert told, once. */
export type PositionNews = Extract<News, { kind: 'position' }>;

/** What is new, and what lies ahead. */
export interface Today {
  /**
   * Utterances, each once: those of the latest day first, or what came last first. `null` where `behind` names none.
   * What no report linked yet has is not among them.
   */
  newlySaid(asked: AskedNewly): Promise<readonly NewlySaid[] | null>;
  /** The next events as seen from a day, and those that lost their date: the earliest first. */
  ahead(asked: { day: string; limit: number }): Promise<readonly EventLine[]>;
  /** Changes of position that alerts told, found last first. */
  positionNews(limit: number): Promise<readonly PositionNews[]>;
}
