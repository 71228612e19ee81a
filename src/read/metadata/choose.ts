import type { Choice, Claim } from '../../record/index.ts';

/** The first claim, with all that say something else; null where there is none. `same` says which values are one. */
export function choose(
  field: Choice['field'],
  claims: readonly Claim[],
  same: (a: string, b: string) => boolean = (a, b) => a === b,
): Choice | null {
  const [first, ...rest] = claims;
  if (first === undefined) return null;
  const others = rest
    .filter(({ value }) => !same(value, first.value))
    .map(({ value, rule }) => ({ value, rule }));
  return { field, value: first.value, rule: first.rule, others };
}
