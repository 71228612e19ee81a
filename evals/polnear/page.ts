import { NOTHING_GIVEN, snapshotOf } from '../../src/ingest/index.ts';
import type { RawPage } from '../../src/record/index.ts';

/** An article of a set as the page that `read` would get from its file. */
export function pageOf(name: string, text: string): RawPage {
  const bytes = Buffer.from(text);
  return {
    kind: 'page',
    path: name,
    lineage: name,
    format: 'text',
    text,
    bytes,
    snapshot: snapshotOf(bytes),
    given: NOTHING_GIVEN,
  };
}
