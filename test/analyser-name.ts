import { createHash } from 'node:crypto';
import { ingest, listInputs, NOTHING_GIVEN } from '../src/ingest/index.ts';
import { oneLane } from '../src/lanes/index.ts';
import { loadKit } from '../src/load/index.ts';
import { readPages } from '../src/pipeline/index.ts';
import { EXAMPLE_REPORTS, nothing } from './examples.ts';
import { PAGES } from './pages/index.ts';
import { rawPage } from './pages/read.ts';
import { offline } from './sources.ts';

/** Where it stands which records the analyser of which name gives. */
export const KNOWN = new URL('analyser-name.json', import.meta.url);

export interface NamedRecords {
  readonly analyser: string;
  /** The SHA-256 of the records of all example reports and pages. */
  readonly records: string;
}

/** What the analyser of today is called, and what it gives. */
export async function namedRecords(): Promise<NamedRecords> {
  const lanes = oneLane(await loadKit({ tagger: 'linear' }));
  const hash = createHash('sha256');
  const examples = ingest(await listInputs([EXAMPLE_REPORTS]), NOTHING_GIVEN, offline(nothing()));
  for (const pages of [examples, ownPages()])
    for await (const read of readPages(pages, lanes)) {
      if (read.kind === 'failed') throw new Error(`${read.path}: ${read.refusal.message}`);
      const { report, ...derived } = read.record;
      hash.update(JSON.stringify({ id: report.id, ...derived }));
    }
  return { analyser: lanes.analyser, records: hash.digest('hex') };
}

/** The made-up pages that hold a report. */
async function* ownPages() {
  for (const { html } of PAGES) yield rawPage(html);
}
