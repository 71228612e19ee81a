import { join } from '../joining.ts';
import type { LinkKit } from '../report.ts';
import { compared, scored, weightsFor } from './pairs.ts';

/** A report as it is told apart from others: its id, and headline and text. */
export interface StoryText {
  readonly id: string;
  readonly text: string;
}

/**
 * Groups of reports that are of one story, all of them at once: two that share rare words and names, and that a sentence
 * model finds alike, likely are; groups are joined as surely as all their pairs together are (`joining.ts`). Gives the ids
 * of each group; every report is in one.
 */
export async function storiesOf(
  reports: readonly StoryText[],
  kit: Pick<LinkKit, 'light' | 'irregular' | 'likeness'>,
): Promise<string[][]> {
  const pairs = await compared(
    reports.map(({ text }) => text),
    kit,
  );
  const ids = reports.map(({ id }) => id);
  const weights = weightsFor(kit.likeness);
  const joined = join(ids, {
    pairs: scored(pairs, weights, ids),
    areApart: () => false,
    least: weights.least,
  });
  return joined.map(({ keys }) => [...keys]);
}
