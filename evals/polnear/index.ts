import { analyse, type Kit } from '../../src/analyse/index.ts';
import { readPlain } from '../../src/read/plain/index.ts';
import type { Statement } from '../../src/record/index.ts';
import type { Outcome } from '../outcome.ts';
import { noCounts, rates } from '../score.ts';
import { type Article, readPolnear } from './brat.ts';
import { linked } from './linked.ts';
import { pageOf } from './page.ts';

/** Linked F1 on PolNeAR, first annotator, over the functions that `read` calls. */
export async function evaluatePolnear(data: string, split: string, kit: Kit): Promise<Outcome> {
  const articles = await readPolnear(data, split);
  const total = noCounts();
  let silent = 0;
  for (const article of articles) {
    const statements = await statementsOf(article, kit);
    if (statements.length === 0) silent++;
    const counts = linked(article.text, statements, article.annotators[0] ?? []);
    total.right += counts.right;
    total.predicted += counts.predicted;
    total.gold += counts.gold;
  }
  const { precision, recall, f1 } = rates(total);
  return {
    set: 'polnear',
    split,
    items: articles.length,
    figures: {
      linkedPrecision: precision,
      linkedRecall: recall,
      linkedF1: f1,
      articlesWithoutStatement: silent,
    },
  };
}

async function statementsOf({ name, text }: Article, kit: Kit): Promise<readonly Statement[]> {
  const report = readPlain(pageOf(name, text));
  if ('code' in report) throw new Error(`${name}: ${report.message}`);
  const [record] = await analyse([report], kit);
  return record?.statements ?? [];
}
