import type { Report } from '../../record/index.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date as far as it is known; a time of day is left to the data, which has its zone. */
export function dateWords(date: string): string {
  const [day = ''] = date.split('T');
  if (day.length === 10) return DAY.format(new Date(`${day}T00:00:00Z`));
  return day.length === 7 ? MONTH.format(new Date(`${day}-01T00:00:00Z`)) : day;
}

/** A headline, or the opening words where there is none. */
export function titleOf({ headline, text }: Pick<Report, 'headline' | 'text'>): string {
  if (headline !== null) return headline;
  const opening = text.trim().split(/\s+/).slice(0, 12).join(' ');
  return opening.length < text.trim().length ? `${opening} …` : opening;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The path of a report's page, and of a place on it. */
export function reportPath(id: string, place?: { start: number; end: number }): string {
  return `/r/${inPath(id)}${place === undefined ? '' : `#${place.start}-${place.end}`}`;
}

export const versionsPath = (id: string): string => `${reportPath(id)}/versions`;
export const snapshotPath = (id: string): string => `${reportPath(id)}/snapshot`;

export function statementPath(id: string): string {
  return `/s/${inPath(id)}`;
}

export function actorPath(id: string): string {
  return `/a/${inPath(id)}`;
}

export const actorReportsPath = (id: string): string => `${actorPath(id)}/reports`;

export function eventPath(id: string): string {
  return `/e/${inPath(id)}`;
}

/** A colon needs no escape inside a path (RFC 3986, section 3.3), and an id reads better with it. */
function inPath(id: string): string {
  return encodeURIComponent(id).replaceAll('%3A', ':');
}
