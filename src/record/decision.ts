import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { linkDecisions } from './link-decision.ts';
import { issue } from './picture.ts';
import { statementDecisions } from './statement-decision.ts';

/** What people decide and no analyser finds; kept for ever, like reports, and undone by another decision alone. */
export const decisionId = z
  .string()
  .regex(/^decision:[0-9a-f]{16}$/)
  .brand<'DecisionId'>();
const id = field(decisionId, 'Id', 'From all that it says.');
const by = field(z.string().min(1), 'By', 'Who decided.');
const at = field(z.string(), 'At', 'When, ISO 8601 in UTC.');
const why = field(z.string().nullable(), 'Why', 'The reason, where one is given.');

export const decision = z
  .discriminatedUnion('kind', [
    z.strictObject({
      id,
      kind: field(z.literal('issue'), 'Kind', 'An issue is defined.'),
      issue,
      by,
      at,
      why,
    }),
    z.strictObject({
      id,
      kind: field(z.literal('undo'), 'Kind', 'A former decision is undone.'),
      undoes: field(id, 'Undoes', 'Which one.'),
      by,
      at,
      why,
    }),
    ...linkDecisions({ id, by, at, why }),
    ...statementDecisions({ id, by, at, why }),
  ])
  .meta({ title: 'Decision', description: 'What somebody decided: who, when and why.' });

export type Decision = Frozen<z.infer<typeof decision>>;
export type DecisionId = Decision['id'];
/** A decision that several are one, or that one is none of others. */
export type LinkDecision = Extract<Decision, { kind: 'merge' | 'split' }>;
/** A decision on one statement. */
export type StatementDecision = Extract<Decision, { kind: 'accept' | 'reject' | 'correct' }>;
