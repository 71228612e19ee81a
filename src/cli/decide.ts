import { Command, InvalidArgumentError, Option } from 'commander';
import type { FoundStatement, Ledger } from '../ledger/index.ts';
import {
  anchorOf,
  type ContentAsked,
  correctionOf,
  decideAndLink,
  issueNamed,
  statementNamed,
} from '../pipeline/index.ts';
import {
  ACTOR_KINDS,
  ACTS,
  type Actor,
  correctionWords,
  type Decision,
  decidedBy,
  Fault,
  parseWhen,
  STANCES,
  type Statement,
  type StatementDecision,
} from '../record/index.ts';
import { type Deciding, decisionOf, whoDecides } from './deciding.ts';
import { withExistingLedger, withLedger } from './ledger.ts';
import { linkerOf } from './link-kit.ts';
import { ledgerFile } from './options.ts';
import { printable } from './print/printable.ts';
import { type Terminal, write } from './terminal.ts';

type Corrected = Extract<StatementDecision, { kind: 'correct' }>['corrected'];
type Stance = NonNullable<Corrected['stance']>['stance'];

interface Options extends Deciding {
  readonly ledger: string;
}

interface Correcting extends Options {
  readonly content?: string;
  readonly range?: ContentAsked;
  /** False for `--no-speaker`. */
  readonly speaker?: string | false;
  readonly speakerKind?: Actor['kind'];
  readonly act?: Statement['act'];
  readonly date?: string;
  readonly stance?: Stance;
  readonly issue?: string;
}

const EXAMPLES = `
Examples:
  onrecord decide accept /r/report:51f0a2c47d9be803#120-188
  onrecord decide reject statement:51f0a2c47d9be803.120-188 --why "a caption, nobody said it"
  onrecord decide correct statement:51f0a2c47d9be803.120-188 --speaker "Anna Holt" --act promise
  onrecord decide correct statement:51f0a2c47d9be803.120-188 --issue "bridge" --stance against
`;

/** `onrecord decide`: what people decide on statements. Each is kept: who, when, why. */
export function decideCommand(terminal: Terminal): Command {
  const command = new Command('decide')
    .summary('accept, reject or correct a statement: who, when, why')
    .description(
      'Decides on one statement, named by its id or its permalink. What was read stays visible beside what is decided; a decision holds whatever analyser reads the report next, and undo takes it back.',
    )
    .addHelpText('after', EXAMPLES);
  const deciding = (name: string, summary: string) =>
    whoDecides(new Command(name))
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
      .argument('<statement>', 'its id, also a former one, or its permalink')
      .addOption(ledgerFile(terminal))
      .exitOverride();
  const accept = deciding('accept', 'say that a statement is read rightly').action(
    (asked: string, options: Options) =>
      decideOn(terminal, asked, options, async (found) => ({ kind: 'accept', on: anchorOf(found) })),
  );
  const reject = deciding(
    'reject',
    'say that it is no statement: only its report’s page shows it then',
  ).action((asked: string, options: Options) =>
    decideOn(terminal, asked, options, async (found) => ({ kind: 'reject', on: anchorOf(found) })),
  );
  const correct = correcting(deciding('correct', 'put right what was read wrongly in a statement')).action(
    (asked: string, options: Correcting, own: Command) => {
      if (!correctsSomething(options))
        own.error('error: expected something to correct, such as --speaker or --act', { exitCode: 2 });
      if ((options.stance === undefined) !== (options.issue === undefined))
        own.error('error: expected --stance and --issue together', { exitCode: 2 });
      return decideOn(terminal, asked, options, async (found, ledger) => ({
        kind: 'correct',
        on: anchorOf(found),
        corrected: await correctedBy(ledger, found, options),
      }));
    },
  );
  return [accept, reject, correct].reduce((whole, own) => whole.addCommand(own), command);
}

