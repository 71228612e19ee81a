import { Option } from 'commander';
import { type Fetcher, openFetcher, type Sources } from '../ingest/index.ts';
import type { Terminal } from './terminal.ts';

/** What commands that may fetch pages are told about the web. */
export interface WebOptions {
  readonly allowPrivate?: true;
}

export const webOptions = (): Option[] => [
  new Option('--allow-private', 'also fetch from addresses of this machine and its own network'),
];

/** Hands what reading takes from outside to some work; the way to the web is opened when it is needed, and closed. */
export async function withSources(
  { stdin, now }: Pick<Terminal, 'stdin' | 'now'>,
  { allowPrivate }: WebOptions,
  use: (sources: Sources) => Promise<void>,
): Promise<void> {
  let fetcher: Fetcher | undefined;
  const web = () => {
    fetcher ??= openFetcher({ allowPrivate: allowPrivate === true, now });
    return fetcher;
  };
  try {
    await use({ stdin, web });
  } finally {
    await fetcher?.close();
  }
}
