import type { FoundStatement, Ledger } from '../ledger/index.ts';

/** Those that are the first in the ledger to render what was said: by the coming of their reports, and within one by their order. */
export async function firstRenditions(
  found: readonly FoundStatement[],
  ledger: Ledger,
): Promise<readonly FoundStatement[]> {
  const utterances = await ledger.utterancesWith(found.map(({ statement }) => statement.id));
  const told = utterances.flatMap(({ id, renditions }) =>
    renditions.map((one) => ({ utterance: id, ...one })),
  );
  const numbers = await ledger.numbersOf([...new Set(told.map(({ report }) => report))]);
  const first = new Map<string, number>();
  for (const { utterance, report } of told)
    first.set(utterance, Math.min(first.get(utterance) ?? Infinity, numbers.get(report) ?? Infinity));
  const byStatement = new Map(told.map((one) => [one.statement, one]));
  const seen = new Set<string>();
  return found.filter(({ statement }) => {
    const own = byStatement.get(statement.id);
    if (own === undefined) return true;
    const isFirst = !seen.has(own.utterance) && numbers.get(own.report) === first.get(own.utterance);
    seen.add(own.utterance);
    return isFirst;
  });
}