const correcting = (command: Command): Command =>
  command
    .option('--content <words>', 'what is said, in words that the report has')
    .addOption(
      new Option('--range <start-end>', 'what is said, by its place in the text; several parted by commas')
        .argParser(ranges)
        .conflicts('content'),
    )
    .option('--speaker <actor>', 'who says it: a name or an id')
    .option('--no-speaker', 'the report does not tell who says it')
    .addOption(
      new Option('--speaker-kind <kind>', 'what a speaker is whom no report names yet').choices(ACTOR_KINDS),
    )
    .addOption(new Option('--act <act>', 'what is done by saying it').choices(ACTS))
    .addOption(new Option('--date <date>', 'when it was said, such as 2031-05-12 or 2031-05').argParser(date))
    .addOption(
      new Option('--stance <stance>', 'where it stands on --issue; none: it takes no position').choices([
        ...STANCES,
        'none',
      ]),
    )
    .option('--issue <issue>', 'the id of an issue, or words of its proposition');

const correctsSomething = ({ content, range, speaker, act, date: day, stance, issue }: Correcting) =>
  [content, range, speaker, act, day, stance, issue].some((one) => one !== undefined);

function ranges(text: string): ContentAsked {
  const own = text.split(',').map((piece) => /^\s*(\d{1,9})-(\d{1,9})\s*$/.exec(piece));
  const found = own.flatMap((match) =>
    match === null ? [] : { start: Number(match[1]), end: Number(match[2]) },
  );
  if (found.length === own.length) return { ranges: found };
  throw new InvalidArgumentError('expected a place such as 120-188.');
}

function date(text: string): string {
  if (parseWhen(text) !== null) return text;
  throw new InvalidArgumentError('expected a date such as 2031-05-12, 2031-05 or 2031-05-12/2031-05-14.');
}

async function correctedBy(ledger: Ledger, found: FoundStatement, options: Correcting): Promise<Corrected> {
  const { content, range, speaker, speakerKind: sort = null, act = null, date: said = null } = options;
  return await correctionOf(ledger, found, {
    content: content === undefined ? (range ?? null) : { words: content },
    speaker: speaker === false ? 'nobody' : speaker === undefined ? null : { name: speaker, sort },
    act,
    said,
    stance: await stanceBy(ledger, options),
  });
}

async function stanceBy(ledger: Ledger, { stance, issue }: Correcting): Promise<Corrected['stance']> {
  if (stance === undefined || issue === undefined) return null;
  return { issue: (await issueNamed(ledger, issue)).id, stance };
}

/** Keeps a decision on the statement that is meant, links again what it changes, and says what was decided. */
async function decideOn(
  terminal: Terminal,
  asked: string,
  options: Options,
  make: (found: FoundStatement, ledger: Ledger) => Promise<Parameters<typeof decisionOf>[2]>,
): Promise<void> {
  // A ledger that is not there is a mistake, and none is made.
  await withExistingLedger(options.ledger, async () => {});
  await withLedger(options.ledger, async (ledger) => {
    const found = await statementNamed(ledger, asked);
    const made = decisionOf(terminal, options, await make(found, ledger));
    await decideAndLink(ledger, await linkerOf(ledger), made);
    const read = found.decided?.found ?? found.statement;
    await write(terminal.out, `${made.id}\t${printable(wordsOf(made, read))}\n`);
  });
}

function wordsOf(made: Decision, read: Statement): string {
  if (made.kind !== 'accept' && made.kind !== 'reject' && made.kind !== 'correct') return made.kind;
  const content = read.content.map(({ text }) => text).join(' … ');
  return [`${decidedBy(made)}: “${content}”`, ...correctionWords(made, read)].join('; ');
}

/** The decision that is meant: its id. */
export function decisionNamed(decisions: readonly Decision[], asked: string): Decision {
  const made = decisions.find(({ id }) => id === asked);
  if (made !== undefined) return made;
  throw new Fault(
    'no-decision',
    `expected the id of a decision, found "${asked}": onrecord decisions lists them`,
  );
}
