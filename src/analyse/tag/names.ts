import type { Name } from './index.ts';
import { spansOf, type TokenRange } from './token-range.ts';

/** Labels of names: nothing, then beginning and inside of each kind. */
export const NAME_KINDS = ['person', 'organization', 'place'] as const;
export const NAME_LABELS = 7;

/** The names that labels tell, in the order of the text. */
export function namesOf(labels: Uint8Array): (TokenRange & Pick<Name, 'kind'>)[] {
  return NAME_KINDS.flatMap((kind, number) =>
    spansOf(labels, 2 * number + 1).map((span) => ({ kind, ...span })),
  ).toSorted((a, b) => a.first - b.first);
}
