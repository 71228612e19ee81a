import { expect, test } from 'vitest';
import { reportOf } from '../../test/reports.ts';
import { loadKit } from '../load/index.ts';
import { analyse } from './index.ts';

const kit = await loadKit({ tagger: 'linear' });

/** What somebody may put into one sentence without end; twice as much of it must not take four times as long. */
const UNITS = [
  'On March 3 to 5, 2031, from Monday to Wednesday, three days later, ',
  '“No,” it quoted Anna Kolb as saying. ',
  'according to Norne and other Ordan media, ',
  'The mayor said, ',
  'The talks on tolls will be held on March 3. Anna Kolb met Pavel Strunin on Monday. ',
];
const SHORT = 15_000;
/** Four times would be the square. */
const SLACK = 3.5;
const TRIES = 3;

/** The best of some tries, in microseconds of this process alone: other tests may have the machine. */
async function timeFor(text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let number = 0; number < TRIES; number++) {
    const before = process.cpuUsage();
    await analyse([reportOf(text)], kit);
    best = Math.min(best, process.cpuUsage(before).user);
  }
  return best;
}

test.each(UNITS)('“%s” without end takes as long as it is long', { timeout: 120_000 }, async (unit) => {
  const of = (length: number) => unit.repeat(Math.ceil(length / unit.length));
  const once = await timeFor(of(SHORT));
  const twice = await timeFor(of(2 * SHORT));
  expect(twice / once).toBeLessThan(SLACK);
});
