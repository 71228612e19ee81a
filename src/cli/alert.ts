import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import type { KeptAlert, Ledger } from '../ledger/index.ts';
import { issueNamed, personsFor } from '../pipeline/index.ts';
import { type Alert, alert, askedWords, Fault } from '../record/index.ts';
import { addFilters, type Filters } from './filters.ts';
import { withExistingLedger } from './ledger.ts';
import { findNews, sendWaiting } from './news.ts';
import { json, ledgerFile } from './options.ts';
import { printable } from './print/printable.ts';
import { count } from './print/statement.ts';
import { paint, type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
}

interface Adding extends Options, Filters {
  readonly words?: string;
  readonly actor?: string;
  readonly issue?: string;
  readonly once?: true;
  readonly event?: string;
  readonly webhook?: string;
  readonly allowPrivate?: true;
}

const EXAMPLES = `
Examples:
  onrecord alert add "bridge" --words bridge --by Pell
  onrecord alert add "Lunn on the pier" --actor "Petra Lunn" --issue "pier may be sold"
  onrecord alert add "talks" --event what:3f1c0a4be2d97716 --webhook https://desk.example/onrecord
  onrecord alert send                        look for news and send it: from cron, or after onrecord add
`;

/** `onrecord alert`: saved searches that tell what is new. */
export function alertCommand(terminal: Terminal): Command {
  const command = new Command('alert')
    .summary('saved searches that tell what is new: as feeds, to a webhook, in a digest')
    .description(
      'An alert is a saved search. It tells each new statement, change of position, and new date or status of an event once, in its feeds (onrecord serve), to its webhook, and in onrecord digest. What is on record when it is made is not new.',
    )
    .addHelpText('after', EXAMPLES);
  const own = [addAlert(terminal), listAlerts(terminal), removeAlert(terminal), sendAlerts(terminal)];
  return own.reduce((whole, one) => whole.addCommand(one.exitOverride()), command);
}

function addAlert(terminal: Terminal): Command {
  const command = new Command('add')
    .summary('save a search')
    .argument('<name>', 'what to call it')
    .option('--words <words>', 'words and "phrases" that a statement must have, as in onrecord find');
  return addFilters(command)
    .option('--actor <name>', 'only what this actor says, over all reports: a name or an id')
    .option('--issue <issue>', 'only positions on this issue; changes of position too')
    .option('--once', 'each act of saying once, however many reports have it')
    .option('--event <id>', 'beside all that, what becomes of this event')
    .option('--webhook <url>', 'where news is sent as JSON, signed; the secret is printed once')
    .option('--allow-private', 'the webhook may be an address of this machine and its own network')
    .addOption(ledgerFile(terminal))
    .action(async (name: string, options: Adding) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const { newSecret } = await import('../alerts/index.ts');
        const made = await alertOf(terminal, { name, options, ledger });
        const secret = made.webhook === null ? null : newSecret();
        await ledger.addAlert(made, secret);
        await write(terminal.out, `${made.id}\t${printable(made.name)}\n`);
        if (secret !== null) await write(terminal.out, `secret\t${secret}\n`);
        await write(
          terminal.err,
          `${askedWords(made).map(printable).join('; ')}; its feeds: onrecord serve, at /alerts/${made.id}.atom and .json\n`,
        );
      });
    });
}

async function alertOf(
  { now }: Terminal,
  { name, options, ledger }: { name: string; options: Adding; ledger: Ledger },
): Promise<Alert> {
  const { words, by, for: behind, to, about, act, kind, outlet, actor, issue, once, event } = options;
  const search = { words, by, for: behind, to, about, act, kind, outlet };
  const asked = Object.fromEntries(Object.entries(search).filter(([, one]) => one !== undefined));
  if ([...Object.values(asked), actor, issue, event].every((one) => !/[\p{L}\p{N}]/u.test(one ?? '')))
    throw new Fault(
      'bad-alert',
      'expected something to look for, found nothing: --words, --actor, --issue …',
    );
  const on = issue === undefined ? null : await issueNamed(ledger, issue);
  const made = alert.safeParse({
    id: `alert:${randomBytes(8).toString('hex')}`,
    name,
    search: asked,
    actor: actor === undefined ? null : await actorNamed(ledger, actor),
    issue: on === null ? null : { id: on.id, proposition: on.proposition },
    once: once === true,
    event: event === undefined ? null : await eventOf(ledger, event),
    webhook: options.webhook === undefined ? null : await webhookOf(options.webhook, options),
    made: now().toISOString(),
  });
  if (made.success) return made.data;
  const [first] = made.error.issues;
  throw new Fault(
    'bad-alert',
    `expected a name of at most 100 characters and searches of at most 1000, found: ${first?.path.join('.')}: ${first?.message}`,
  );
}

