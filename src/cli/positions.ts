import { Command, Option } from 'commander';
import { issueNamed, positionsOn } from '../pipeline/index.ts';
import { csvLine, type Position, type PositionChange } from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { linkKitOf } from './link-kit.ts';
import { manifestOf, writeManifest } from './manifest.ts';
import { json, ledgerFile } from './options.ts';
import { columns } from './print/columns.ts';
import { printable } from './print/printable.ts';
import { count } from './print/statement.ts';
import { paint, type Terminal, widthOf, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly actor?: string;
  readonly json?: true;
  readonly csv?: true;
}

const EXAMPLES = `
Examples:
  onrecord positions "bridge should be closed"
  onrecord positions issue:51f0a2c47d9be803 --actor "Harbour Authority" --csv > positions.csv
`;

/** `onrecord positions`: who stands where on an issue, and what changed. */
export function positionsCommand(terminal: Terminal): Command {
  return new Command('positions')
    .summary('who stands where on an issue, and what changed')
    .description(
      'Lists for an issue who is for it, against it or sets a condition, in the order of publication, each with the statement that shows it, and every change of position with the two statements behind it.',
    )
    .argument('<issue>', 'the id of an issue, or words of its proposition')
    .option('--actor <name>', 'only of this actor, or of whoever speaks for it')
    .addOption(json('one JSON object: the manifest, the issue, positions and changes'))
    .addOption(new Option('--csv', 'a CSV table of the positions').conflicts('json'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (asked: string, options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const issue = await issueNamed(ledger, asked);
        const found = await positionsOn(ledger, issue, await linkKitOf(ledger));
        const wanted = (name: string | null) =>
          options.actor === undefined || name?.toLowerCase().includes(options.actor.toLowerCase()) === true;
        const positions = found.positions.filter((one) => wanted(one.name) || wanted(one.for));
        const changes = found.changes.filter(({ name }) => wanted(name));
        const manifest = await manifestOf(ledger, terminal, {
          command: 'positions',
          query: { issue: issue.id, actor: options.actor ?? null },
          counts: { positions: positions.length, changes: changes.length },
        });
        if (options.json)
          return await write(terminal.out, `${JSON.stringify({ manifest, issue, positions, changes })}\n`);
        const words = new Map<string, string>();
        for (const { statement } of positions) {
          const told = await ledger.statement(statement);
          words.set(statement, told?.statement.content.map(({ text }) => text).join(' … ') ?? '');
        }
        if (options.csv) {
          const rows = [COLUMNS, ...positions.map((one) => cells(one, words))];
          await write(terminal.out, rows.map(csvLine).join(''));
          return await writeManifest(terminal, manifest);
        }
        const lines = [
          `${paint(terminal.out, 'bold', printable(issue.proposition))}\n\n`,
          ...positions.map((one) => positionLines(terminal, one, words)),
          ...changes.map((one) => changeLines(terminal, one, words)),
        ];
        await write(terminal.out, lines.join(''));
        await write(
          terminal.err,
          `${count(positions.length, 'position')}, ${count(changes.length, 'change')}\n`,
        );
      });
    });
}

const COLUMNS = ['issue', 'published', 'actor', 'for', 'stance', 'condition', 'rule', 'statement', 'content'];

const cells = (
  { issue, published, name, for: behind, stance, condition, rule, statement }: Position,
  words: ReadonlyMap<string, string>,
) => [
  issue,
  published ?? '',
  name,
  behind ?? '',
  stance,
  condition?.text ?? '',
  rule,
  statement,
  words.get(statement) ?? '',
];

function changeLines(
  { out }: Terminal,
  { name, from, to, before, after }: PositionChange,
  words: ReadonlyMap<string, string>,
): string {
  const said = (statement: string) => printable(words.get(statement) ?? statement);
  const head = paint(out, 'bold', `${printable(name)}: ${from}, now ${to}`);
  return `\n${head}\n  before: ${said(before)}\n  after:  ${said(after)}\n`;
}

function positionLines(
  { out }: Terminal,
  { published, name, for: behind, stance, condition, statement, rule, decided }: Position,
  words: ReadonlyMap<string, string>,
): string {
  const who = Math.floor(widthOf(out) * 0.24);
  const voice = behind === null ? name : `${name}, for ${behind}`;
  const said = `${words.get(statement) ?? ''}${condition === null ? '' : ` (condition: “${condition.text}”)`}`;
  return `${columns(
    [
      published ?? '—',
      printable(voice),
      stance,
      `${printable(said)} ${paint(out, 'dim', `· ${decided === null ? rule : printable(decidedWords(decided))}`)}`,
    ],
    [
      { width: 10 },
      { width: who, style: (text) => paint(out, 'magenta', text) },
      { width: 11, style: (text) => paint(out, 'cyan', text) },
      { width: widthOf(out) - who - 31 },
    ],
  )}\n`;
}

const decidedWords = ({ by, read }: NonNullable<Position['decided']>) =>
  `decided by ${by}, ${read === null ? 'read as no position' : `read as ${read}`}`;
