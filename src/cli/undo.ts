import { Command } from 'commander';
import { decideAndLink } from '../pipeline/index.ts';
import { decisionNamed } from './decide.ts';
import { type Deciding, decisionOf, whoDecides } from './deciding.ts';
import { withExistingLedger, withLedger } from './ledger.ts';
import { linkerOf } from './link-kit.ts';
import { ledgerFile } from './options.ts';
import { type Terminal, write } from './terminal.ts';

interface Options extends Deciding {
  readonly ledger: string;
}

const EXAMPLES = `
Examples:
  onrecord undo decision:51f0a2c47d9be803 --why "the recording says otherwise"
`;

/** `onrecord undo`: takes a decision back, which stays on record with the one that undid it. */
export function undoCommand(terminal: Terminal): Command {
  return whoDecides(new Command('undo'))
    .summary('take a decision back')
    .description('Takes a decision back. Both stay on record.')
    .argument('<decision>', 'its id, as decisions lists it')
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (asked: string, options: Options) => {
      await withExistingLedger(options.ledger, async () => {});
      await withLedger(options.ledger, async (ledger) => {
        const { id } = decisionNamed(await ledger.decisions(), asked);
        const undoing = decisionOf(terminal, options, { kind: 'undo', undoes: id });
        await decideAndLink(ledger, await linkerOf(ledger), undoing);
        await write(terminal.out, `undone\t${id}\n`);
      });
    });
}
