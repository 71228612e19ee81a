import type { Actor, DecidedStances, ReportRecord } from '../record/index.ts';
import { plainName } from './words.ts';

/** A report as linking sees it: its record, when it was taken in, and the names that stand in it. */
export interface Taken {
  readonly record: ReportRecord;
  /** Its number in the order of taking in: ids hang on it, and nothing else. */
  readonly nth: number;
  readonly names: ReadonlySet<string>;
  readonly actors: ReadonlyMap<string, Actor>;
  /** The stances of its statements that people decided. */
  readonly stances: DecidedStances;
}

export function takenIn(record: ReportRecord, nth: number, stances: DecidedStances = []): Taken {
  const { outlet } = record.report;
  const own = outlet === null ? '' : plainName(outlet);
  const names = record.actors.map(({ name }) => plainName(name)).filter((name) => name !== own);
  return {
    record,
    nth,
    names: new Set(names),
    actors: new Map(record.actors.map((actor) => [actor.actor, actor])),
    stances,
  };
}

/** By publication, those of one day by the report's id: no order of taking in decides. */
export function byPublication(a: Taken, b: Taken): number {
  const [one, other] = [a.record.report.published ?? '9999', b.record.report.published ?? '9999'];
  return one < other ? -1 : one > other ? 1 : a.record.report.id < b.record.report.id ? -1 : 1;
}

const MILLISECONDS = 86_400_000;

/** Days between two days of publication; null where one is not known. */
export function daysApart(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null;
  const days = (Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / MILLISECONDS;
  return Number.isNaN(days) ? null : days;
}
