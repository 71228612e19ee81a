import { Command } from 'commander';
import { countOf, ingest, listInputs, type Sources } from '../ingest/index.ts';
import type { Lanes } from '../lanes/index.ts';
import { readPages } from '../pipeline/index.ts';
import { isScheduled, type ReportRecord } from '../record/index.ts';
import { until } from '../stop.ts';
import { tellFailure } from './fail.ts';
import { withLanes } from './lanes.ts';
import { addReadingOptions, givenBy, json, type ReadingOptions } from './options.ts';
import { eventLines } from './print/event.ts';
import { progress } from './print/progress.ts';
import { count, reportLine, statementLines, titleOf } from './print/statement.ts';
import { withSources } from './sources.ts';
import { leftOf, untilSignal } from './stopping.ts';
import { isClosed, paint, type Terminal, write } from './terminal.ts';

interface Options extends ReadingOptions {
  readonly json?: true;
  readonly held?: true;
}

const EXAMPLES = `
Examples:
  onrecord read report.txt                      who said what in one report
  onrecord read https://outlet.example/report   the same of a page of the web
  onrecord read --json reports/ > records.jsonl a record a line, in the order of the files
  curl … | onrecord read --outlet "The Courier" --published 2026-02-02 -
`;

/** `onrecord read`: analyse and print, keep nothing. */
export function readCommand(terminal: Terminal): Command {
  const command = new Command('read')
    .summary('analyse reports and print their records; keep nothing')
    .description(
      'Reads pages of the web, feeds, HTML, text and Markdown files, folders, JSONL, web archives (WARC, WACZ) or standard input (-), and prints who said what, and what was announced for which date.',
    )
    .argument('<source...>', 'addresses, feeds, files, folders, web archives, or - for standard input')
    .addOption(json('one JSON object a report, one a line, as docs/format/record.md says'))
    .option('--held', 'also print what is held: beliefs, wishes, plans');
  return addReadingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (sources: string[], options: Options, own: Command) => {
      const inputs = await listInputs(sources);
      const total = countOf(inputs);
      const shown = progress(terminal, 'read', total);
      let done = 0;
      const readAll = async (lanes: Lanes, sources: Sources, signal: AbortSignal) => {
        const pages = ingest(inputs, givenBy(options), sources);
        for await (const reading of until(readPages(pages, lanes), signal)) {
          shown.clear();
          if (reading.kind === 'read') {
            const text = options.json
              ? `${JSON.stringify(reading.record)}\n`
              : forPeople(terminal, reading.record, options);
            await write(terminal.out, text);
          } else {
            own.setOptionValue('failed', true);
            await tellFailure(terminal, reading, options);
          }
          done++;
          shown.tick();
          if (isClosed(terminal.out)) break;
        }
        shown.clear();
        const why = signal.aborted
          ? `stopped by ${signal.reason}`
          : isClosed(terminal.out) && done !== total
            ? 'stopped, since nobody reads the output any more'
            : null;
        if (why !== null)
          await write(terminal.err, `onrecord: ${why}: ${done} read, ${leftOf(done, total)}\n`);
      };
      await untilSignal(own, (signal) =>
        withLanes(terminal, options, (lanes) =>
          withSources(terminal, options, (sources) => readAll(lanes, sources, signal)),
        ),
      );
    });
}

function forPeople(terminal: Terminal, record: ReportRecord, { held }: Options): string {
  const { report, statements, actors } = record;
  const names = new Map(actors.map(({ actor, name }) => [actor, name]));
  const events = record.events.filter(isScheduled);
  const shown = statements.filter(({ mode }) => held || mode !== 'held');
  const hidden = statements.length - shown.length;
  const more = hidden === 0 ? '' : `, and ${hidden} held (--held shows them)`;
  return [
    paint(terminal.out, 'bold', titleOf(report)),
    reportLine(terminal, report),
    paint(terminal.out, 'dim', count(shown.length, 'statement') + more),
    '',
    ...shown.map((statement) => statementLines(terminal, statement)),
    ...(events.length === 0 ? [] : ['', paint(terminal.out, 'dim', count(events.length, 'date')), '']),
    ...events.map((event) => eventLines(terminal, { event, names })),
    '\n',
  ].join('\n');
}
