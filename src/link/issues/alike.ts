import type { PairLink } from '../joining.ts';
import type { Likeness } from '../words.ts';
import type { Saying } from './sayings.ts';

/** What stands around a saying counts so much of what it says itself. */
const AROUND = 0.6;
/** Each saying is looked up by so many of its rarest stems, each with the latest of so many that have it. */
const KEYS = 8;
const MOST_OF_A_KEY = 48;
/** Pairs that the words leave open; the sentence model is asked of the surest of so many. */
const OPEN = 0.1;
const SURE = 0.6;
const MOST_ASKED = 200;
/** What has nothing in common lies at about this by the model's vectors, and what says the same at 1. */
const UNLIKE = 0.78;
const BY_MODEL = 0.3;

/** A saying as a vector of length 1 over stems, the rarest first. */
export interface Weighed {
  readonly saying: Saying;
  readonly weights: ReadonlyMap<string, number>;
}

/** Weighs each stem by how few reports have it (inverse frequency, Spärck Jones 1972); what only stands around counts less. */
export function weighed(sayings: readonly Saying[]): Weighed[] {
  const reports = new Map<string, Set<string>>();
  for (const { stems, around, taken } of sayings)
    for (const stem of [...stems, ...around]) {
      const own = reports.get(stem) ?? new Set();
      reports.set(stem, own.add(taken.record.report.id));
    }
  const all = new Set(sayings.map(({ taken }) => taken.record.report.id)).size;
  const rare = (stem: string) => Math.log(1 + all / (reports.get(stem)?.size ?? 1));
  return sayings.map((saying) => {
    const own = new Map(saying.around.map((stem) => [stem, AROUND * rare(stem)]));
    for (const stem of saying.stems) own.set(stem, rare(stem));
    const length = Math.hypot(...own.values());
    const inOrder = [...own].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return { saying, weights: new Map(inOrder.map(([stem, weight]) => [stem, weight / length])) };
  });
}

/** How alike two are by words alone, from 0 to 1. */
export function cosine({ weights: a }: Weighed, { weights: b }: Weighed): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of fewer) sum += weight * (more.get(stem) ?? 0);
  return sum;
}

/** Pairs of sayings that may be on one question, by words and, where they leave it open and a model is there, by likeness. */
export async function alikePairs(all: readonly Weighed[], likeness: Likeness): Promise<PairLink[]> {
  const byWords = candidates(all).map(([one, other]) => ({ one, other, score: cosine(one, other) }));
  const open = byWords
    .filter(({ score }) => score >= OPEN && score < SURE)
    .toSorted((x, y) => y.score - x.score)
    .slice(0, likeness === null ? 0 : MOST_ASKED);
  const asked = new Map<(typeof byWords)[number], number>();
  for (const pair of open)
    asked.set(pair, (await likeness?.(saidBy(pair.one), saidBy(pair.other))) ?? UNLIKE);
  return byWords.map((pair) => {
    const like = Math.max(0, ((asked.get(pair) ?? UNLIKE) - UNLIKE) / (1 - UNLIKE));
    return {
      a: pair.one.saying.statement.id,
      b: pair.other.saying.statement.id,
      rule: like > 0 ? 'words-and-likeness' : 'words',
      score: Math.min(1, pair.score + BY_MODEL * like * (1 - pair.score)),
    };
  });
}

const saidBy = ({ saying: { statement } }: Weighed) => statement.content.map(({ text }) => text).join(' ');

/** Pairs that share one of their rarest stems, each once. What very many share tells nothing by itself. */
function candidates(all: readonly Weighed[]): (readonly [Weighed, Weighed])[] {
  const having = new Map<string, number[]>();
  for (const [nth, { weights }] of all.entries())
    for (const stem of [...weights.keys()]) {
      const own = having.get(stem) ?? [];
      having.set(stem, own);
      own.push(nth);
    }
  return all.flatMap((one, nth) => {
    const keys = [...one.weights.keys()].filter((stem) => (having.get(stem)?.length ?? 0) > 1).slice(0, KEYS);
    const others = new Set(
      keys.flatMap((stem) => {
        const own = having.get(stem) ?? [];
        return own.slice(Math.max(0, own.indexOf(nth) - MOST_OF_A_KEY), own.indexOf(nth));
      }),
    );
    return [...others].flatMap((other) => {
      const second = all[other];
      return second === undefined ? [] : [[one, second] as const];
    });
  });
}
