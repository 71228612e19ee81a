import type { Fetcher, Rests } from './fetch/index.ts';
import type { Sources } from './index.ts';

/** What whoever may fetch pages is told about the web. */
export interface WebOptions {
  /** Also fetch from addresses of this machine and its own network. */
  readonly allowPrivate?: true;
  /** Seconds between two pages of one host, unless it asks for more; 1 where none are given. */
  readonly delay?: number;
}

/** What reading takes from the machine. */
export interface Outside extends Pick<Sources, 'stdin'> {
  readonly now: () => Date;
  readonly rests?: Rests;
}

/** The way to the web as the options have it; hosts that want not to be asked are kept in `rests`. */
export async function fetcherBy(
  { allowPrivate, delay }: WebOptions,
  { now, rests }: { now: () => Date; rests?: Rests | undefined },
): Promise<Fetcher> {
  const { openFetcher } = await import('./beyond.ts');
  const options = { allowPrivate: allowPrivate === true, now, ...(rests && { rests }) };
  return openFetcher(delay === undefined ? options : { ...options, delay: delay * 1000 });
}

/** What reading takes from outside, and its end: the way to the web is opened when it is needed. */
export function openOutside(
  { stdin, now, rests }: Outside,
  options: WebOptions,
): { readonly sources: Sources; close(): Promise<void> } {
  let fetcher: Promise<Fetcher> | undefined;
  const web = () => {
    fetcher ??= fetcherBy(options, { now, rests });
    return fetcher;
  };
  return { sources: { stdin, web }, close: async () => await (await fetcher)?.close() };
}

/** Hands what reading takes from outside to some work, and closes it behind that. */
export async function withSources(
  outside: Outside,
  options: WebOptions,
  use: (sources: Sources) => Promise<void>,
): Promise<void> {
  const { sources, close } = openOutside(outside, options);
  try {
    await use(sources);
  } finally {
    await close();
  }
}
