import type { Search } from '../ledger/index.ts';

/** Whether there is a word, a name or anything else to go by. */
export function asksForSomething({
  words,
  by,
  for: behind,
  to,
  about,
  root,
  outlet,
  act,
  kind,
  when,
}: Search): boolean {
  const typed = [words, by, behind, to, about, root, outlet].filter((one) => one !== undefined);
  return /[\p{L}\p{N}]/u.test(typed.join(' ')) || [act, kind, when].some((one) => one !== undefined);
}
