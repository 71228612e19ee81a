import { Command, Option } from 'commander';
import type { DecidedLink, EventLine } from '../ledger/index.ts';
import { withExistingLedger } from './ledger.ts';
import { json, ledgerFile, wholeNumber } from './options.ts';
import { period } from './period.ts';
import { decidedLinkLines } from './print/decided-links.ts';
import { linkedEventLines } from './print/event.ts';
import { count, cutShort, reportLine } from './print/statement.ts';
import { type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
  readonly ics?: true;
  readonly when?: { first: string; last: string };
  readonly limit: number;
}

const EXAMPLES = `
Examples:
  onrecord calendar                          every event with a date, the earliest first
  onrecord calendar --when 2031-05           what is, or was to be, in May 2031
  onrecord calendar --ics > onrecord.ics     for any calendar program
`;

/** `onrecord calendar`: what was announced for a date, with what slipped. */
export function calendarCommand(terminal: Terminal): Command {
  return new Command('calendar')
    .summary('what was announced for which date, and what slipped')
    .description(
      'Lists the events to which reports give a date, each once, however many reports tell of it, with the dates it had before and on whose word.',
    )
    .addOption(period('only what touches this day, month, year or FROM/TO'))
    .addOption(new Option('--limit <number>', 'how many to print').argParser(wholeNumber).default(100))
    .addOption(json('one JSON object an event, with its reports and what is decided of it'))
    .addOption(new Option('--ics', 'iCalendar: whole days, a SEQUENCE for each revision').conflicts('json'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const span = options.when ?? (await ledger.calendarSpan()) ?? { first: '', last: '' };
        const { total, events } = await ledger.calendar({ ...span, limit: options.limit, offset: 0 });
        if (options.ics) {
          // Loaded when it is needed: no other command needs it.
          const { icsOf } = await import('../serve/calendar/ics.ts');
          const ever = options.when ?? { first: '', last: '9999-12-31' };
          const gone = await ledger.goneEvents({ ...ever, limit: options.limit, offset: 0 });
          await write(terminal.out, `${icsOf(events, gone)}\n`);
        } else
          for (const line of events) {
            const decisions = await ledger.decidedLinks({ kind: 'event', id: line.event.id });
            await write(
              terminal.out,
              options.json ? jsonLine(line, decisions) : lines(terminal, line, decisions),
            );
          }
        await write(terminal.err, `${count(total, 'event')}${cutShort(events.length, total)}\n`);
      });
    });
}

const jsonLine = (line: EventLine, decisions: readonly DecidedLink[]) =>
  `${JSON.stringify({ ...line, decisions })}\n`;

function lines(terminal: Terminal, { event, reports }: EventLine, decisions: readonly DecidedLink[]): string {
  const from = reports.map((report) => `  ${reportLine(terminal, { ...report, path: null })}`);
  return [linkedEventLines(terminal, event), ...from, `${decidedLinkLines(terminal, decisions)}\n`].join(
    '\n',
  );
}
