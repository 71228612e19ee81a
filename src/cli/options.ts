import { type Command, InvalidArgumentError, Option } from 'commander';
import { TAGGERS, type TaggerName } from '../load/taggers.ts';
import type { Given } from '../record/index.ts';
import { publicationDate } from '../record/index.ts';
import { type WebOptions, webOptions } from './sources.ts';
import type { Terminal } from './terminal.ts';

/** Options that several commands have. */

export const json = (what: string) => new Option('--json', what);

export function ledgerFile({ env }: Terminal): Option {
  return new Option('--ledger <file>', 'the ledger; ONRECORD_LEDGER names another default')
    .default(env.ONRECORD_LEDGER || 'onrecord.ledger')
    .argParser(fileName);
}

export function fileName(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('expected the name of a file.');
}

/** Of every command. */
export const debug = () => new Option('--debug', 'where Onrecord itself breaks, print the stack too');

const published = () =>
  new Option('--published <date>', 'when the reports were published, such as 2026-02-02').argParser(
    (text) => {
      if (publicationDate.safeParse(text).success) return text;
      throw new InvalidArgumentError(
        'expected a date such as 2026-02-02, 2026-02 or 2026-02-02T14:30:00+02:00.',
      );
    },
  );

const outlet = () =>
  new Option('--outlet <name>', 'who published the reports').argParser((text) => {
    if (text.trim() !== '') return text.trim();
    throw new InvalidArgumentError('expected the name of an outlet.');
  });

export interface GivenOptions {
  readonly published?: string;
  readonly outlet?: string;
}

export function givenBy(options: GivenOptions): Given {
  return { url: null, outlet: options.outlet ?? null, published: options.published ?? null, headline: null };
}

/** What commands that read sources are told about them. */
export const givenOptions = (): Option[] => [published(), outlet()];

export const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('expected a whole number, 0 or more.');
};

const LAST_PORT = 65_535;

export const portNumber = (text: string): number => {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number <= LAST_PORT) return number;
  throw new InvalidArgumentError(`expected a port from 0 to ${LAST_PORT}.`);
};

const minConfidence = () =>
  new Option('--min-confidence <share>', 'leave out statements that are less sure, from 0 to 1').argParser(
    (text) => {
      const share = Number(text);
      if (text.trim() !== '' && share >= 0 && share <= 1) return share;
      throw new InvalidArgumentError('expected a number from 0 to 1.');
    },
  );

export const tagger = () =>
  new Option(
    '--tagger <name>',
    'what reads the text; ONRECORD_TAGGER names another default (default: the encoder, where it can be had)',
  ).choices(TAGGERS);

export const jobs = () =>
  new Option(
    '--jobs <number>',
    'threads that analyse; the output is the same (default: one a core)',
  ).argParser((text) => {
    const number = wholeNumber(text);
    if (number >= 1 && number <= MOST_JOBS) return number;
    throw new InvalidArgumentError(`expected a number from 1 to ${MOST_JOBS}.`);
  });

/** A table of a user's own actors, which counts before what Onrecord knows. */
export const actorsFile = () =>
  new Option('--actors <file>', 'your own actors with their codes, as docs/format/actors.md says');

/** Each thread has the model in its own memory. */
const MOST_JOBS = 64;

/** What every command that reads sources is told about them, and how it is to find statements. */
export function addReadingOptions(command: Command): Command {
  return [...webOptions(), ...givenOptions(), minConfidence(), tagger(), actorsFile(), jobs()].reduce(
    (made, option) => made.addOption(option),
    command,
  );
}

export interface ReadingOptions extends GivenOptions, WebOptions {
  readonly debug?: true;
  readonly minConfidence?: number;
  readonly tagger?: TaggerName;
  readonly actors?: string;
  readonly jobs?: number;
}
