import { type Kit, modeOf } from '../../src/analyse/index.ts';
import type { Report, Statement } from '../../src/record/index.ts';
import type { Range } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import { regularExpression } from '../baseline/index.ts';
import { calibrationError, type Judged, keptAt } from '../calibration.ts';
import type { Outcome } from '../outcome.ts';
import { alter, devRegister, type Register } from '../register/index.ts';
import { addCounts, type Counts, noCounts, rates } from '../score.ts';
import { type Article, type Roles, readPolnear } from './brat.ts';
import { linkedPairs } from './linked.ts';
import { countPairs, noPairCounts, type PairCounts } from './pairs.ts';
import { exactSpans } from './spans.ts';

const SPAN_ROLES = ['source', 'cue', 'content'] as const;
const REGISTER_SEED = 20;
/** Least confidences, in percent, at which precision and recall are told beside the default's. */
const LEAST = [50, 65, 80, 90] as const;

/** Everything that is counted over articles for one tagger, or for one annotator against another. */
interface Tally {
  readonly spans: Record<(typeof SPAN_ROLES)[number], Counts>;
  readonly first: Record<(typeof SPAN_ROLES)[number], Counts>;
  readonly linked: Counts;
  readonly spoken: { found: number; gold: number };
  readonly held: { found: number; gold: number };
  readonly pairs: PairCounts;
  readonly judged: Judged[];
  readonly right: Map<string, string>;
}

const noSpans = () => ({ source: noCounts(), cue: noCounts(), content: noCounts() });
const noTally = (): Tally => ({
  spans: noSpans(),
  first: noSpans(),
  linked: noCounts(),
  spoken: { found: 0, gold: 0 },
  held: { found: 0, gold: 0 },
  pairs: noPairCounts(),
  judged: [],
  right: new Map(),
});

/**
 * PolNeAR by the functions that `read` calls: exact spans (CofeNet's protocol) over all annotators; linked and paired
 * figures over the first one; calibration; and the same of a copy in another register. Beside it, by the same scorer, a
 * regular expression and, where several people marked an article, people against each other.
 */
export async function evaluatePolnear(data: string, split: string, kit: Kit): Promise<Outcome> {
  const articles = await readPolnear(data, split);
  const register = await devRegister(kit.abbreviations, REGISTER_SEED);
  const altered = noTally();
  const { tally, nested, silent } = await tallyOf(articles, kit);
  for (const article of articles) {
    const copy = inRegister(article, reportOfArticle(article), register);
    count(copy, outermost(await statementsOf(reportOfArticle(copy), kit)), altered, kit);
  }
  const baseline = await tallyOf(articles, { ...kit, tagger: await regularExpression() });
  return {
    set: 'polnear',
    split,
    items: articles.length,
    figures: {
      ...figuresOf(tally),
      ...curveFigures(tally),
      ...alteredFigures(altered, tally),
      statementsWithin: nested,
      articlesWithoutStatement: silent,
    },
    others: {
      'regular expression': figuresOf(baseline.tally),
      'two people (same texts)': figuresOf(humanTally(articles, kit)),
    },
    right: Object.fromEntries(tally.right),
  };
}

async function tallyOf(articles: readonly Article[], kit: Kit) {
  const tally = noTally();
  let silent = 0;
  let nested = 0;
  for (const article of articles) {
    const statements = await statementsOf(reportOfArticle(article), kit);
    const outer = outermost(statements);
    nested += statements.length - outer.length;
    if (statements.length === 0) silent++;
    count(article, outer, tally, kit);
  }
  return { tally, nested, silent };
}

/** Gold marks outermost attributions only: those within another's content are left out. */
const outermost = (statements: readonly Statement[]) => statements.filter(({ within }) => within === null);

/** One annotator against another, scored as a tagger is: articles that several people marked, all ordered pairs of them. */
function humanTally(articles: readonly Article[], kit: Kit): Tally {
  const tally = noTally();
  for (const article of articles)
    for (const [index, predicted] of article.annotators.entries())
      for (const [other, gold] of article.annotators.entries())
        if (index !== other) count({ ...article, annotators: [gold] }, predicted, tally, kit);
  return tally;
}

/** What a report may say of an article: its outlet and day, and no word of it. */
const OUTLET_AND_DAY = /^[\w-]+?_\d{4}-\d\d-\d\d/;

