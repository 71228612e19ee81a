import { Command, CommanderError } from 'commander';
import { addCommand } from './add.ts';
import { alertCommand } from './alert.ts';
import { backupCommand } from './backup.ts';
import { calendarCommand } from './calendar.ts';
import { checkCommand } from './check.ts';
import { decideCommand } from './decide.ts';
import { decisionsCommand } from './decisions.ts';
import { digestCommand } from './digest.ts';
import { exportCommand } from './export.ts';
import { faultLines } from './fail.ts';
import { findCommand } from './find.ts';
import { issueCommand } from './issue.ts';
import { mcpCommand } from './mcp.ts';
import { mergeCommand, splitCommand } from './merge.ts';
import { debug } from './options.ts';
import { positionsCommand } from './positions.ts';
import { readCommand } from './read.ts';
import { rebuildCommand } from './rebuild.ts';
import { saidCommand } from './said.ts';
import { schemaCommand } from './schema.ts';
import { serveCommand } from './serve.ts';
import { statusOfSignal } from './stopping.ts';
import { heedStreams, terminal as realTerminal, type Terminal, WIDTH_ELSEWHERE, write } from './terminal.ts';
import { timelineCommand } from './timeline.ts';
import { undoCommand } from './undo.ts';
import { verifyCommand } from './verify.ts';
import { version } from './version.ts';
import { watchCommand } from './watch.ts';
import { whoCommand } from './who.ts';

export { faultLines } from './fail.ts';

/** Every command, in the order of the help. */
const COMMANDS = [
  readCommand,
  addCommand,
  watchCommand,
  checkCommand,
  findCommand,
  exportCommand,
  whoCommand,
  saidCommand,
  positionsCommand,
  calendarCommand,
  timelineCommand,
  verifyCommand,
  serveCommand,
  mcpCommand,
  issueCommand,
  mergeCommand,
  splitCommand,
  decideCommand,
  decisionsCommand,
  undoCommand,
  alertCommand,
  digestCommand,
  rebuildCommand,
  backupCommand,
  schemaCommand,
];

const DONE = 0;
const AN_INPUT_FAILED = 1;
const WRONG_USAGE = 2;
/** `check` alone: like other linters, 2 says that something was flagged, and every failure is 1. */
const FLAGGED = 2;

const STATUSES = `
Exit status: 0 done, 1 an input failed, 2 wrong usage. Two differ: check (0 nothing flagged, 1 unreadable or wrong
usage, 2 flagged) and verify (0 exact or near, 3 altered, 4 only indirect, 5 not on record). Stopped with Ctrl-C,
read, add and watch end with 130, or 143 by SIGTERM, and say how far they came.
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
    onrecord.addCommand(made.addOption(debug()));
  }
  for (const command of [onrecord, ...onrecord.commands.flatMap((own) => [own, ...own.commands])])
    command.configureOutput({
      getOutHelpWidth: () => WIDTH_ELSEWHERE,
      getErrHelpWidth: () => WIDTH_ELSEWHERE,
    });
  return onrecord;
}

/** Runs a command line. Gives the exit status; every error is one line. */
export async function run(args: readonly string[], terminal: Terminal = realTerminal()): Promise<number> {
  const wrong = heedStreams(terminal);
  const onrecord = program(terminal);
  const said = (value: string) => onrecord.commands.some((command) => command.getOptionValue(value) === true);
  try {
    if (args.length === 0) onrecord.help({ error: true });
    await onrecord.parseAsync(args, { from: 'user' });
    for (const why of wrong) await write(terminal.err, `onrecord: the output could not be written: ${why}\n`);
    if (wrong.length > 0) return AN_INPUT_FAILED;
    return statusOfSignal(onrecord.commands) ?? statusOf(onrecord, said);
  } catch (error) {
    if (error instanceof CommanderError) return statusOfUsage(error, args[0]);
    await write(terminal.err, faultLines(error, said('debug') ? { debug: true } : {}));
    return AN_INPUT_FAILED;
  }
}

/** Help that was asked for is no mistake; in `check` a mistake is a failure. */
function statusOfUsage({ exitCode }: CommanderError, command: string | undefined): number {
  if (exitCode === 0) return DONE;
  return command === 'check' ? AN_INPUT_FAILED : WRONG_USAGE;
}

/** The status of what was done: that of a failure, of what was flagged, or the one that the command's answer has of its own. */
function statusOf(onrecord: Command, said: (value: string) => boolean): number {
  if (said('failed')) return AN_INPUT_FAILED;
  if (said('flagged')) return FLAGGED;
  const [status = DONE] = onrecord.commands
    .map((command) => command.getOptionValue('status'))
    .filter((value) => typeof value === 'number');
  return status;
}
