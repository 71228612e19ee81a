import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { decisionOf as decisionBy, type Made } from '../pipeline/index.ts';
import type { Decision } from '../record/index.ts';
import type { Terminal } from './terminal.ts';

export { digest } from '../pipeline/index.ts';

/** Who decides and why: options of every command that decides. */
export interface Deciding {
  readonly by?: string;
  readonly why?: string;
}

export const whoDecides = (own: Command): Command =>
  own
    .option('--by <name>', 'who decides; ONRECORD_BY names another default (default: who is logged in)')
    .option('--why <words>', 'the reason, kept with it');

/** A decision on its way into the ledger. */
export function decisionOf({ now, env }: Terminal, { by, why }: Deciding, made: Made): Decision {
  const who = by ?? env.ONRECORD_BY ?? userInfo().username;
  return decisionBy(made, { by: who, at: now().toISOString(), why: why ?? null });
}
