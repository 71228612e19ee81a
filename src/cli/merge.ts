import { Command } from 'commander';
import type { DecidedLink, Ledger } from '../ledger/index.ts';
import { decideAndLink, mergeOf, type NewLinkDecision, splitOf } from '../pipeline/index.ts';
import type { LinkDecision } from '../record/index.ts';
import { type Deciding, decisionOf, whoDecides } from './deciding.ts';
import { withExistingLedger, withLedger } from './ledger.ts';
import { linkerOf } from './link-kit.ts';
import { json, ledgerFile } from './options.ts';
import { decidedLinkLine } from './print/decided-links.ts';
import { printable } from './print/printable.ts';
import { type Terminal, write } from './terminal.ts';

interface Options extends Deciding {
  readonly ledger: string;
  readonly json?: true;
}

const MERGE_EXAMPLES = `
Examples:
  onrecord merge who:3f1c0a4be2d97716 who:9d8c4ed905797f06 --why "married since"
  onrecord merge what:7d68a49fa71f1786 what:ebb4337eb8abc1f7
`;
const SPLIT_EXAMPLES = `
Examples:
  onrecord split who:3f1c0a4be2d97716 report:79d32216ff4d7cfd --why "another of this name"
  onrecord split utterance:5be0c21f4a7d9e03 statement:24db0f5ccc28b1d4.27-169
`;

/** `onrecord merge`: several actors, utterances or events are one, because somebody says so. */
export function mergeCommand(terminal: Terminal): Command {
  return decides(terminal, new Command('merge'))
    .summary('decide that actors, utterances or events are one')
    .description(
      'Takes several for one, whatever the rules say of them. The decision is kept with who, when and why, holds for reports that come later, and undo takes it back; former ids lead to the one.',
    )
    .argument('<id...>', 'ids of actors (who:…), utterances or events (what:…), or of their members')
    .addHelpText('after', MERGE_EXAMPLES)
    .action(async (ids: string[], options: Options) => {
      await decide(terminal, options, (ledger) => mergeOf(ledger, ids));
    });
}

/** `onrecord split`: one member of an actor, utterance or event is none of the others. */
export function splitCommand(terminal: Terminal): Command {
  return decides(terminal, new Command('split'))
    .summary('decide that a member of an actor, utterance or event is none of the others')
    .description(
      'Takes a member out of what it was taken for, whatever the rules say. Of an actor, a member is a report that names it; of a name that this report alone has there, later reports follow. The decision is kept with who, when and why, and undo takes it back.',
    )
    .argument('<group>', 'the id of an actor (who:…), utterance or event (what:…)')
    .argument('<member>', 'the id of a statement, event or report, or one that a group had')
    .addHelpText('after', SPLIT_EXAMPLES)
    .action(async (group: string, member: string, options: Options) => {
      await decide(terminal, options, (ledger) => splitOf(ledger, group, member));
    });
}

const decides = (terminal: Terminal, command: Command) =>
  whoDecides(command)
    .addOption(json('the decision as a JSON object, with how it stands'))
    .addOption(ledgerFile(terminal));

async function decide(
  terminal: Terminal,
  options: Options,
  madeOf: (ledger: Ledger) => Promise<NewLinkDecision>,
): Promise<void> {
  // A ledger that is not there is a mistake, and none is made.
  await withExistingLedger(options.ledger, async () => {});
  await withLedger(options.ledger, async (ledger) => {
    const decision = decisionOf(terminal, options, await madeOf(ledger)) as LinkDecision;
    await decideAndLink(ledger, await linkerOf(ledger), decision);
    const made = (await ledger.decidedLinks()).find((one) => one.decision.id === decision.id);
    if (made !== undefined) await show(terminal, options, made);
  });
}

const show = (terminal: Terminal, options: Options, made: DecidedLink) =>
  write(
    terminal.out,
    options.json
      ? `${JSON.stringify(made)}\n`
      : `${printable(made.state)}\t${decidedLinkLine(terminal, made)}\n`,
  );
