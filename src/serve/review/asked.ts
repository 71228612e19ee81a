import { z } from 'zod';
import { DOUBTS, type ReviewFilter } from '../../ledger/index.ts';
import { actorId, actorIdNamed, decisionId, reportId, statementId } from '../../record/index.ts';
import type { Invalid } from '../problem.ts';

/** What a form leaves empty is not asked for. */
const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Somebody by name or by id. */
const speaker = z
  .string()
  .trim()
  .max(200)
  .transform((name) => (actorId.safeParse(name).success ? name : actorIdNamed(name)));

/** The queue as its address asks for it. */
export const queueAsked = z.object({
  report: blank(reportId),
  speaker: blank(speaker),
  doubt: blank(z.enum(DOUBTS)),
  /** The statement that is looked at. */
  at: blank(statementId),
  /** The decision that was just made. */
  done: blank(decisionId),
});
export type QueueAsked = z.infer<typeof queueAsked>;

const EXPECTED: Readonly<Partial<Record<string, string>>> = {
  report: 'expected a report’s id',
  speaker: 'expected a speaker’s name or id',
  doubt: `expected one of: ${DOUBTS.join(', ')}`,
  at: 'expected a statement’s id',
  done: 'expected a decision’s id',
};

/** What is wrong with a question for the queue, by field. */
export const faultsOf = ({ issues }: z.ZodError): Invalid =>
  Object.fromEntries(
    issues.map(({ path: [field = ''] }) => [field, EXPECTED[String(field)] ?? 'expected another']),
  );

export const filterOf = ({ report, speaker: who, doubt }: QueueAsked): ReviewFilter => ({
  report,
  speaker: who,
  doubt,
});

/** The address of the queue with its filter, and what else it is asked. */
export function queuePath(
  { report, speaker: who, doubt }: ReviewFilter,
  more: { readonly at?: string | undefined; readonly done?: string | undefined } = {},
  form: '' | '.json' | '.csv' = '',
): string {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries({ report, speaker: who, doubt, ...more }))
    if (value !== undefined) query.set(field, value);
  const asked = query.toString();
  return `/review${form}${asked === '' ? '' : `?${asked}`}`;
}
