import { type FailedInput, Fault, reasonOf } from '../record/index.ts';
import { printable } from './print/printable.ts';
import { paint, type Terminal, write } from './terminal.ts';

/** How a failure is told. */
export interface FailureOptions {
  readonly json?: true;
  readonly debug?: true;
}

/** Tells an input that gave no record: a line of the contract among the results, or a line for people; the stack only where it is asked for. */
export async function tellFailure(
  terminal: Terminal,
  failed: FailedInput,
  { json, debug }: FailureOptions,
): Promise<void> {
  if (json) await write(terminal.out, failureJson(failed));
  else await write(terminal.err, failureLine(terminal, failed));
  const { stack } = failed.refusal;
  if (debug && stack !== undefined) await write(terminal.err, `${stack}\n`);
}

function failureLine({ err }: Terminal, { path, refusal }: FailedInput): string {
  return `onrecord: ${printable(path)}: ${printable(refusal.message)} ${paint(err, 'dim', `[${refusal.code}]`)}\n`;
}

function failureJson({ path, refusal }: FailedInput): string {
  return `${JSON.stringify({ error: { code: refusal.code, message: refusal.message }, path })}\n`;
}

/** What ended a command, in a line: a broken promise by its code, or a fault of the program; with its stack where that is asked for. */
export function faultLines(error: unknown, { debug }: Pick<FailureOptions, 'debug'>): string {
  const { code, message } =
    error instanceof Fault
      ? error
      : { code: 'internal', message: `a fault of Onrecord itself ended it: ${reasonOf(error)}` };
  const stack = debug && error instanceof Error ? `${stackOf(error)}\n` : '';
  return `onrecord: ${printable(message)} [${code}]\n${stack}`;
}

/** Where it broke: a fault that stands for another error has that one's stack. */
function stackOf({ cause, stack = '' }: Error): string {
  if (cause instanceof Error) return cause.stack ?? stack;
  return typeof cause === 'string' ? cause : stack;
}
