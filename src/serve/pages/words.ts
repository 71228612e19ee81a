import { dateOf, inPath, parseWhen, permalinkOf, whenWords } from '../../record/index.ts';

export { titleOf } from '../../record/index.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date as far as it is known; a time of day is left to the data, which has its zone. */
export function dateWords(date: string): string {
  const when = parseWhen(date);
  const day = when?.kind === 'clock' ? when.day : when;
  return day?.kind === 'day' ? DAY.format(dateOf(day)) : whenWords(date);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The path of a report's page, and of a place on it. */
export function reportPath(id: string, place?: { start: number; end: number }): string {
  return place === undefined ? `/r/${inPath(id)}` : permalinkOf(id, place);
}

export const versionsPath = (id: string): string => `${reportPath(id)}/versions`;
export const snapshotPath = (id: string): string => `${reportPath(id)}/snapshot`;

export function statementPath(id: string): string {
  return `/s/${inPath(id)}`;
}

export const utterancePath = (id: string): string => `/u/${inPath(id)}`;

export function actorPath(id: string): string {
  return `/a/${inPath(id)}`;
}

export const actorReportsPath = (id: string): string => `${actorPath(id)}/reports`;

export function eventPath(id: string): string {
  return `/e/${inPath(id)}`;
}

export const issuePath = (id: string): string => `/i/${inPath(id)}`;

export const alertPath = (id: string): string => `/alerts/${inPath(id)}`;

/** The page of an outlet or a root source, by its name. */
export const sourcePath = (name: string): string => `/sources/${inPath(name)}`;
