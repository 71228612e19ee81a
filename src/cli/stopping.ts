import { constants } from 'node:os';
import type { Command } from 'commander';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does a command's work until the first SIGINT or SIGTERM, which is the signal's reason: the work then comes to a good
 * end by itself. A second one ends the process at once, as if nobody listened.
 */
export async function untilSignal(own: Command, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  const forget = () => {
    for (const name of SIGNALS) process.off(name, stop);
  };
  const stop = (name: NodeJS.Signals) => {
    forget();
    own.setOptionValue('stoppedBy', name);
    stopping.abort(name);
  };
  for (const name of SIGNALS) process.on(name, stop);
  try {
    await work(stopping.signal);
  } finally {
    forget();
  }
}

/** The exit status of a command that a signal stopped, as shells have it; null where none did. */
export function statusOfSignal(commands: readonly Command[]): number | null {
  for (const command of commands) {
    const name = SIGNALS.find((one) => one === command.getOptionValue('stoppedBy'));
    if (name !== undefined) return 128 + constants.signals[name];
  }
  return null;
}

/** How far a work has come that was stopped; `total` is null where nobody knows how much there was. */
export function leftOf(done: number, total: number | null): string {
  return total === null ? 'how many are left is not known' : `${Math.max(0, total - done)} left`;
}
