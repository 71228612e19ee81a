import type { Ledger } from '../ledger/index.ts';
import { Fault, type Issue, issue } from '../record/index.ts';
import { digest } from './decision.ts';

/**
 * An issue of a proposition, and of words that belong to it.
 * @throws Fault where the proposition has no word.
 */
export function issueOf(proposition: string, terms: readonly string[]): Issue {
  if (!/\p{L}/u.test(proposition))
    throw new Fault(
      'bad-issue',
      `expected a proposition such as "The bridge should be closed", found "${proposition}"`,
    );
  return issue.parse({ id: `issue:${digest([proposition])}`, proposition, terms });
}

/** The issues that an id or words of a proposition name, and all that stand. */
export async function issuesNamed(
  ledger: Pick<Ledger, 'issues'>,
  asked: string,
): Promise<{ fits: readonly Issue[]; all: readonly Issue[] }> {
  const all = await ledger.issues();
  const fits = all.filter(
    ({ id, proposition }) => id === asked || proposition.toLowerCase().includes(asked.toLowerCase()),
  );
  return { fits, all };
}

/**
 * The issue of an id, or the only one whose proposition has the words.
 * @throws Fault of code `no-issue` where there is none, or more than one.
 */
export async function issueNamed(ledger: Pick<Ledger, 'issues'>, asked: string): Promise<Issue> {
  const { fits, all } = await issuesNamed(ledger, asked);
  if (fits[0] !== undefined && fits.length === 1) return fits[0];
  const named = (fits.length > 1 ? fits : all)
    .map(({ id, proposition }) => `${id} ${proposition}`)
    .join('; ');
  throw new Fault(
    'no-issue',
    `expected an issue, found ${fits.length === 0 ? 'none' : fits.length} that "${asked}" names: ${named === '' ? 'define one with onrecord issue add' : named}`,
  );
}
