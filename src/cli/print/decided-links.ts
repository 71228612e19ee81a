import type { DecidedLink } from '../../ledger/index.ts';
import { decidedWords } from '../../record/index.ts';
import { paint, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';

/** A merge or split in a line: what, by whom, why. */
export const decidedLinkLine = ({ out }: Terminal, { decision }: DecidedLink): string =>
  `${printable(decidedWords(decision))} ${paint(out, 'dim', `· ${decision.id}`)}`;

/** The merges and splits behind what is shown, a line each; one that has no effect says so. */
export const decidedLinkLines = (terminal: Terminal, all: readonly DecidedLink[]): string =>
  all
    .map((one) => {
      const state = one.state === 'in force' ? '' : ` (${one.state})`;
      return `  ${decidedLinkLine(terminal, one)}${state}\n`;
    })
    .join('');
