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
    chainGiven: number;
    role: number;
    affiliation: number;
  };
  /** How many of the worked ones give a chain, a role, an affiliation. */
  readonly given: { chain: number; role: number; affiliation: number };
  readonly chainLinks: Counts;
  readonly said: Counts;
  readonly to: Counts;
  readonly refers: Counts;
}

export const noReadings = (): Readings => ({
  pairs: 0,
  speaker: { right: 0, wrong: 0, silent: 0, unknownBoth: 0 },
  right: {
    mode: 0,
    kind: 0,
    act: 0,
    negated: 0,
    chain: 0,
    within: 0,
    said: 0,
    chainGiven: 0,
    role: 0,
    affiliation: 0,
  },
  given: { chain: 0, role: 0, affiliation: 0 },
  chainLinks: noCounts(),
  said: noCounts(),
  to: noCounts(),
  refers: noCounts(),
});

/** The value that is wanted, or one that is as right. */
const isAny = <T>(given: T, wanted: T, also: readonly T[]) => given === wanted || also.includes(given);
const same = (a: string, b: string) => normal(a) === normal(b);
const normal = (text: string) =>
  foldedWords(text)
    .map(({ form }) => form)
    .join(' ')
    .replace(/^(?:the|a|an) /, '');

/** One name is a part of the other, word by word. */
const isPart = (a: string, b: string) =>
  ` ${normal(a)} `.includes(` ${normal(b)} `) || ` ${normal(b)} `.includes(` ${normal(a)} `);

/** Adds how one statement was read to `sum`. Speakers: the same name, else the same words, articles aside; a part of them where that will do. */
export function countReading(
  { statement, outlet, parent }: { statement: Statement; outlet: string; parent: boolean },
  gold: WorkedStatement,
  sum: Readings,
): void {
  sum.pairs++;
  const { right, speaker } = sum;
  const { also } = gold;
  if (isAny(statement.mode, gold.mode, also.mode)) right.mode++;
  if (isAny(statement.kind, gold.kind, also.kind)) right.kind++;
  if (isAny(statement.act, gold.act, also.act)) right.act++;
  if (statement.negated === gold.negated) right.negated++;
  if ([gold.within, ...also.within].some((within) => parent === (within !== null))) right.within++;
  const said = statement.said?.value ?? null;
  const wantedDay = also.said.includes(said) ? said : gold.said;
  if (said === wantedDay) right.said++;
  addCounts(sum.said, {
    right: said !== null && said === wantedDay ? 1 : 0,
    predicted: said === null ? 0 : 1,
    gold: wantedDay === null ? 0 : 1,
  });
  const given = spoken(statement.speaker);
  const wanted = namesOf(gold.speaker);
  if (given === null) {
    if (wanted.length === 0) speaker.unknownBoth++;
    else speaker.silent++;
  } else if (wanted.some((name) => same(given, name) || (isLoose(gold.speaker) && isPart(given, name))))
    speaker.right++;
  else speaker.wrong++;
  const links = statement.chain.filter(({ step }) => step > 0).map(({ name }) => name);
  const own = links.filter((name) => !same(name, outlet));
  const chain = nearest(own, gold.chain, also.chain);
  const isSameWay = listed(own) === listed(chain);
  if (isSameWay) right.chain++;
  if (chain.length > 0) sum.given.chain++;
  if (chain.length > 0 && isSameWay) right.chainGiven++;
  addCounts(sum.chainLinks, overlap(own, chain));
  const to = statement.to.map(({ name }) => name);
  addCounts(sum.to, overlap(to, nearest(to, gold.to, also.to)));
  const refers = statement.refers === null ? 0 : 1;
  const wantsRefers = gold.refers === null ? 0 : 1;
  for (const part of ['role', 'affiliation'] as const) {
    if (gold[part] === null || !('named' in gold.speaker)) continue;
    sum.given[part]++;
    const own = statement.speaker.kind === 'named' ? statement.speaker[part] : null;
    if ([gold[part], ...also[part]].some((wanted) => own !== null && same(own, wanted ?? ''))) right[part]++;
  }
  addCounts(sum.refers, { right: Math.min(refers, wantsRefers), predicted: refers, gold: wantsRefers });
}

type WorkedSpeaker = WorkedStatement['speaker'];

/** What the speaker may be called; nothing where nobody knows. */
function namesOf(speaker: WorkedSpeaker): string[] {
  if ('unknown' in speaker) return [];
  return ['named' in speaker ? speaker.named : speaker.described, ...speaker.also];
}

const isLoose = (speaker: WorkedSpeaker) => 'loose' in speaker && speaker.loose;

const listed = (names: readonly string[]) => names.map(normal).join('|');

/** The names that are wanted: others that are as right, where those were given. */
function nearest(
  given: readonly string[],
  wanted: readonly string[],
  also: readonly (readonly string[])[],
): readonly string[] {
  return also.find((names) => listed(names) === listed(given)) ?? wanted;
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
  given,
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
    chainExactWhereGiven: share(right.chainGiven, given.chain),
    roleWhereGiven: share(right.role, given.role),
    affiliationWhereGiven: share(right.affiliation, given.affiliation),
    chainLinksF1: rates(chainLinks).f1,
    toF1: rates(to).f1,
    refersF1: rates(refers).f1,
  };
}
