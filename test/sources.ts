import type { Sources } from '../src/ingest/index.ts';

/** What reading takes from outside, where nothing is to be fetched. */
export function offline(stdin: AsyncIterable<Uint8Array>): Sources {
  return {
    stdin,
    web: () => {
      throw new Error('expected nothing to be fetched');
    },
  };
}
