import type { Actor } from '../../record/index.ts';

/** Names from the one that says most to the one that says least, each once; of equals the more frequent first. */
export function fullestFirst(names: readonly string[]): string[] {
  return [...Map.groupBy(names, (name) => name)]
    .toSorted(
      ([a, one], [b, other]) => fullness(b) - fullness(a) || other.length - one.length || (a < b ? -1 : 1),
    )
    .map(([name]) => name);
}

/** Words of a name without initials, then its letters. */
const fullness = (name: string) =>
  name.split(/\s+/u).filter((word) => word.replace(/\W/g, '').length > 1).length * 100 + name.length;

/** What most take an actor for; of equals whatever comes first in the alphabet. */
export function kindOf(kinds: readonly Actor['kind'][]): Actor['kind'] {
  const [most] = [...Map.groupBy(kinds, (kind) => kind)].toSorted(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  return most?.[0] ?? 'group';
}
