import type { RefusalCode } from '../record/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long after each visit a page is visited again: outlets correct early, and seldom after a week. */
const AGAIN = [HOUR, 6 * HOUR, DAY, 7 * DAY];
/** A page that could not be had for a reason that may pass is asked for again after this, which doubles. */
const RETRY = HOUR / 4;
const TRIES = 6;
const LONGEST = DAY;
/** A page that this program breaks on is asked for daily, without end: the next version may read it. */
const MENDED = DAY;

const MAY_PASS: ReadonlySet<RefusalCode> = new Set([
  'unreachable',
  'timed-out',
  'http-error',
  'live-ticker',
  'error-page',
]);
/** What stands before all pages of a site for some visitors, and falls for some of them: no reason to ask often. */
const WALLS: ReadonlySet<RefusalCode> = new Set(['consent-wall', 'script-wall', 'login-form']);
/** What is gone is asked for again only when its feed lists it again, or says something new of it. */
const GONE: RefusalCode = 'gone';

/**
 * What is known of an item once more when its page was visited: how often since its feed said something new of it, how often
 * of those in a row it failed, why it failed now, and whether it ever gave a report.
 */
interface Visited {
  readonly visits: number;
  readonly failures: number;
  readonly code: RefusalCode | null;
  readonly wasRead: boolean;
}

/**
 * When an item's page is due again, as ISO 8601; null for never, unless its feed says something new of it. A page that gave
 * a report once and now gives none (a wall, a shell, an error that looks like a page) is asked for as one that failed; one
 * that never gave any for a wall as often as one that was read.
 */
export function dueAfter(now: Date, visited: Visited): string | null {
  const wait = waitAfter(visited);
  return wait === undefined ? null : new Date(now.getTime() + wait).toISOString();
}

function waitAfter({ visits, failures, code, wasRead }: Visited): number | undefined {
  if (code === null) return AGAIN[visits - failures];
  if (code === 'internal') return MENDED;
  if (!wasRead && WALLS.has(code)) return AGAIN[failures];
  const mayPass = MAY_PASS.has(code) || (wasRead && code !== GONE);
  return mayPass && failures + 1 < TRIES ? Math.min(RETRY * 2 ** failures, LONGEST) : undefined;
}

/** When a feed is due again: after its time, which doubles with every failure in a row, up to a day. */
export function dueFeed(now: Date, every: number, failures: number): string {
  const wait = Math.min(every * 2 ** failures, Math.max(every, LONGEST));
  return new Date(now.getTime() + wait).toISOString();
}
