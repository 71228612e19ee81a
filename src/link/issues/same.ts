import type { Issue } from '../../record/index.ts';
import { questionOf } from '../positions/question.ts';
import { type LinkWords, overlapOf, stemsOf } from '../words.ts';
import type { Weighed } from './alike.ts';

/** So much of the fewer words of two issues is the same where they ask one question. */
const SHARED = 0.6;
/** So many of the sayings of a question name the matter of an issue that asks the same. */
const NAMED = 0.5;
const FEWEST = 2;

/** Whether an issue that stands asks what a suggestion asks. */
export function isSameIssue(
  issue: Issue,
  suggestion: Pick<Issue, 'proposition' | 'terms'>,
  cluster: readonly Weighed[],
  words: LinkWords,
): boolean {
  const stemsIn = ({ proposition, terms }: Pick<Issue, 'proposition' | 'terms'>) =>
    new Set(stemsOf([proposition, ...terms].join(' '), words));
  const { shared, contained } = overlapOf(stemsIn(issue), stemsIn(suggestion));
  if (contained >= SHARED) return true;
  const { matter } = questionOf(issue, words);
  const naming = cluster.filter(({ saying: { stems } }) => stems.some((stem) => matter.has(stem)));
  return shared >= FEWEST && naming.length >= cluster.length * NAMED;
}
