import { program } from '../../src/cli/index.ts';
import { terminal } from '../../src/cli/terminal.ts';

/** `docs/guide/commands.md`: what `--help` prints, command by command. */
export function commandsPage(): string {
  const onrecord = program({ ...terminal(), env: {} });
  const parts = [onrecord, ...onrecord.commands].map((command) => {
    let help = '';
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
    });
    command.outputHelp();
    const name = command === onrecord ? 'onrecord' : `onrecord ${command.name()}`;
    return `## ${name}\n\n\`\`\`\n${help.trim()}\n\`\`\`\n`;
  });
  return `# Commands\n\n<!-- Made by \`npm run docs\` from src/cli/. Do not edit. -->\n\n${parts.join('\n')}`;
}
