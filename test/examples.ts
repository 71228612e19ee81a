import { fileURLToPath } from 'node:url';
import { ingest, listInputs, NOTHING_GIVEN } from '../src/ingest/index.ts';
import { oneLane } from '../src/lanes/index.ts';
import { type Ledger, openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { addPages, checkDraft } from '../src/pipeline.ts';
import type { CheckDraft } from '../src/serve/index.ts';
import { offline } from './sources.ts';

export const EXAMPLE_REPORTS = fileURLToPath(new URL('../examples/reports', import.meta.url));

/** No input on standard input. */
export async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A ledger in memory with the example reports, as if they had been read at the same moment. */
export async function exampleLedger(): Promise<Ledger> {
  const ledger = openSqlite(':memory:');
  const kit = await loadKit();
  const pages = ingest(await listInputs([EXAMPLE_REPORTS]), NOTHING_GIVEN, offline(nothing()));
  for await (const adding of addPages(pages, {
    lanes: oneLane(kit),
    ledger,
    now: () => new Date('2034-06-02T08:00:00Z'),
  }))
    if (adding.kind === 'failed') throw new Error(`${adding.path}: ${adding.refusal.message}`);
  return ledger;
}

/** The check of drafts that `serve` hands its pages. */
export function exampleCheck(ledger: Ledger): CheckDraft {
  const lanes = loadKit().then(oneLane);
  return async (draft) => await checkDraft(draft, { lanes: await lanes, ledger });
}
