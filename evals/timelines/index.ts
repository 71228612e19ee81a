import type { Kit } from '../../src/analyse/index.ts';
import { layOut } from '../../src/analyse/layout.ts';
import { Syntax } from '../../src/analyse/syntax/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import type { Figures, Outcome } from '../outcome.ts';
import type { ReadText } from './mentions.ts';
import { type GoldTimeline, readTimelines, type TimelineText } from './read.ts';
import { compareTimelines, type Mention, microOf } from './score.ts';
import { naiveTimeline, timelineOf } from './timeline.ts';

/**
 * What entities took part in, by date, over the raw texts of a corpus: SemEval-2015 Task 4, track A. Beside it every verb of a
 * sentence that names the entity, dated by its report.
 */
export async function evaluateTimelines(data: string, split: string, kit: Kit): Promise<Outcome> {
  const { texts, timelines } = await readTimelines(data, split);
  const reads = await readTexts(texts, kit);
  const corpusOf = ({ corpus }: GoldTimeline) => reads.filter(({ text }) => text.corpus === corpus);
  const figures = (timeline: typeof timelineOf) =>
    figuresOf(timelines, (gold) => timeline(gold.entity, corpusOf(gold)));
  return {
    set: 'timelines',
    split,
    items: timelines.length,
    figures: figures(timelineOf),
    others: { 'verbs of sentences that name it, by day of publication': figures(naiveTimeline) },
  };
}

async function readTexts(texts: readonly TimelineText[], kit: Kit): Promise<ReadText[]> {
  const reports = texts.map(({ text, doc, created, title }) =>
    reportOf(text, { path: `${doc}.txt`, published: created, headline: title }),
  );
  const records = await analyse(reports, kit);
  // A record keeps no trees: the tagger is asked once more.
  const taggings = await kit.tagger.tag(
    reports.map((report) => layOut(report, kit.abbreviations)),
    'text',
  );
  return texts.flatMap((text, at) => {
    const record = records[at];
    return record === undefined ? [] : [{ text, record, syntax: new Syntax(taggings[at]?.trees ?? []) }];
  });
}

function figuresOf(
  timelines: readonly GoldTimeline[],
  timelineFor: (gold: GoldTimeline) => Mention[],
): Figures {
  const pairs = timelines.map((gold) => [timelineFor(gold), mentionsIn(gold)] as const);
  const whole = microOf(pairs.map(([own, gold]) => compareTimelines(own, gold)));
  const order = microOf(pairs.map(([own, gold]) => compareTimelines(own, gold, 'order')));
  return {
    microF1: whole.f1,
    microPrecision: whole.precision,
    microRecall: whole.recall,
    orderF1: order.f1,
  };
}

const mentionsIn = ({ entries }: GoldTimeline): Mention[] =>
  entries.flatMap(({ order, date, events }) => events.map((event) => ({ ...event, order, date })));
