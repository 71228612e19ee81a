import type { FailedInput } from '../record/index.ts';
import { printable } from './print/printable.ts';
import { paint, type Terminal } from './terminal.ts';

/** One line for an input that gave no record. */
export function failureLine({ err }: Terminal, { path, refusal }: FailedInput): string {
  return `onrecord: ${printable(path)}: ${printable(refusal.message)} ${paint(err, 'dim', `[${refusal.code}]`)}\n`;
}

/** The contract's line for an input that gave no record. */
export function failureJson({ path, refusal }: FailedInput): string {
  return `${JSON.stringify({ error: { code: refusal.code, message: refusal.message }, path })}\n`;
}
