import { type Decision, decision } from '../record/index.ts';
import { digest } from './deciding.ts';

/** What the example reports are asked: an issue on which their actors take sides, and some change theirs. */
const ISSUES = [
  { proposition: 'The closure of the bridge at Sannow is right', terms: ['bridge', 'lorries'] },
] as const;

/** The issues of the bundled examples, as decisions that nobody but the examples made. */
export function exampleIssues(now: Date): Decision[] {
  return ISSUES.map(({ proposition, terms }) => {
    const issue = { id: `issue:${digest([proposition])}`, proposition, terms };
    const made = { kind: 'issue', issue, by: 'the examples', at: now.toISOString(), why: null };
    return decision.parse({ id: `decision:${digest([made])}`, ...made });
  });
}
