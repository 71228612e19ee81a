import type { Rests } from '../ingest/index.ts';
import type { FetchOptions } from './options.ts';

/** What reading takes from outside, opened as the options have it; hosts that want to be left alone are kept in `rests`. */
export async function openReading({ allowPrivate, delay }: FetchOptions, rests?: Rests) {
  const { openOutside } = await import('../ingest/outside.ts');
  return openOutside(
    { stdin: process.stdin, now: () => new Date(), ...(rests && { rests }) },
    { ...(allowPrivate && { allowPrivate }), ...(delay !== undefined && { delay }) },
  );
}
