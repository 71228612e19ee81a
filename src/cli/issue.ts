import { Command } from 'commander';
import { decideAndLink, issueNamed } from '../pipeline/index.ts';
import { Fault, type Issue, issue } from '../record/index.ts';
import { type Deciding, decisionOf, digest, whoDecides } from './deciding.ts';
import { withExistingLedger, withLedger } from './ledger.ts';
import { linkerOf } from './link-kit.ts';
import { json, ledgerFile } from './options.ts';
import { printable } from './print/printable.ts';
import { count } from './print/statement.ts';
import { suggestCommand } from './suggest.ts';
import { paint, type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
}

interface Adding extends Options, Deciding {
  readonly terms?: string;
}

const EXAMPLES = `
Examples:
  onrecord issue add "The bridge should be closed" --terms "bridge, closure, repairs"
  onrecord issue list
  onrecord issue suggest --words harbour --since 2031-03
  onrecord issue undo issue:51f0a2c47d9be803 --why "too wide"
`;

/** `onrecord issue`: the questions on which positions are looked for. Each is a decision: who, when, why. */
export function issueCommand(terminal: Terminal): Command {
  const command = new Command('issue')
    .summary('the questions on which positions are looked for')
    .description(
      'An issue is a proposition that actors are for or against. To define one is a decision that is kept.',
    )
    .addHelpText('after', EXAMPLES);
  const deciding = (own: Command) => whoDecides(own).addOption(ledgerFile(terminal));
  const add = deciding(new Command('add'))
    .summary('define an issue')
    .argument('<proposition>', 'what actors are for or against, as a sentence')
    .option('--terms <words>', 'words that belong to it, parted by commas')
    .action(async (proposition: string, options: Adding) => {
      const terms = (options.terms ?? '').split(',').flatMap((term) => term.trim() || []);
      const defined = issueOf(proposition.trim(), terms);
      await withLedger(options.ledger, async (ledger) => {
        await ledger.decide(decisionOf(terminal, options, { kind: 'issue', issue: defined }));
      });
      await write(terminal.out, `${defined.id}\t${printable(defined.proposition)}\n`);
    });
  const list = new Command('list')
    .summary('the issues that stand')
    .addOption(json('one JSON object an issue'))
    .addOption(ledgerFile(terminal))
    .action(async (options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const issues = await ledger.issues();
        for (const one of issues)
          await write(terminal.out, options.json ? `${JSON.stringify(one)}\n` : issueLine(terminal, one));
        await write(terminal.err, `${count(issues.length, 'issue')}\n`);
      });
    });
  const undo = deciding(new Command('undo'))
    .summary('take the definition of an issue back')
    .argument('<issue>', 'its id, or words of its proposition')
    .action(async (asked: string, options: Adding) => {
      await withLedger(options.ledger, async (ledger) => {
        const { id } = await issueNamed(ledger, asked);
        const made = (await ledger.decisions()).findLast(
          (one) => one.kind === 'issue' && one.issue.id === id,
        );
        if (made !== undefined) {
          const undoing = decisionOf(terminal, options, { kind: 'undo', undoes: made.id });
          await decideAndLink(ledger, await linkerOf(ledger), undoing);
        }
        await write(terminal.out, `undone\t${id}\n`);
      });
    });
  return [add, list, suggestCommand(terminal), undo].reduce(
    (whole, own) => whole.addCommand(own.exitOverride()),
    command,
  );
}

const issueLine = ({ out }: Terminal, { id, proposition, terms }: Issue) =>
  `${printable(proposition)} ${paint(out, 'dim', `· ${terms.map(printable).join(', ')} · ${id}`)}\n`;

function issueOf(proposition: string, terms: readonly string[]): Issue {
  if (!/\p{L}/u.test(proposition))
    throw new Fault(
      'bad-issue',
      `expected a proposition such as "The bridge should be closed", found "${proposition}"`,
    );
  return issue.parse({ id: `issue:${digest([proposition])}`, proposition, terms });
}
