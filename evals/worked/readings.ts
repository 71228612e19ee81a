import type { Statement } from '../../src/record/index.ts';
import { foldedWords } from '../../src/text/index.ts';
import { addCounts, type Counts, noCounts, rates } from '../score.ts';
import type { WorkedStatement } from './read.ts';

/** What is counted over pairs of a found statement and the worked one. */
export interface Readings {
  pairs: number;
  readonly speaker: { right: number; wrong: number; silent: number; unknownBoth: number };
  readonly right: {
    mode: number;
    kind: number;
    act: number;
    negated: number;
    chain: number;
    within: number;
    said: number;
  };
  readonly chainLinks: Counts;
  readonly said: Counts;
  readonly to: Counts;
  readonly refers: Counts;
}

export const noReadings = (): Readings => ({
  pairs: 0,
  speaker: { right: 0, wrong: 0, silent: 0, unknownBoth: 0 },
  right: { mode: 0, kind: 0, act: 0, negated: 0, chain: 0, within: 0, said: 0 },
  chainLinks: noCounts(),
  said: noCounts(),
  to: noCounts(),
  refers: noCounts(),
});

const same = (a: string, b: string) => normal(a) === normal(b);
const normal = (text: string) =>
  foldedWords(text)
    .map(({ form }) => form)
    .join(' ')
    .replace(/^(?:the|a|an) /, '');

/** Adds how one statement was read to `sum`. Speakers: the same name, else the same words, articles aside. */
export function countReading(
  { statement, outlet, parent }: { statement: Statement; outlet: string; parent: boolean },
  gold: WorkedStatement,
  sum: Readings,
): void {
  sum.pairs++;
  const { right, speaker } = sum;
  if (statement.mode === gold.mode) right.mode++;
  if (statement.kind === gold.kind) right.kind++;
  if (statement.act === gold.act) right.act++;
  if (statement.negated === gold.negated) right.negated++;
  if (parent === (gold.within !== null)) right.within++;
  if ((statement.said?.value ?? null) === gold.said) right.said++;
  addCounts(sum.said, {
    right: statement.said !== null && statement.said.value === gold.said ? 1 : 0,
    predicted: statement.said === null ? 0 : 1,
    gold: gold.said === null ? 0 : 1,
  });
  const given = spoken(statement.speaker);
  const wanted =
    'named' in gold.speaker
      ? gold.speaker.named
      : 'described' in gold.speaker
        ? gold.speaker.described
        : null;
  if (given === null) {
    if (wanted === null) speaker.unknownBoth++;
    else speaker.silent++;
  } else if (wanted !== null && same(given, wanted)) speaker.right++;
  else speaker.wrong++;
  const links = statement.chain.filter(({ step }) => step > 0).map(({ name }) => name);
  const own = links.filter((name) => !same(name, outlet));
  if (own.map(normal).join('|') === gold.chain.map(normal).join('|')) right.chain++;
  addCounts(sum.chainLinks, overlap(own, gold.chain));
  addCounts(
    sum.to,
    overlap(
      statement.to.map(({ name }) => name),
      gold.to,
    ),
  );
  const refers = statement.refers === null ? 0 : 1;
  const wantsRefers = gold.refers === null ? 0 : 1;
  addCounts(sum.refers, { right: Math.min(refers, wantsRefers), predicted: refers, gold: wantsRefers });
}

function spoken(speaker: Statement['speaker']): string | null {
  return speaker.kind === 'named' ? speaker.name : speaker.kind === 'described' ? speaker.text : null;
}

function overlap(given: readonly string[], wanted: readonly string[]): Counts {
  const own = new Set(given.map(normal));
  const gold = new Set(wanted.map(normal));
  return { right: own.intersection(gold).size, predicted: own.size, gold: gold.size };
}

/** The figures of all pairs, in percent. */
export function readingFigures({
  pairs,
  speaker,
  right,
  chainLinks,
  said,
  to,
  refers,
}: Readings): Record<string, number> {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const answered = speaker.right + speaker.wrong;
  return {
    mode: share(right.mode, pairs),
    kind: share(right.kind, pairs),
    act: share(right.act, pairs),
    negated: share(right.negated, pairs),
    within: share(right.within, pairs),
    saidAt: share(right.said, pairs),
    saidAtF1: rates(said).f1,
    speakerRight: share(speaker.right, answered),
    speakerAnswered: share(answered, pairs - speaker.unknownBoth),
    chainExact: share(right.chain, pairs),
    chainLinksF1: rates(chainLinks).f1,
    toF1: rates(to).f1,
    refersF1: rates(refers).f1,
  };
}
