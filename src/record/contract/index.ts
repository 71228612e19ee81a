import type { ReportRecord } from '../record.ts';
import { chainBeginsWithSpeaker, chainEndsWithOutlet, chainStepsAscend, linksSayHow } from './chain.ts';
import { idsAreUnique, idsRefer, idsSayWhere } from './ids.ts';
import type { ContractRule } from './rule.ts';
import { blocksApart, piecesApart, rolesApart, spansAreTheText, timesApart } from './spans.ts';
import { actsFitModes, valuesAreTimes } from './values.ts';
import { enclosingFirst, withinContent, withinNoCircle } from './within.ts';
import { namesHaveWords, spansHaveWords, statementsSaySomething } from './words.ts';

export type { ContractRule } from './rule.ts';

/** All that a record promises beside its schema: the schema says which fields there are and of what kind, these how they hang together. */
export const CONTRACT: readonly ContractRule[] = [
  spansAreTheText,
  blocksApart,
  timesApart,
  piecesApart,
  rolesApart,
  spansHaveWords,
  namesHaveWords,
  statementsSaySomething,
  idsAreUnique,
  idsRefer,
  idsSayWhere,
  enclosingFirst,
  withinNoCircle,
  withinContent,
  chainBeginsWithSpeaker,
  chainStepsAscend,
  chainEndsWithOutlet,
  linksSayHow,
  actsFitModes,
  valuesAreTimes,
];

/**
 * Takes a record that its schema takes. Gives one line for each place that breaks the contract: the rule's name, the path of
 * the field, and what was found there; none for a whole record. In time that grows with the record alone.
 */
export function faultsIn(record: ReportRecord): string[] {
  return CONTRACT.flatMap(({ name, brokenIn }) =>
    brokenIn(record).map(({ path, found }) => `${name}: ${path} has ${found}`),
  );
}
