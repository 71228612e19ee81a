import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Command } from 'commander';
import { loadLikeness } from '../load/link.ts';
import { positionsOn } from '../pipeline/index.ts';
import { withExistingLedger } from './ledger.ts';
import { linkKitOf } from './link-kit.ts';
import { ledgerFile } from './options.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

interface Options {
  readonly ledger: string;
}

const HELP = `
What programs ask: find, verify, who, positions, calendar, report. How to tell a program of it: docs/guide/mcp.md.
It ends when its standard input does.
`;

/** `onrecord mcp`: a ledger for programs that speak the Model Context Protocol. */
export function mcpCommand(terminal: Terminal): Command {
  return new Command('mcp')
    .summary('let programs ask the ledger, by the Model Context Protocol')
    .description(
      'Answers programs that speak the Model Context Protocol on standard input and output, out of a ledger and in its stored words alone. Nothing is changed.',
    )
    .addOption(ledgerFile(terminal))
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        // Loaded when it is needed: no other command needs it.
        const [{ recordServer }, { StdioServerTransport }] = await Promise.all([
          import('../mcp/index.ts'),
          import('@modelcontextprotocol/sdk/server/stdio.js'),
        ]);
        let kit: ReturnType<typeof linkKitOf> | null = null;
        const { server, answered } = recordServer(
          {
            ledger,
            loadAlike: () => loadLikeness('en'),
            positionsOn: async (issue) => {
              kit ??= linkKitOf(ledger);
              return await positionsOn(ledger, issue, await kit);
            },
          },
          version(),
        );
        const input = Readable.from(terminal.stdin);
        const closed = Promise.withResolvers<void>();
        server.server.onclose = () => closed.resolve();
        const ended = Promise.race([once(input, 'end'), closed.promise]);
        await server.connect(new StdioServerTransport(input, terminal.out));
        await ended;
        await answered();
        await server.close();
      });
    });
}
