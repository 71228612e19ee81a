import { NOTHING_GIVEN, snapshotOf } from '../src/ingest/index.ts';
import { readPlain } from '../src/read/plain/index.ts';
import type { Given, RawPage, Report } from '../src/record/index.ts';

/** A page with this text, as if it had come from a file. */
export function pageOf(
  text: string,
  given: Partial<Given> & { format?: RawPage['format']; path?: string } = {},
): RawPage {
  const { format = 'text', path = 'report.txt', ...fields } = given;
  const bytes = Buffer.from(text);
  const known = { ...NOTHING_GIVEN, ...fields };
  return {
    kind: 'page',
    path,
    lineage: known.url ?? `file:///${path}`,
    format,
    web: null,
    text,
    encoding: 'utf-8',
    bytes,
    snapshot: snapshotOf(bytes),
    given: known,
  };
}

/** The report of a text that is one. */
export function reportOf(text: string, given: Parameters<typeof pageOf>[1] = {}): Report {
  const report = readPlain(pageOf(text, given));
  if ('code' in report) throw new Error(`expected a report, found ${report.code}: ${report.message}`);
  return report;
}
