import { Command } from 'commander';
import type { DecisionLine } from '../ledger/index.ts';
import { correctionWords, decidedBy, joinedWords } from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { json, ledgerFile } from './options.ts';
import { printable } from './print/printable.ts';
import { count } from './print/statement.ts';
import { paint, type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  onrecord decisions                         what people decided, and what became of it
  onrecord decisions --json
`;

/** `onrecord decisions`: all that people decided. */
export function decisionsCommand(terminal: Terminal): Command {
  return new Command('decisions')
    .summary('what people decided: in force, undone, orphaned or overruled')
    .description(
      'Lists every decision in its order: who, when, why. One that was undone stays in the list. One whose words lead to nothing any more (a statement, a name, an event that no analyser finds) is orphaned, and holds again when they do. A merge or split may be overruled by a later one, and waits until its reports are linked.',
    )
    .addOption(json('one JSON object a decision, with how it stands and the statement that it is on'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const lines = await ledger.decisionLines();
        for (const line of lines) {
          const found = line.statement === null ? null : await ledger.statement(line.statement);
          await write(
            terminal.out,
            options.json
              ? `${JSON.stringify(line)}\n`
              : decisionLine(terminal, line, found?.decided?.found ?? null),
          );
        }
        const states = [...Map.groupBy(lines, ({ state }) => state)];
        const how = states.map(([state, own]) => `${own.length} ${state}`).join(', ');
        await write(terminal.err, `${count(lines.length, 'decision')}${how === '' ? '' : `: ${how}`}\n`);
      });
    });
}

type Read = Parameters<typeof correctionWords>[1];

function decisionLine({ out }: Terminal, line: DecisionLine, read: Read | null): string {
  const { decision, state, statement } = line;
  const { id, at, why } = decision;
  const about = aboutOf(line, read);
  const behind = [at.slice(0, 10), statement, id, why].filter((part) => part !== null);
  const head = state === 'in force' ? '' : `${paint(out, 'yellow', state)} `;
  return `${head}${printable(about)} ${paint(out, 'dim', `· ${behind.map(printable).join(' · ')}`)}\n`;
}

/** What a decision says and whose it is, in a line. */
function aboutOf({ decision }: DecisionLine, read: Read | null): string {
  switch (decision.kind) {
    case 'issue':
      return `issue by ${decision.by}: ${decision.issue.proposition}`;
    case 'undo':
      return `undone by ${decision.by}: ${decision.undoes}`;
    case 'accept':
    case 'reject':
    case 'correct': {
      const words = decision.on.content.map(({ text }) => text).join(' … ');
      const changed = read === null ? [] : correctionWords(decision, read);
      return [`${decidedBy(decision)}: “${words}”`, ...changed].join('; ');
    }
    case 'merge':
    case 'split':
      return joinedWords(decision);
  }
}
