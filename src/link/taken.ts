import type { Actor, DecidedStances, ReportId, ReportRecord } from '../record/index.ts';
import { plainName } from './words.ts';

/** When and where a report was published, and which it is. */
export interface ReportSeen {
  readonly id: ReportId;
  /** Its number in the order of taking in: ids hang on it, and nothing else. */
  readonly nth: number;
  readonly published: string | null;
  readonly outlet: string | null;
}

/** Whatever is of a report. */
export interface InReport {
  readonly report: Pick<ReportSeen, 'id' | 'published'>;
}

/** A report as linking takes it in: its record, when that was, and the names that stand in it. */
export interface Taken {
  readonly record: ReportRecord;
  readonly report: ReportSeen;
  readonly names: ReadonlySet<string>;
  readonly actors: ReadonlyMap<string, Actor>;
  /** The stances of its statements that people decided. */
  readonly stances: DecidedStances;
}

export function takenIn(record: ReportRecord, nth: number, stances: DecidedStances = []): Taken {
  const { id, published, outlet } = record.report;
  const own = outlet === null ? '' : plainName(outlet);
  const names = record.actors.map(({ name }) => plainName(name)).filter((name) => name !== own);
  return {
    record,
    report: { id, nth, published, outlet },
    names: new Set(names),
    actors: new Map(record.actors.map((actor) => [actor.actor, actor])),
    stances,
  };
}

/** By publication, those of one day by the report's id: no order of taking in decides. */
export function byPublication({ report: a }: InReport, { report: b }: InReport): number {
  const [one, other] = [a.published ?? '9999', b.published ?? '9999'];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}

const MILLISECONDS = 86_400_000;

/** Days between two days of publication; null where one is not known. */
export function daysApart(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null;
  const days = (Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / MILLISECONDS;
  return Number.isNaN(days) ? null : days;
}
