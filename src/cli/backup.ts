import { Command } from 'commander';
import { withExistingLedger } from './ledger.ts';
import { fileName, ledgerFile } from './options.ts';
import { type Terminal, write } from './terminal.ts';

const EXAMPLES = `
Examples:
  onrecord backup /backups/2031-05-01.ledger                 a copy of onrecord.ledger
  onrecord backup --ledger news.ledger /backups/news.ledger
  onrecord verify --all --ledger /backups/news.ledger        proves the copy
`;

/** `onrecord backup`: a copy that holds together, whoever adds meanwhile. */
export function backupCommand(terminal: Terminal): Command {
  return new Command('backup')
    .summary('copy the ledger, also while reports are added')
    .description(
      'Writes a copy of the ledger as it is at one moment, with the head beside it that proves its end. Never writes over a file.',
    )
    .argument('<file>', 'the copy', fileName)
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: { readonly ledger: string }) => {
      await withExistingLedger(options.ledger, (ledger) => ledger.backup(file));
      await write(terminal.err, `${file} is a copy of ${options.ledger}\n`);
    });
}
