import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '../record/index.ts';
import { dueAfter } from './when.ts';

const NOW = new Date('2034-02-02T10:00:00Z');
const HOUR = 3_600_000;

/** The hours between the visits to a page that gives the same every time, after it was found so often. */
function waits(code: RefusalCode | null, found = 0): number[] {
  const hours: number[] = [];
  for (let failures = 0; hours.length < 10; failures++) {
    const state = code === null ? { visits: failures, failures: 0 } : { visits: found + failures, failures };
    const due = dueAfter(NOW, { ...state, code, wasRead: code === null || found > 0 });
    if (due === null) break;
    hours.push((Date.parse(due) - NOW.getTime()) / HOUR);
  }
  return hours;
}

describe('the hours after which a page is visited again', () => {
  test('that was read', () => expect(waits(null)).toEqual([1, 6, 24, 168]));
  test.each(['consent-wall', 'script-wall', 'login-form'] as const)(
    'that never was for a wall, as often: %s',
    (code) => {
      expect(waits(code)).toEqual([1, 6, 24, 168]);
      expect(waits(code, 2)).toEqual([0.25, 0.5, 1, 2, 4]);
    },
  );
  test.each(['http-error', 'unreachable', 'error-page'] as const)(
    'that could not be had for what may pass: %s',
    (code) => expect(waits(code)).toEqual([0.25, 0.5, 1, 2, 4]),
  );
  test.each(['index-page', 'not-english', 'paywall-stub', 'gallery'] as const)(
    'that is no report, only where it was one: %s',
    (code) => {
      expect(waits(code)).toEqual([]);
      expect(waits(code, 1)).toHaveLength(5);
    },
  );
  test('that is gone: none', () => {
    expect(waits('gone')).toEqual([]);
    expect(waits('gone', 3)).toEqual([]);
  });
  test('that the program breaks on: daily', () => expect(new Set(waits('internal'))).toEqual(new Set([24])));
  test('that failed at first, as if it had not', () => {
    const at = (visits: number, failures: number) =>
      dueAfter(NOW, { visits, failures, code: null, wasRead: true });
    expect(at(4, 4)).toBe(at(0, 0));
    expect(at(5, 4)).toBe(at(1, 0));
  });
});
