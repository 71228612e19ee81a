import type { Step } from './align.ts';
import { weightOf } from './asked.ts';
import type { ToldWord } from './told.ts';

/** So many words beyond an end are looked at for each that was asked for elsewhere. */
const REACH = 2;

/**
 * Words that were asked for at one place and stand at another, beyond the ends of what was found, belong to it: of "I would
 * rather be sorry than late" the record's words are "I would rather be late than sorry" and not "I would rather be late".
 */
export function withMoved(steps: readonly Step[], words: readonly ToldWord[]): Step[] {
  const missing = new Set<string>();
  for (const step of steps)
    if (step.kind === 'put in' || step.kind === 'changed') missing.add(step.asked.form);
  const told = steps.flatMap((step) => ('told' in step ? [step.told] : []));
  const [first, last] = [told[0], told.at(-1)];
  if (missing.size === 0 || first === undefined || last === undefined) return [...steps];
  const from = words.findIndex(({ start }) => start === first.start);
  const to = words.findIndex(({ start }) => start === last.start);
  const reach = missing.size * REACH;
  const before = upToMoved(words.slice(Math.max(0, from - reach), from).toReversed(), missing, first.quoted);
  const after = upToMoved(words.slice(to + 1, to + 1 + reach), missing, last.quoted);
  return [...before.toReversed(), ...steps, ...after];
}

/** The words as far as the last that is missed, inside the same quotation marks or outside all. */
function upToMoved(words: readonly ToldWord[], missing: ReadonlySet<string>, quoted: boolean): Step[] {
  const leaves = words.findIndex((word) => word.quoted !== quoted);
  const near = leaves < 0 ? words : words.slice(0, leaves);
  const isMissing = (word: ToldWord | undefined) => word !== undefined && missing.has(word.form);
  const moved = near.findLastIndex((word) => isMissing(word) && weightOf(word.form) === 1);
  let end = moved + 1;
  while (moved >= 0 && isMissing(near[end])) end++;
  return near.slice(0, end).map((told): Step => ({ kind: 'left out', told }));
}
