import { expect, test } from 'vitest';
import { likeliestInLedger } from '../../src/pipeline/index.ts';
import { bm25 } from './bm25.ts';
import { ledgerOf } from './ledger.ts';
import { averagePrecision, reciprocalRank } from './ranking.ts';

test.each([
  [['a', 'b'], ['a'], 1, 1],
  [['b', 'a'], ['a'], 1 / 2, 1 / 2],
  [['b', 'a', 'c', 'd'], ['a', 'd'], (1 / 2 + 2 / 4) / 2, 1 / 2],
  [['b', 'c', 'd', 'e', 'f', 'a'], ['a'], 0, 1 / 6],
  [[], ['a'], 0, 0],
])('%j for %j', (ranked, right, precision, reciprocal) => {
  expect(averagePrecision(ranked, right)).toBeCloseTo(precision);
  expect(reciprocalRank(ranked, right)).toBeCloseTo(reciprocal);
});

test('BM25 alone: rare words weigh most, and what shares none is not listed', () => {
  const ask = bm25(['the ferry is late', 'the bridge is shut', 'the mayor is late']);
  expect(ask('a late ferry', 9)).toEqual([0, 2]);
});

test('claims are asked for as a ledger is, misspelt or in other forms', async () => {
  const { ledger, claimOf } = await ledgerOf([
    { id: '7', title: 'Is the Velm ferry free?', text: 'The mayor of Velm made the ferry free.' },
    { id: '8', title: 'Are lorries banned?', text: 'Lorries were banned from the old bridge.' },
  ]);
  const found = await likeliestInLedger('no more lorry on the old brigde', { by: null, alike: null, ledger });
  expect(found.map(({ report }) => claimOf.get(report.id))).toEqual(['8', '7']);
  await ledger.close();
});
