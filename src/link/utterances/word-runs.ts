import type { QuotedStep } from '../quoting.ts';
import type { Word } from './quoted.ts';

/** A stretch in which two quotations differ: the words that each has there, and the words beside it on both sides. */
export interface Run {
  readonly asked: readonly Word[];
  readonly told: readonly Word[];
  readonly before: Beside | null;
  readonly after: Beside | null;
}

export interface Beside {
  readonly asked: Word;
  readonly told: Word;
}

/** Where a quotation stands in another, and where it differs there. */
export interface Compared {
  readonly runs: readonly Run[];
  /** The weight of the words in the sentences that stand in the other, and of those of them that are the same. */
  readonly weight: number;
  readonly sameWeight: number;
}

/** So much of a sentence's words stands in the other quotation, or it is another sentence; as `verify` has it for whole quotations. */
const LEAST_SAME = 0.5;
/** Fewer words of weight that are the same are a phrase that anybody may use; as `verify` has it. */
const FEWEST_SAME = 3;

/** One step with both words as this stage has them. */
interface Pair {
  readonly asked: Word | null;
  readonly told: Word | null;
  readonly isSame: boolean;
}

/** The runs of a quotation's words that differ, from the steps of its alignment with another; sentences that the other has not are passed over. */
export function runsOf(steps: readonly QuotedStep[]): Compared {
  const pairs = steps.flatMap(pairOf);
  const sentences = sentencesOf(pairs);
  const isThere = (pair: Pair) => sentences.some((one) => one.isThere && one.pairs.has(pair));
  const kept = pairs.filter(isThere);
  const sum = (some: readonly Pair[]) => some.reduce((all, { asked }) => all + (asked?.weight ?? 0), 0);
  const same = kept.filter(({ isSame }) => isSame);
  if (same.filter(({ asked }) => asked?.weight === 1).length < FEWEST_SAME)
    return { runs: [], weight: 0, sameWeight: 0 };
  return {
    runs: differing(pairs, isThere),
    weight: sum(kept),
    sameWeight: sum(same),
  };
}

function pairOf(step: QuotedStep): Pair[] {
  const asked = (step.asked ?? null) as Word | null;
  const told = (step.told ?? null) as Word | null;
  // Whoever quotes more than the other's editor's bracket has nothing otherwise.
  if (asked === null && told?.bracketed === true) return [];
  return [{ asked, told, isSame: asked !== null && told !== null && asked.form === told.form }];
}

interface Sentence {
  readonly pairs: Set<Pair>;
  readonly isThere: boolean;
}

/** The asked words sentence by sentence, and whether each stands in the other; words left out belong to none. */
function sentencesOf(pairs: readonly Pair[]): Sentence[] {
  const groups: Pair[][] = [];
  for (const pair of pairs) {
    if (pair.asked === null) continue;
    if (pair.asked.opens || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(pair);
  }
  return groups.map((group) => {
    const weigh = (some: readonly Pair[]) =>
      some.reduce((sum, { asked }) => sum + (asked?.bracketed ? 0 : (asked?.weight ?? 0)), 0);
    const whole = weigh(group);
    return {
      pairs: new Set(group),
      isThere: whole > 0 && weigh(group.filter(({ isSame }) => isSame)) / whole >= LEAST_SAME,
    };
  });
}

function differing(pairs: readonly Pair[], isThere: (pair: Pair) => boolean): Run[] {
  const runs: Run[] = [];
  let open: Pair[] = [];
  let before: Pair | null = null;
  const close = (after: Pair | null) => {
    const run = runFrom(open, before, after);
    if (run !== null && open.every((pair) => pair.asked === null || isThere(pair))) runs.push(run);
    open = [];
    before = after;
  };
  for (const pair of pairs)
    if (!pair.isSame) open.push(pair);
    else if (open.length > 0 || before === null) close(pair);
    else before = pair;
  close(null);
  return runs;
}

function runFrom(open: readonly Pair[], before: Pair | null, after: Pair | null): Run | null {
  const run = {
    asked: open.flatMap(({ asked: word }) => word ?? []),
    told: open.flatMap(({ told: word }) => word ?? []),
    before: besideOf(before),
    after: besideOf(after),
  };
  return run.asked.length === 0 && (run.before === null || run.after === null) ? null : run;
}

const besideOf = (pair: Pair | null): Beside | null =>
  pair?.asked == null || pair.told === null ? null : { asked: pair.asked, told: pair.told };
