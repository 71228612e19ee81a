import { html } from 'hono/html';
import type { SourceLine } from '../../../ledger/index.ts';
import { addDays, type Day, publicationDay, writeDay } from '../../../record/index.ts';
import type { Html } from '../page.ts';

/** So many days are drawn, up to the latest visit. */
const DAYS = 60;
const CELL = 4;
const HEIGHT = 18;
/** Fewer days with reports are no habit … */
const FEWEST = 5;
/** … and neither are they where they are less than this share of the days since the first. */
const USUAL = 0.5;

/** How a day of a source was: reports came, it was visited in vain, or nothing came although some usually do. */
interface DrawnDay {
  readonly day: string;
  readonly kind: 'had' | 'asked' | 'missing' | 'none';
}

/** The last days of a source, each as it was, up to its latest visit. */
export function drawnDays({ days, last }: Pick<SourceLine, 'days' | 'last'>): DrawnDay[] {
  const latest = publicationDay(last.slice(0, 10));
  if (latest === null || days.length === 0) return [];
  const known = new Map(days.map((one) => [one.day, one]));
  const all = lastDays(latest);
  const had = days.filter(({ reports }) => reports > 0).length;
  const first = all.findIndex((day) => (known.get(day)?.reports ?? 0) > 0);
  const isUsual = had >= FEWEST && first >= 0 && had >= (all.length - first) * USUAL;
  return all.map((day, index) => {
    const { visits = 0, reports = 0 } = known.get(day) ?? {};
    if (reports > 0) return { day, kind: 'had' };
    if (isUsual && index > first) return { day, kind: 'missing' };
    return { day, kind: visits > 0 ? 'asked' : 'none' };
  });
}

function lastDays(latest: Day): string[] {
  return Array.from({ length: DAYS }, (_, index) => addDays(latest, index + 1 - DAYS)).flatMap((day) =>
    day === null ? [] : [writeDay(day)],
  );
}

/** The days drawn, one beside the other. The words beside it say the same. */
export function dayStrip(days: readonly DrawnDay[]): Html | string {
  if (days.length === 0) return '';
  return html`<svg class="days" viewBox="0 0 ${DAYS * CELL} ${HEIGHT}" width="${DAYS * CELL}" height="${HEIGHT}" aria-hidden="true"><line x1="0" y1="${HEIGHT - 0.5}" x2="${DAYS * CELL}" y2="${HEIGHT - 0.5}" class="track"/>${days.map(
    ({ kind }, index) => (kind === 'none' ? '' : bar(kind, index * CELL)),
  )}</svg>`;
}

const TALL = { had: 14, asked: 3, missing: 8 } as const;

const bar = (kind: keyof typeof TALL, x: number): Html =>
  html`<rect x="${x}" y="${HEIGHT - 1 - TALL[kind]}" width="${CELL - 1}" height="${TALL[kind]}" class="${kind}"/>`;

/** So many days without reports are named; of more it is said how many there are. */
const MOST_NAMED = 3;

/** The same in words. */
export function daysWords(days: readonly DrawnDay[]): string {
  const had = days.filter(({ kind }) => kind === 'had').length;
  const missing = days.filter(({ kind }) => kind === 'missing').map(({ day }) => day);
  if (days.length === 0) return '';
  if (had === 0) return `no reports in ${days.length} days`;
  const words = `reports on ${had} of ${days.length} days`;
  if (missing.length === 0) return words;
  const named = missing.slice(-MOST_NAMED).join(', ');
  return `${words}; none on ${missing.length > MOST_NAMED ? `${missing.length} days, the last ${named}` : named}`;
}
