import { matchesOf } from '../../src/text/index.ts';
import type { Attack } from './attacks.ts';
import type { Pattern } from './collect.ts';

/** A pattern and a text on which it takes the square of the length, with the fewest steps that are still told as slow. */
const SQUARE = /<!--[\s\S]*?-->/g;
const SQUARED = '<!--'.repeat(4000);
/** The clock of a thread may tell no less than four milliseconds apart: so many are measured as one. */
const MEASURED = 8;
/** A machine that does something else is asked again. */
const TRIES = 3;
/** Whoever takes less than this share of the square's time, as it was when this file was read, is not looked at again. */
const SUSPECT = 1 / 8;
/** Nothing linear takes this share of it for so short a text, and all else does. */
const SLOW = 1 / 2;
const atFirst = square();
const SHORTEST = 12;
/** Texts grow by this from one try to the next, so that what grows with a power of the length is stopped soon. */
const GROWTH = 1.5;

/** How long a text must be for a pattern to be slow on it; null where none of at most `longest` characters is long enough. */
export function slowFrom({ source, flags }: Pattern, attack: Attack, longest: number): number | null {
  const pattern = new RegExp(source, flags);
  for (let length = SHORTEST; ; length = Math.min(longest, Math.ceil(length * GROWTH))) {
    const text = textOf(attack, length);
    if (isSlow(pattern, text)) return text.length;
    if (length >= longest) return null;
  }
}

/** Told against the square measured beside it: a machine is twice as fast as it was a minute ago, or half. */
function isSlow(pattern: RegExp, text: string): boolean {
  if (spent(pattern, text) < atFirst * SUSPECT) return false;
  const slow = square() * SLOW;
  for (let tried = 0; tried < TRIES; tried++) if (spent(pattern, text) <= slow) return false;
  return true;
}

/** Milliseconds of the square. */
function square(): number {
  return Math.min(...Array.from({ length: TRIES }, () => spent(SQUARE, SQUARED, MEASURED) / MEASURED));
}

function textOf({ before, pump, behind }: Attack, length: number): string {
  const left = Math.max(pump.length, length - before.length - behind.length);
  return before + pump.repeat(Math.floor(left / pump.length)) + behind;
}

/** Milliseconds of this thread's own time for all matches of a pattern that has the flag, else for the first. */
function spent(pattern: RegExp, text: string, times = 1): number {
  const start = process.threadCpuUsage();
  for (let done = 0; done < times; done++) {
    pattern.lastIndex = 0;
    if (pattern.global) matchesOf(text, pattern);
    else pattern.exec(text);
  }
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
