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
/** What is gone is asked for again only when its feed lists it again, or says something new of it. */
const GONE: RefusalCode = 'gone';

/**
 * When an item's page is due again, as ISO 8601; null for never, unless its feed says something new of it. A page that gave
 * a report once and now gives none (a wall, a shell, an error that looks like a page) is asked for as one that failed.
 */
export function dueAfter(
  now: Date,
  { visits, failures, code }: { visits: number; failures: number; code: RefusalCode | null },
): string | null {
  const wait =
    code === null
      ? AGAIN[visits - failures < 0 ? 0 : visits - failures]
      : code === 'internal'
        ? MENDED
        : isTriedAgain(code, visits > failures) && failures + 1 < TRIES
          ? Math.min(RETRY * 2 ** failures, LONGEST)
          : undefined;
  return wait === undefined ? null : new Date(now.getTime() + wait).toISOString();
}

const isTriedAgain = (code: RefusalCode, wasRead: boolean) =>
  MAY_PASS.has(code) || (wasRead && code !== GONE);

/** When a feed is due again: after its time, which doubles with every failure in a row, up to a day. */
export function dueFeed(now: Date, every: number, failures: number): string {
  const wait = Math.min(every * 2 ** failures, Math.max(every, LONGEST));
  return new Date(now.getTime() + wait).toISOString();
}
