import type { Correction, PairLink, Reprint } from '../../record/index.ts';
import type { Comparing } from '../relink.ts';
import { byPublication, type InReport, type Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { mistakeSpan } from './mistakes.ts';
import { copiedOf, correctedOf } from './pairs.ts';
import { reportKeys, type ToldReport, toldReport } from './told-report.ts';

const COPIED = 'copied';
const CORRECTED = 'tells-of-a-mistake';

/** Whole reports that have to do with each other: one printed again, one that corrects another. */
export const reportsCompared = (words: LinkWords): Comparing<ToldReport> => ({
  kind: 'report',
  prefix: 'copy',
  membersOf: (taken) => [toldReport(taken, words)],
  idOf: ({ report }) => report.id,
  nameOf: ({ report }) => report.id,
  keysOf: reportKeys,
  pair(a, b) {
    const pair = (rule: string, score: number) => ({ a: a.report.id, b: b.report.id, rule, score });
    const copied = copiedOf(a, b);
    if (copied !== null) return pair(COPIED, copied);
    const corrected = correctedOf(a, b);
    return corrected === null ? null : pair(CORRECTED, corrected);
  },
});

type At<One extends InReport> = (report: string) => One | undefined;

/** What pairs of reports tell of copies: each report that was printed again, with what it is a copy of. */
export function reprintsOf<One extends InReport>(pairs: readonly PairLink[], at: At<One>): Reprint[] {
  return inOrder(pairs, COPIED, at).map(({ earlier, later, score }) => ({
    report: later.report.id,
    of: earlier.report.id,
    shared: Math.round(score * 1000) / 1000,
  }));
}

/** What pairs of reports tell of corrections: each report that tells of a mistake, with the one that most likely has it. */
export function correctionsOf(pairs: readonly PairLink[], at: At<Taken>, words: LinkWords): Correction[] {
  const told = inOrder(pairs, CORRECTED, at).toSorted(
    (a, b) => b.score - a.score || byPublication(b.earlier, a.earlier),
  );
  return [...Map.groupBy(told, ({ later }) => later).entries()].flatMap(([{ record }, [best]]) => {
    const span = mistakeSpan(record.report, words);
    if (best === undefined || span === null) return [];
    return [{ report: record.report.id, of: best.earlier.record.report.id, span, rule: CORRECTED }];
  });
}

/** The reports of pairs by publication. */
function inOrder<One extends InReport>(pairs: readonly PairLink[], rule: string, at: At<One>) {
  return pairs.flatMap((pair) => {
    const [a, b] = [at(pair.a), at(pair.b)];
    if (pair.rule !== rule || a === undefined || b === undefined) return [];
    const [earlier, later] = byPublication(a, b) < 0 ? [a, b] : [b, a];
    return [{ earlier, later, score: pair.score }];
  });
}