async function actorNamed(ledger: Ledger, asked: string) {
  const { total, persons } = await personsFor(ledger, asked, 10);
  const exact = persons.filter(({ name }) => name.toLowerCase() === asked.toLowerCase());
  const [only] = exact.length === 1 ? exact : persons;
  if (only !== undefined && (total === 1 || exact.length === 1)) return { id: only.id, name: only.name };
  const all = persons.map(({ id, name }) => `${id} ${name}`).join('; ');
  throw new Fault(
    'no-actor',
    `expected one actor, found ${total === 0 ? 'nobody' : total} of the name "${asked}"${all === '' ? '' : `: name one by its id: ${all}`}`,
  );
}

async function eventOf(ledger: Ledger, asked: string) {
  const line = await ledger.eventLine(asked);
  if (line !== null) return { id: line.event.id, what: line.event.what };
  throw new Fault(
    'no-event',
    `expected the id of an event, found none "${asked}": onrecord calendar --json and the pages of events tell it`,
  );
}

/** An address that a webhook may have: of the web, without a password, and public unless another is allowed. */
async function webhookOf(asked: string, { allowPrivate = false }: { allowPrivate?: boolean }) {
  const { refusedFor } = await import('../alerts/index.ts');
  const why = refusedFor(asked, allowPrivate);
  if (why !== null)
    throw new Fault('bad-webhook', `expected an address such as https://desk.example/onrecord, found ${why}`);
  return { url: asked, allowPrivate };
}

function listAlerts(terminal: Terminal): Command {
  return new Command('list')
    .summary('all alerts, how much news each has, and how sending goes')
    .option('--secrets', 'also the secrets by which receivers know what is sent')
    .addOption(json('one JSON object an alert'))
    .addOption(ledgerFile(terminal))
    .action(async (options: Options & { readonly secrets?: true }) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const all = await ledger.alerts();
        for (const one of all) {
          const secret = options.secrets ? await ledger.secretOf(one.alert.id) : null;
          await write(terminal.out, options.json ? dataLine(one, secret) : alertLines(terminal, one, secret));
        }
        await write(terminal.err, `${count(all.length, 'alert')}\n`);
      });
    });
}

const dataLine = ({ alert: made, delivery, news, waiting }: KeptAlert, secret: string | null) =>
  `${JSON.stringify({ ...made, news, waiting, delivery, ...(secret !== null && { secret }) })}\n`;

function alertLines(
  { out }: Terminal,
  { alert: made, delivery, news, waiting }: KeptAlert,
  secret: string | null,
): string {
  const { webhook } = made;
  const head = `${paint(out, 'bold', printable(made.name))} ${paint(out, 'dim', `· ${news} found · ${made.id}`)}`;
  const sending = [
    waiting === 0 ? 'nothing waits' : `${waiting} wait`,
    delivery.due === null ? null : `tried again from ${delivery.due} on`,
    delivery.why,
  ];
  return [
    head,
    `  ${askedWords(made).map(printable).join('; ')}`,
    ...(webhook === null
      ? []
      : [`  ${printable([webhook.url, ...sending].filter((part) => part !== null).join(' · '))}`]),
    ...(secret === null ? [] : [`  ${secret}`]),
    '',
  ].join('\n');
}

function removeAlert(terminal: Terminal): Command {
  return new Command('remove')
    .summary('take an alert away, with its feeds')
    .argument('<alert>', 'its name or id')
    .addOption(ledgerFile(terminal))
    .action(async (asked: string, options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const kept = await ledger.alertNamed(asked);
        if (kept === null) {
          const all = (await ledger.alerts()).map((one) => one.alert.name).join('; ');
          throw new Fault(
            'no-alert',
            `expected the name of an alert, found none "${asked}"${all === '' ? '' : `: ${all}`}`,
          );
        }
        await ledger.removeAlert(kept.alert.id);
        await write(terminal.out, `removed\t${kept.alert.id}\t${printable(kept.alert.name)}\n`);
      });
    });
}

function sendAlerts(terminal: Terminal): Command {
  return new Command('send')
    .summary('look for news, and send it to the webhooks')
    .addOption(json('one JSON object for each webhook that something was sent to'))
    .addOption(ledgerFile(terminal))
    .action(async (options: Options, own: Command) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const found = await findNews(terminal, ledger);
        const told = await sendWaiting(terminal, ledger);
        for (const {
          alert: { id, name },
          sent,
          why,
          due,
        } of told)
          await write(
            terminal.out,
            options.json
              ? `${JSON.stringify({ alert: id, name, sent, why, due })}\n`
              : `sent\t${sent}\t${printable(name)}\n`,
          );
        if (told.some(({ why }) => why !== null)) own.parent?.setOptionValue('failed', true);
        await write(terminal.err, `${found} new\n`);
      });
    });
}
