import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { Fault } from '../record/index.ts';
import { addCommand } from './add.ts';
import { backupCommand } from './backup.ts';
import { calendarCommand } from './calendar.ts';
import { checkCommand } from './check.ts';
import { findCommand } from './find.ts';
import { readCommand } from './read.ts';
import { schemaCommand } from './schema.ts';
import { serveCommand } from './serve.ts';
import { terminal as realTerminal, type Terminal, WIDTH_ELSEWHERE } from './terminal.ts';
import { verifyCommand } from './verify.ts';
import { watchCommand } from './watch.ts';

/** Every command, in the order of the help. */
const COMMANDS = [
  readCommand,
  addCommand,
  watchCommand,
  checkCommand,
  findCommand,
  calendarCommand,
  verifyCommand,
  serveCommand,
  backupCommand,
  schemaCommand,
];

const DONE = 0;
const AN_INPUT_FAILED = 1;
const WRONG_USAGE = 2;
/** `check` alone: like other linters, 2 says that something was flagged, and every failure is 1. */
const FLAGGED = 2;

const STATUSES = `
Exit status: 0 done, 1 an input failed, 2 wrong usage. Only check differs: 0 nothing flagged, 1 unreadable or wrong
usage, 2 flagged.
`;

export function program(terminal: Terminal): Command {
  const onrecord = new Command('onrecord')
    .description(
      'Reads news reports and keeps the public record: who said what, when, to whom, and on whose word.',
    )
    .version(version())
    .addHelpText('after', STATUSES)
    .showHelpAfterError('Run it with --help for what it takes.')
    .exitOverride();
  for (const command of COMMANDS) {
    const made = command(terminal).exitOverride().showHelpAfterError('Run it with --help for what it takes.');
    onrecord.addCommand(made);
  }
  for (const command of [onrecord, ...onrecord.commands])
    command.configureOutput({
      getOutHelpWidth: () => WIDTH_ELSEWHERE,
      getErrHelpWidth: () => WIDTH_ELSEWHERE,
    });
  return onrecord;
}

/** Runs a command line. Gives the exit status; every error is one line. */
export async function run(args: readonly string[], terminal: Terminal = realTerminal()): Promise<number> {
  // A reader that has seen enough (`onrecord find … | head`) is no error.
  for (const stream of [terminal.out, terminal.err])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(DONE);
      throw error;
    });
  const onrecord = program(terminal);
  try {
    if (args.length === 0) onrecord.help({ error: true });
    await onrecord.parseAsync(args, { from: 'user' });
    const said = (value: string) =>
      onrecord.commands.some((command) => command.getOptionValue(value) === true);
    return said('failed') ? AN_INPUT_FAILED : said('flagged') ? FLAGGED : DONE;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? DONE : args[0] === 'check' ? AN_INPUT_FAILED : WRONG_USAGE;
    if (!(error instanceof Fault)) throw error;
    terminal.err.write(`onrecord: ${error.message} [${error.code}]\n`);
    return AN_INPUT_FAILED;
  }
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
