import { analyse, type Kit } from '../../src/analyse/index.ts';
import { readPlain } from '../../src/read/plain/index.ts';
import type { Statement } from '../../src/record/index.ts';
import type { Outcome } from '../outcome.ts';
import { type Counts, noCounts, rates } from '../score.ts';
import { type Article, type Roles, readPolnear } from './brat.ts';
import { linked } from './linked.ts';
import { pageOf } from './page.ts';
import { exactSpans } from './spans.ts';

const ROLES = ['source', 'cue', 'content'] as const;

/** PolNeAR: exact spans over all annotators, linked F1 over the first one, by the functions that `read` calls. */
export async function evaluatePolnear(data: string, split: string, kit: Kit): Promise<Outcome> {
  const articles = await readPolnear(data, split);
  const spans = { source: noCounts(), cue: noCounts(), content: noCounts() };
  const links = noCounts();
  let silent = 0;
  for (const article of articles) {
    const statements = await statementsOf(article, kit);
    if (statements.length === 0) silent++;
    const outer = outermost(statements);
    add(links, linked(article.text, outer, article.annotators[0] ?? []));
    for (const annotator of article.annotators)
      for (const role of ROLES) add(spans[role], exactSpans(article.text, outer, annotator, role));
  }
  const { precision, recall, f1 } = rates(links);
  return {
    set: 'polnear',
    split,
    items: articles.length,
    figures: {
      exactSourceF1: rates(spans.source).f1,
      exactCueF1: rates(spans.cue).f1,
      exactContentF1: rates(spans.content).f1,
      linkedPrecision: precision,
      linkedRecall: recall,
      linkedF1: f1,
      articlesWithoutStatement: silent,
    },
  };
}

/** Gold marks outermost attributions only: those within another's content are left out. */
function outermost(statements: readonly Statement[]): readonly Roles[] {
  return statements.filter(({ within }) => within === null);
}

function add(sum: Counts, counts: Counts): void {
  sum.right += counts.right;
  sum.predicted += counts.predicted;
  sum.gold += counts.gold;
}

async function statementsOf({ name, text }: Article, kit: Kit): Promise<readonly Statement[]> {
  const report = readPlain(pageOf(name, text));
  if ('code' in report) throw new Error(`${name}: ${report.message}`);
  const [record] = await analyse([report], kit);
  return record?.statements ?? [];
}
