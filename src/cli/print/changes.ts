import type { Change } from '../../compare/index.ts';
import type { Adding } from '../../pipeline/index.ts';

/** What became of a report, as people are told: a later version of one that is known has changed, and an archive may hold an earlier one. */
export const outcomeWord = ({
  outcome,
  version,
  isEarlier,
}: Pick<Adding, 'outcome' | 'version' | 'isEarlier'>) =>
  outcome === 'added' && version > 1 ? (isEarlier === true ? 'earlier version' : 'changed') : outcome;

/** How many changes of each kind, in the order of the kinds: "quotation removed, 2 dates moved". */
export function changesWords(changes: readonly Change[]): string {
  const kinds = Map.groupBy(changes, ({ kind }) => kind);
  return [...kinds]
    .map(([kind, some]) => {
      const [what = '', how = ''] = kind.split('-');
      return some.length === 1 ? `${what} ${how}` : `${some.length} ${what}s ${how}`;
    })
    .join(', ');
}
