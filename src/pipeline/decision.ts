import { createHash } from 'node:crypto';
import { type Decision, decision } from '../record/index.ts';

/** What is decided, without who, when and why. */
export type Made = Decision extends infer One
  ? One extends Decision
    ? Omit<One, 'id' | 'by' | 'at' | 'why'>
    : never
  : never;

/** Who decides, when (ISO 8601 in UTC) and why. */
export type WhoAndWhen = Pick<Decision, 'by' | 'at' | 'why'>;

/** A decision on its way into the ledger; its id is of all that it says. */
export function decisionOf(made: Made, { by, at, why }: WhoAndWhen): Decision {
  const whole = { ...made, by, at, why };
  return decision.parse({ id: `decision:${digest([whole])}`, ...whole });
}

/** Sixteen hexadecimal digits that are an id of what it is made of. */
export const digest = (of: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 16);