function count(
  { name, text, annotators }: Article,
  predicted: readonly (Roles & { confidence?: number })[],
  tally: Tally,
  kit: Kit,
): void {
  for (const role of SPAN_ROLES)
    for (const [number, annotator] of annotators.entries()) {
      const counts = exactSpans(text, predicted, annotator, role);
      addCounts(tally.spans[role], counts);
      if (number === 0) addCounts(tally.first[role], counts);
    }
  const gold = annotators[0] ?? [];
  const linked = linkedPairs(text, predicted, gold);
  addCounts(tally.linked, { right: linked.length, predicted: predicted.length, gold: gold.length });
  const found = new Set(linked.map((pair) => pair.gold));
  for (const [index, roles] of gold.entries()) {
    const group = modeOfRoles(text, roles, kit) === 'held' ? tally.held : tally.spoken;
    group.gold++;
    if (found.has(index)) group.found++;
  }
  tally.right.set(
    `${tally.right.size + 1}, ${OUTLET_AND_DAY.exec(name)?.[0] ?? ''}`,
    gold.map((_, index) => (found.has(index) ? '1' : '0')).join(''),
  );
  countPairs(text, { predicted, gold }, tally.pairs);
  const right = new Set(linked.map((pair) => pair.predicted));
  for (const [index, { confidence = 1 }] of predicted.entries())
    tally.judged.push({ confidence, right: right.has(index) });
}

/** The corpus marks no modes: the cue's words tell, as they do for what a tagger finds. */
function modeOfRoles(text: string, { source, cue }: Roles, kit: Kit): Statement['mode'] {
  const texts = (ranges: readonly Range[]) => ranges.map(({ start, end }) => text.slice(start, end));
  return modeOf({ source: texts(source), cue: texts(cue), quoted: false }, kit.words).mode;
}

function figuresOf({ spans, first, linked, spoken, held, pairs, judged }: Tally) {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const { precision, recall, f1 } = rates(linked);
  return {
    exactSourceF1: rates(spans.source).f1,
    exactCueF1: rates(spans.cue).f1,
    exactContentF1: rates(spans.content).f1,
    firstAnnotatorSourceF1: rates(first.source).f1,
    firstAnnotatorCueF1: rates(first.cue).f1,
    firstAnnotatorContentF1: rates(first.content).f1,
    linkedPrecision: precision,
    linkedRecall: recall,
    linkedF1: f1,
    spokenLinked: share(spoken.found, spoken.gold),
    heldLinked: share(held.found, held.gold),
    cueMatchedF1: rates(pairs.cue).f1,
    exactTripleF1: rates(pairs.triple).f1,
    whoSaidWhatF1: rates(pairs.whoSaidWhat).f1,
    contentWordsF1: rates(pairs.contentWords).f1,
    inventedSources: share(pairs.sourceless.invented, pairs.sourceless.all),
    calibrationError: calibrationError(judged),
  };
}

/** Linked precision and recall when only statements at least so sure are kept. */
function curveFigures({ judged, linked }: Tally): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const least of LEAST) {
    const { precision, recall } = keptAt(judged, linked.gold, least / 100);
    figures[`linkedPrecisionAt${least}`] = precision;
    figures[`linkedRecallAt${least}`] = recall;
  }
  return figures;
}

function alteredFigures(altered: Tally, plain: Tally): Record<string, number> {
  const figures: Record<string, number> = { alteredLinkedF1: rates(altered.linked).f1 };
  let loss = rates(plain.linked).f1 - rates(altered.linked).f1;
  for (const role of SPAN_ROLES) {
    const { f1 } = rates(altered.spans[role]);
    figures[`altered${role.charAt(0).toUpperCase()}${role.slice(1)}F1`] = f1;
    loss = Math.max(loss, rates(plain.spans[role]).f1 - f1);
  }
  return { ...figures, alteredMostLost: loss };
}

function inRegister(article: Article, report: Report, register: Register): Article {
  const { text, moved } = alter(report, register);
  const move = ({ source, cue, content }: Roles): Roles => ({
    source: source.map(moved),
    cue: cue.map(moved),
    content: content.map(moved),
  });
  return { name: article.name, text, annotators: article.annotators.map((roles) => roles.map(move)) };
}

const reportOfArticle = ({ name, text }: Pick<Article, 'name' | 'text'>) => reportOf(text, { path: name });

async function statementsOf(report: Report, kit: Kit): Promise<readonly Statement[]> {
  const [record] = await analyse([report], kit);
  return record?.statements ?? [];
}
