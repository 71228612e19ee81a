/** Serves a ledger in a process of its own, and tells where. */
import { NOTHING_FOUND } from '../../src/check/index.ts';
import { openReaders } from '../../src/ledger/index.ts';
import { serve } from '../../src/serve/index.ts';

const ledger = openReaders(process.argv[2] ?? '');
const { url } = await serve({
  ledger,
  port: 0,
  check: async () => NOTHING_FOUND,
  bytePlaces: () => new Uint32Array(),
});
process.send?.(url);
