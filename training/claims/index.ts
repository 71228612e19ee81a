/** Fits what orders the passages that most likely say what is asked for: `node training/claims/index.ts --data DIR`. */
import { parseArgs } from 'node:util';
import { ledgerOf } from '../../evals/claims/ledger.ts';
import { averagePrecision } from '../../evals/claims/ranking.ts';
import { readClaims } from '../../evals/claims/read.ts';
import { loadLikeness } from '../../src/load/link.ts';
import { type Alike, likelyMeasured, wordsToShare } from '../../src/verify/index.ts';
import { type Choice, fitChoice } from './choice.ts';
import { type First, leastScore } from './least.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) {
  console.error('fit: expected --data DIR');
  process.exit(2);
}
const FOLDS = 5;
const LOOKED_AT = 50;
const EVERY_VECTOR = 50_000;
/** Of those that come first so many are right from the least score on. */
const RIGHT = 0.7;

interface Item extends Choice {
  readonly ids: readonly string[];
  readonly claims: readonly string[];
}

async function itemsOf(alike: Alike): Promise<Item[]> {
  const { claims, queries } = await readClaims(values.data ?? '', 'train');
  const { ledger, claimOf } = await ledgerOf(claims);
  const items: Item[] = [];
  for (const query of queries) {
    const shared = await ledger.sharing(wordsToShare(query.text, null), LOOKED_AT);
    const passages = await likelyMeasured(query.text, { by: null, alike }, shared);
    const ids = passages.map(({ report }) => claimOf.get(report.id) ?? '');
    const right = ids.flatMap((id, at) => (query.claims.includes(id) ? [at] : []));
    items.push({ rows: passages.map(({ measures }) => measures), right, ids, claims: query.claims });
  }
  await ledger.close();
  return items;
}

const scoresOf = ({ rows }: Item, weights: readonly number[]) =>
  rows.map((row) => row.reduce((sum, own, at) => sum + own * (weights[at] as number), 0));

/** The sum of the average precisions. */
function precisionOf(items: readonly Item[], weights: readonly number[]): number {
  let sum = 0;
  for (const item of items) {
    const scores = scoresOf(item, weights);
    const ranked = [...scores.keys()].toSorted((a, b) => (scores[b] as number) - (scores[a] as number));
    const ids = ranked.map((at) => item.ids[at] ?? '');
    sum += averagePrecision(ids, item.claims);
  }
  return sum;
}

/** What comes first for a post, and what would if no claim that it repeats were on record. */
function firstsOf(item: Item, weights: readonly number[]): First[] {
  const scores = scoresOf(item, weights);
  const without = scores.filter((_, at) => !item.right.includes(at));
  const most = Math.max(...scores);
  return [
    { score: most, isRight: item.right.includes(scores.indexOf(most)) },
    { score: Math.max(...without), isRight: false },
  ];
}

for (const [name, alike] of [
  ['WITH_MODEL', await loadLikeness('en', EVERY_VECTOR)],
  ['BY_WORDS', null],
] as const) {
  const items = await itemsOf(alike);
  let sum = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (_: Item, at: number) => at % FOLDS === fold;
    const weights = fitChoice(items.filter((one, at) => !isOut(one, at)));
    sum += precisionOf(items.filter(isOut), weights);
  }
  console.log(`${name}: MAP@5 left out, in five folds: ${((100 * sum) / items.length).toFixed(1)}`);
  const weights = fitChoice(items);
  const least = leastScore(
    items.flatMap((item) => firstsOf(item, weights)),
    RIGHT,
  );
  console.log(`of: [${weights.map((weight) => weight.toFixed(2)).join(', ')}], least: ${least?.toFixed(2)}`);
}
