import { Command, InvalidArgumentError, Option } from 'commander';
import { periodOf } from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { findNews } from './news.ts';
import { json, ledgerFile } from './options.ts';
import { digestLines } from './print/digest.ts';
import { count } from './print/statement.ts';
import { type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
  readonly html?: true;
  readonly since?: string;
  readonly site: string;
}

const EXAMPLES = `
Examples:
  onrecord digest                            what is new since the last digest
  onrecord digest --since 2031-05-12         once more what is new since that day; the next digest is the same
  onrecord digest --html > digest.html       to be sent by mail
`;

const since = () =>
  new Option(
    '--since <date>',
    'what was added from that day on (UTC), in place of what no digest has told',
  ).argParser((text) => {
    const own = periodOf(text);
    if (own !== null) return own.first;
    throw new InvalidArgumentError('expected a date such as 2031-05-12 or 2031-05.');
  });

const site = () =>
  new Option('--site <url>', 'where the pages are, for links')
    .default('http://127.0.0.1:4600')
    .argParser((text) => {
      const url = URL.parse(text);
      if (url !== null && /^https?:$/.test(url.protocol)) return url.href.replace(/\/$/, '');
      throw new InvalidArgumentError('expected an address such as http://127.0.0.1:4600.');
    });

/** `onrecord digest`: what is new for every alert. */
export function digestCommand(terminal: Terminal): Command {
  return new Command('digest')
    .summary('what is new for every alert since the last digest')
    .description(
      'Looks for news of every alert and prints what no digest has told yet: what became of events, changes of position, new statements, each with the words and the report that tell it.',
    )
    .addOption(since())
    .addOption(json('one JSON object, with an array of news for each alert'))
    .addOption(new Option('--html', 'a page that stands by itself, for mail').conflicts('json'))
    .addOption(site())
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        await findNews(terminal, ledger);
        const { digestOf, digestRead } = await import('../alerts/index.ts');
        const digest = await digestOf(ledger, options.since ?? null);
        if (options.json) await write(terminal.out, `${JSON.stringify(dataOf(digest))}\n`);
        else if (options.html) {
          const { digestPage } = await import('../serve/feeds/digest.ts');
          await write(terminal.out, `${digestPage(digest, options.site)}\n`);
        } else
          for (const part of digest.parts)
            await write(terminal.out, digestLines(terminal, part, options.site));
        const total = digest.parts.reduce((sum, { news }) => sum + news.length, 0);
        await write(terminal.err, `${total} new, of ${count(digest.parts.length, 'alert')}\n`);
        // Told first: a digest that could not be printed comes again.
        await digestRead(ledger, digest);
      });
    });
}

type Digest = Awaited<ReturnType<typeof import('../alerts/index.ts')['digestOf']>>;

const dataOf = ({ since: from, parts }: Digest) => ({
  since: from,
  alerts: parts.map(({ alert: { webhook: _, ...made }, news }) => ({
    ...made,
    news: news.map((one) => one.news),
  })),
});
