import { loadLikeness } from '../../src/load/link.ts';
import { likeliestInLedger } from '../../src/pipeline/index.ts';
import type { Alike } from '../../src/verify/index.ts';
import type { Figures, Outcome } from '../outcome.ts';
import { bm25 } from './bm25.ts';
import { ledgerOf, type OfClaims } from './ledger.ts';
import { averagePrecision, reciprocalRank } from './ranking.ts';
import { type Query, readClaims } from './read.ts';

const LISTED = 50;
/** Claims are compared with many posts, and read once. */
const EVERY_VECTOR = 50_000;

/**
 * Posts against a ledger of claims that were checked, by what `verify` lists where no quotation is found. Beside it the same
 * without a sentence model, and BM25 alone over the words as they are typed.
 */
export async function evaluateClaims(data: string, split: string): Promise<Outcome> {
  const { claims, queries } = await readClaims(data, split);
  const known = await ledgerOf(claims);
  const ask = bm25(claims.map(({ title, text }) => `${title}\n${text}`));
  const own = await rankedBy(known, await loadLikeness('en', EVERY_VECTOR), queries);
  const byWords = await rankedBy(known, null, queries);
  const naive = queries.map(({ text }) => ask(text, LISTED).map((at) => claims[at]?.id ?? ''));
  await known.ledger.close();
  const right = Object.fromEntries(
    queries.map(({ id, claims }, at) => [id, claims.includes(own[at]?.[0] ?? '') ? '1' : '0']),
  );
  return {
    set: 'checkthat',
    split,
    items: queries.length,
    figures: figuresOf(queries, own),
    others: {
      'without a sentence model': figuresOf(queries, byWords),
      'BM25 alone': figuresOf(queries, naive),
    },
    right,
  };
}

/** The claims in the order in which `verify` lists the reports that have them. */
async function rankedBy(
  { ledger, claimOf }: OfClaims,
  alike: Alike,
  queries: readonly Query[],
): Promise<string[][]> {
  const ranked: string[][] = [];
  for (const { text } of queries) {
    const likely = await likeliestInLedger(text, { by: null, alike, ledger });
    ranked.push(likely.map(({ report }) => claimOf.get(report.id) ?? ''));
  }
  return ranked;
}

function figuresOf(queries: readonly Query[], ranked: readonly (readonly string[])[]): Figures {
  const mean = (value: (list: readonly string[], right: readonly string[]) => number) =>
    (100 * queries.reduce((sum, { claims }, at) => sum + value(ranked[at] ?? [], claims), 0)) /
    queries.length;
  return {
    mapAt5: mean(averagePrecision),
    firstRight: mean((list, right) => (right.includes(list[0] ?? '') ? 1 : 0)),
    meanReciprocalRank: mean(reciprocalRank),
    amongFifty: mean((list, right) => right.filter((id) => list.includes(id)).length / right.length),
  };
}
