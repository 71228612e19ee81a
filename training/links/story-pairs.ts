import { readStories } from '../../evals/stories/read.ts';
import { compared } from '../../src/link/stories/pairs.ts';
import { loadLinkKit } from '../../src/load/link.ts';
import type { Example } from './logistic.ts';

/** The topics that are learnt from; the others of the dev part are looked at. */
const LEARNT = 25;

/** Pairs of reports of ECB+, by the topic of the first, with what the product measures of them. */
export async function storyPairs(data: string): Promise<{ story: string; example: Example }[]> {
  const reports = (await readStories(data, 'dev')).filter(({ topic }) => topic <= LEARNT);
  const pairs = await compared(
    reports.map(({ text }) => text),
    await loadLinkKit(),
  );
  return pairs.flatMap(({ a, b, features }) => {
    const [one, other] = [reports[a], reports[b]];
    if (one === undefined || other === undefined) return [];
    const example = { features, isSo: one.story === other.story, weight: 1 };
    return [{ story: `topic ${one.topic}`, example }];
  });
}
