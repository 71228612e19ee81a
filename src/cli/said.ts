import { Command, Option } from 'commander';
import { utteranceWith } from '../pipeline/index.ts';
import { csvLine, type Difference, differenceWords, permalinkOf, whenWords } from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { manifestOf, writeManifest } from './manifest.ts';
import { json, ledgerFile } from './options.ts';
import { decidedLinkLines } from './print/decided-links.ts';
import { printable } from './print/printable.ts';
import { count, reportLine, statementLines } from './print/statement.ts';
import { paint, type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
  readonly csv?: true;
}

const EXAMPLES = `
Examples:
  onrecord said utterance:5be0c21f4a7d9e03   all reports that render one act of saying, and its root source
  onrecord said statement:9f2c…:120-188      the utterance that a statement renders
`;

/** `onrecord said`: one utterance with all its renditions. */
export function saidCommand(terminal: Terminal): Command {
  return new Command('said')
    .summary('one act of saying: all reports that render it, and its root source')
    .description(
      'Shows an utterance: who said it, when, who published it first, and every statement that renders it with the reason why it is taken for one, and where one quotes the words otherwise than another.',
    )
    .argument('<id>', 'the id of an utterance or of a statement')
    .addOption(
      json('one JSON object: the manifest, the utterance, what is decided of it, and its renditions'),
    )
    .addOption(new Option('--csv', 'a CSV table of its renditions').conflicts('json'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, options: Options, own: Command) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const found = await utteranceWith(ledger, id);
        if (found === null) {
          own.setOptionValue('failed', true);
          await write(
            terminal.err,
            `onrecord: expected the id of an utterance or statement on record, found "${printable(id)}"\n`,
          );
          return;
        }
        const { utterance, renditions } = found;
        const { speakers, root, said, outlets } = utterance;
        const manifest = await manifestOf(ledger, terminal, {
          command: 'said',
          query: { id },
          counts: { outlets, renditions: renditions.length },
        });
        const decisions = await ledger.decidedLinks({ kind: 'utterance', id: utterance.id });
        if (options.json)
          return await write(
            terminal.out,
            `${JSON.stringify({ manifest, utterance, decisions, renditions })}\n`,
          );
        if (options.csv) {
          const rows = [COLUMNS, ...renditions.map((one, at) => cells(utterance, one, at))];
          await write(terminal.out, rows.map(csvLine).join(''));
          return await writeManifest(terminal, manifest);
        }
        const who = speakers.map(({ name }) => printable(name)).join(', ') || 'nobody named';
        const day = said === null ? '' : `, said ${whenWords(said)}`;
        const told = `root source ${printable(root.name)} (${root.rule})`;
        const head = `${paint(terminal.out, 'bold', who)}${day}: ${count(outlets, 'outlet')}, 1 utterance, ${told}`;
        const lines = renditions.map((one, at) => renditionLines(terminal, found, one, at));
        await write(terminal.out, `${head}\n${decidedLinkLines(terminal, decisions)}\n${lines.join('')}`);
      });
    });
}

type Rendered = NonNullable<Awaited<ReturnType<typeof utteranceWith>>>;
type Rendition = Rendered['renditions'][number];

const COLUMNS = ['utterance', 'statement', 'report', 'outlet', 'published', 'content', 'rule', 'score'];

function cells({ id, renditions }: Rendered['utterance'], { statement, report }: Rendition, at: number) {
  const link = renditions[at]?.link;
  return [
    id,
    statement.id,
    report.id,
    report.outlet ?? '',
    report.published ?? '',
    statement.content.map(({ text }) => text).join(' … '),
    link?.rule ?? '',
    String(link?.score ?? ''),
  ];
}

function renditionLines(
  terminal: Terminal,
  { utterance, renditions }: Rendered,
  { statement, report }: Rendition,
  at: number,
): string {
  const link = utterance.renditions[at]?.link;
  const [place] = [...statement.content, ...statement.cue];
  const permalink = place === undefined ? report.id : permalinkOf(report.id, place);
  const why = link == null ? 'told first' : `${link.rule}, ${link.score}`;
  const line = reportLine(terminal, { ...report, path: null }, permalink);
  const outletOf = (id: string) =>
    renditions.find((other) => other.report.id === id)?.report.outlet ?? 'another report';
  const differences = utterance.differences
    .filter((one) => one.statement === statement.id)
    .map((one) => `  ${paint(terminal.out, 'yellow', differenceLine(one, outletOf(one.against.report)))}\n`);
  return `${statementLines(terminal, statement)}\n  ${line}${paint(terminal.out, 'dim', ` · ${why}`)}\n${differences.join('')}\n`;
}

function differenceLine(difference: Difference, outlet: string): string {
  const { span, against } = difference;
  return printable(`${differenceWords(difference)}: “${span.text}”; ${outlet} has “${against.span.text}”`);
}
