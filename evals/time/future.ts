import { liesAhead } from '../../src/analyse/events/ahead.ts';
import { tokenAt } from '../../src/analyse/events/clause.ts';
import { clausesOf } from '../../src/analyse/events/clauses.ts';
import type { Kit } from '../../src/analyse/index.ts';
import { layOut } from '../../src/analyse/layout.ts';
import { overlapping, overlaps, type Range } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import type { Counts } from '../score.ts';

interface Marked {
  readonly text: string;
  readonly created: string | null;
  readonly events: readonly (Range & { readonly time: string | null })[];
  readonly annotatedEnd: number;
}

/** The corpus's events as marked: which of them lie ahead, by the function that `read` asks of every verb. */
export function countAhead(
  { text, created, events, annotatedEnd }: Marked,
  { abbreviations, words }: Kit,
): Counts {
  const { blocks } = layOut(reportOf(text, { published: created }), abbreviations);
  const sentences = clausesOf(blocks, { times: [], cues: [], named: [] }, words);
  const counts = { right: 0, predicted: 0, gold: 0 };
  for (const event of events.filter(({ start }) => start < annotatedEnd)) {
    const [clauses] = overlapping(sentences, event);
    const isFound = clauses !== undefined && liesAhead(clauses, tokenAt(clauses.tokens, event.start));
    if (isFound) counts.predicted++;
    if (event.time === 'FUTURE') counts.gold++;
    if (isFound && event.time === 'FUTURE') counts.right++;
  }
  return counts;
}

/** What \`read\` finds by itself: the words of its events that are not past, against events with time FUTURE, one to one by overlap. */
export async function countFound({ text, created, events, annotatedEnd }: Marked, kit: Kit): Promise<Counts> {
  const [record] = await analyse([reportOf(text, { published: created })], kit);
  const own = (record?.events ?? [])
    .filter(({ time }) => time !== 'past')
    .flatMap(({ spans }) => spans)
    .filter(({ start }) => start < annotatedEnd);
  const gold = events.filter(({ time, start }) => time === 'FUTURE' && start < annotatedEnd);
  const left = [...own];
  let right = 0;
  for (const one of gold) {
    const at = left.findIndex((span) => overlaps(span, one));
    if (at < 0) continue;
    left.splice(at, 1);
    right++;
  }
  return { right, predicted: own.length, gold: gold.length };
}
