import { Command } from 'commander';
import { jsonSchema } from '../record/index.ts';
import { type Terminal, write } from './terminal.ts';

/** `onrecord schema`: the JSON Schema of what `onrecord read --json` prints. */
export function schemaCommand(terminal: Terminal): Command {
  return new Command('schema')
    .summary('print the JSON Schema of a record')
    .description('Prints the JSON Schema (draft 2020-12) of a line of onrecord read --json.')
    .addHelpText('after', '\nExample:\n  onrecord schema > record.schema.json\n')
    .action(async () => {
      await write(terminal.out, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
    });
}
