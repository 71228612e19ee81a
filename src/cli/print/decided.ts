import type { DecidedStatement } from '../../ledger/index.ts';
import { correctionWords, decidedBy } from '../../record/index.ts';
import { paint, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';

/** A line for each decision on a statement: who, when, what was read before, and why. */
export function decidedLines({ out }: Terminal, decided: DecidedStatement | null): string[] {
  if (decided === null) return [];
  const { decisions, found } = decided;
  return decisions.map((one) => {
    const parts = [`${decidedBy(one)}, ${one.at.slice(0, 10)}`, ...correctionWords(one, found)];
    const why = one.why === null ? '' : `; why: ${one.why}`;
    return paint(out, 'dim', printable(`${parts.join('; ')}${why}`));
  });
}
