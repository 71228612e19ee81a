import { InvalidArgumentError, Option } from 'commander';
import type { Fetcher, Rests, Sources } from '../ingest/index.ts';
import type { Terminal } from './terminal.ts';

/** What commands that may fetch pages are told about the web. */
export interface WebOptions {
  readonly allowPrivate?: true;
  readonly delay?: number;
}

export const webOptions = (): Option[] => [
  new Option('--allow-private', 'also fetch from addresses of this machine and its own network'),
  new Option(
    '--delay <seconds>',
    'between two pages of one host, unless it asks for more (default: 1)',
  ).argParser((text) => {
    const seconds = Number(text);
    if (text.trim() !== '' && seconds >= 0 && seconds <= 3600) return seconds;
    throw new InvalidArgumentError('expected a number of seconds from 0 to 3600.');
  }),
];

/** The way to the web as the options have it; hosts that want not to be asked are kept in `rests`. */
export async function fetcherBy(
  { allowPrivate, delay }: WebOptions,
  { now, rests }: { now: () => Date; rests?: Rests | undefined },
): Promise<Fetcher> {
  const { openFetcher } = await import('../ingest/beyond.ts');
  const options = { allowPrivate: allowPrivate === true, now, ...(rests && { rests }) };
  return openFetcher(delay === undefined ? options : { ...options, delay: delay * 1000 });
}

/** Hands what reading takes from outside to some work; the way to the web is opened when it is needed, and closed. */
export async function withSources(
  { stdin, now, rests }: Pick<Terminal, 'stdin' | 'now'> & { rests?: Rests },
  options: WebOptions,
  use: (sources: Sources) => Promise<void>,
): Promise<void> {
  let fetcher: Promise<Fetcher> | undefined;
  const web = () => {
    fetcher ??= fetcherBy(options, { now, rests });
    return fetcher;
  };
  try {
    await use({ stdin, web });
  } finally {
    await (await fetcher)?.close();
  }
}
