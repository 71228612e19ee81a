import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { type Decision, decision } from '../record/index.ts';
import type { Terminal } from './terminal.ts';

/** Who decides and why: options of every command that decides. */
export interface Deciding {
  readonly by?: string;
  readonly why?: string;
}

export const whoDecides = (own: Command): Command =>
  own
    .option('--by <name>', 'who decides; ONRECORD_BY names another default (default: who is logged in)')
    .option('--why <words>', 'the reason, kept with it');

/** What is decided, without who, when and why. */
type Made = Decision extends infer One
  ? One extends Decision
    ? Omit<One, 'id' | 'by' | 'at' | 'why'>
    : never
  : never;

/** A decision on its way into the ledger; its id is of all that it says. */
export function decisionOf({ now, env }: Terminal, { by, why }: Deciding, made: Made): Decision {
  const who = by ?? env.ONRECORD_BY ?? userInfo().username;
  const whole = { ...made, by: who, at: now().toISOString(), why: why ?? null };
  return decision.parse({ id: `decision:${digest([whole])}`, ...whole });
}

/** Sixteen hexadecimal digits that are an id of what it is made of. */
export const digest = (of: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 16);
