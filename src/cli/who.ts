import { Command, Option } from 'commander';
import type { Ledger, PersonLine } from '../ledger/index.ts';
import { personMeant, personsFor, whoIs } from '../pipeline/index.ts';
import { csvLine, type LinkedActor, type Utterance, whenWords } from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { manifestOf, writeManifest } from './manifest.ts';
import { json, ledgerFile, wholeNumber } from './options.ts';
import { columns } from './print/columns.ts';
import { decidedLinkLines } from './print/decided-links.ts';
import { printable } from './print/printable.ts';
import { count, cutShort } from './print/statement.ts';
import { paint, type Terminal, widthOf, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
  readonly csv?: true;
  readonly limit: number;
}

const EXAMPLES = `
Examples:
  onrecord who Castell                       names, offices and words of one actor over all reports
  onrecord who "foreign ministry" --json
  onrecord who who:3f1c0a4be2d97716          by id, also a former one
`;

/** `onrecord who`: one actor over all reports. */
export function whoCommand(terminal: Terminal): Command {
  return new Command('who')
    .summary('who somebody is over all reports: names, offices, for whom, and what they said')
    .description(
      'Shows an actor as all reports together have it: every name, each office with the report that gives it, on whose behalf it speaks, and each thing it said once, however many reports have it.',
    )
    .argument('<name...>', 'words of a name, or the id of an actor')
    .addOption(
      new Option('--limit <number>', 'how many utterances to print').argParser(wholeNumber).default(20),
    )
    .addOption(json('one JSON object: the manifest, the actor, what is decided of it, and its utterances'))
    .addOption(new Option('--csv', 'a CSV table of its utterances').conflicts('json'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string[], options: Options, own: Command) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const words = name.join(' ');
        const { total, persons } = await personsFor(ledger, words, options.limit);
        const only = personMeant(persons, words);
        if (only === null) {
          for (const line of persons) await write(terminal.out, personLine(terminal, line));
          if (total === 0) own.setOptionValue('failed', true);
          await write(
            terminal.err,
            total === 0
              ? `onrecord: nobody of the name "${printable(words)}" is on record\n`
              : `${count(total, 'actor')} of this name: name one by its id${cutShort(persons.length, total)}\n`,
          );
          return;
        }
        await show(terminal, { ledger, id: only.id, words, options });
      });
    });
}

async function show(
  terminal: Terminal,
  { ledger, id, words, options }: { ledger: Ledger; id: string; words: string; options: Options },
): Promise<void> {
  const who = await whoIs(ledger, id);
  if (who === null) return;
  const { actor, utterances } = who;
  const decisions = await ledger.decidedLinks({ kind: 'actor', id: actor.id });
  const manifest = await manifestOf(ledger, terminal, {
    command: 'who',
    query: { name: words },
    counts: {
      reports: new Set(actor.members.map(({ report }) => report)).size,
      utterances: utterances.length,
    },
  });
  if (options.json)
    return await write(terminal.out, `${JSON.stringify({ manifest, actor, decisions, utterances })}\n`);
  if (options.csv) {
    await write(terminal.out, csvLine(['utterance', 'words', 'said', 'root', 'outlets', 'first_published']));
    for (const one of utterances) await write(terminal.out, csvLine(cells(one)));
    return await writeManifest(terminal, manifest);
  }
  await write(terminal.out, `${actorLines(terminal, actor)}${decidedLinkLines(terminal, decisions)}\n`);
  const shown = utterances.slice(-options.limit).toReversed();
  for (const one of shown) await write(terminal.out, `${utteranceLine(terminal, one)}\n`);
  await write(
    terminal.err,
    `${count(manifest.counts.reports ?? 0, 'report')}, ${count(utterances.length, 'utterance')}${cutShort(shown.length, utterances.length)}\n`,
  );
}

const cells = ({ id, words, said, root, outlets, renditions }: Utterance) => [
  id,
  words,
  said ?? '',
  root.name,
  String(outlets),
  renditions[0]?.published ?? '',
];

function personLine({ out }: Terminal, { id, name, kind, reports }: PersonLine): string {
  return `${printable(name)}, ${kind} ${paint(out, 'dim', `· ${count(reports, 'report')} · ${id}`)}\n`;
}

function actorLines({ out }: Terminal, { id, name, kind, names, offices, speaksFor }: LinkedActor): string {
  const first = new Map(
    offices
      .map(
        ({ title, of, published }) =>
          [of === null ? title : `${title}, ${of}`, published ?? 'no date'] as const,
      )
      .toReversed(),
  );
  const lines = [
    `${paint(out, 'bold', printable(name))}, ${kind} ${paint(out, 'dim', id)}`,
    names.length > 1 ? `  also ${names.slice(1).map(printable).join(' · ')}` : null,
    ...[...first]
      .toReversed()
      .map(([office, published]) => `  ${printable(office)} (first in a report of ${published})`),
    ...speaksFor.map((one) => `  speaks for ${printable(one.name)} (${one.rule})`),
  ];
  return `${lines.filter((line) => line !== null).join('\n')}\n`;
}

/** An utterance in two columns: when it was said or told first, and its words with how many have it. */
export function utteranceLine(
  { out }: Terminal,
  { id, words, said, root, outlets, renditions }: Utterance,
): string {
  const when = said === null ? (renditions[0]?.published ?? '—') : whenWords(said);
  const told = `${count(outlets, 'outlet')}, root ${printable(root.name)}`;
  return columns(
    [when, `${printable(words)} ${paint(out, 'dim', `· ${told} · ${id}`)}`],
    [{ width: 18, style: (text) => paint(out, 'magenta', text) }, { width: widthOf(out) - 22 }],
  );
}
