import type { Command } from 'commander';
import { program } from '../../src/cli/index.ts';
import { terminal } from '../../src/cli/terminal.ts';

/** `docs/guide/commands.md`: what `--help` prints, command by command. */
export function commandsPage(): string {
  const onrecord = program({ ...terminal(), env: {} });
  const own = onrecord.commands.flatMap((command) => [command, ...command.commands]);
  const parts = [onrecord, ...own].map((command) => {
    let help = '';
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
    });
    command.outputHelp();
    return `## ${namesOf(command).join(' ')}\n\n\`\`\`\n${help.trim()}\n\`\`\`\n`;
  });
  return `# Commands\n\n<!-- Made by \`npm run docs\` from src/cli/. Do not edit. -->\n\n${parts.join('\n')}`;
}

const namesOf = (command: Command): string[] => [
  ...(command.parent === null ? [] : namesOf(command.parent)),
  command.name(),
];
