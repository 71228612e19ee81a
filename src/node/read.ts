import { Fault, type Refusal, type ReportRecord, refuse } from '../record/index.ts';
import { laneFor } from './kit.ts';
import { givenIn, type ReadOptions, readingIn, type Source, sourcesIn } from './options.ts';
import { openReading } from './outside.ts';
import { pagesOf } from './pages.ts';

/** What became of one report: its record, or why there is none. `path` is the file or address, `text` for a text. */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly path: string; readonly record: ReportRecord }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal };

/**
 * Reads one report: who said or did what, when, to whom, on whose word. Keeps nothing.
 *
 * Every span of the record has `start` and `end` in UTF-16 code units of `record.report.text`, so that
 * `text.slice(start, end)` is its `text`. Dates are EDTF, moments ISO 8601 in UTC, confidences from 0 to 1.
 *
 * What is no report (a page behind a login, a text that is not English, a path where nothing is) is expected, and no error:
 * a `Refusal` with a `code` of a closed list (docs/format/refusals.md) and a `message` comes in place of the record.
 *
 * ```ts
 * const record = await read({ text: '“It is not safe,” Mayor Mina Pell said.' });
 * if ('code' in record) console.log(record.message);
 * else for (const { content } of record.statements) console.log(content);
 * ```
 *
 * @throws Fault `bad-option` where source or options are not as their types say; `several-reports` where the source (a
 * folder, feed or archive) holds more than one report, for which there is `readAll`; `no-runtime`, `no-model` or
 * `damaged-model` where the tagger that was named cannot be had.
 */
export async function read(source: Source, options: ReadOptions = {}): Promise<ReportRecord | Refusal> {
  let first: ReadOutcome | null = null;
  for await (const outcome of readAll(source, options)) {
    if (first !== null)
      throw new Fault(
        'several-reports',
        `expected one report, found several in ${outcome.path}: readAll() gives them all`,
      );
    first = outcome;
  }
  if (first === null) return refuse('no-reports');
  return first.kind === 'read' ? first.record : first.refusal;
}

/**
 * Reads all reports of sources (files, folders, addresses, feeds, JSONL, web archives, texts) in their order, a few at a
 * time whatever their number. What breaks on one is its own refusal; the others go on. Throws as `read`, but for
 * `several-reports`.
 */
export async function* readAll(
  sources: Source | readonly Source[],
  options: ReadOptions = {},
): AsyncGenerator<ReadOutcome> {
  const [asked, own] = [sourcesIn(sources), readingIn(options)];
  const { readPages } = await import('../pipeline/index.ts');
  const { until } = await import('../stop.ts');
  const lane = await laneFor(own);
  const { sources: from, close } = await openReading(own);
  try {
    const pages = pagesOf(asked, { given: givenIn(own), sources: from });
    for await (const one of until(readPages(pages, lane), own.signal))
      yield one.kind === 'read'
        ? { kind: 'read', path: one.page.path, record: one.record }
        : { kind: 'refused', path: one.path, refusal: one.refusal };
  } finally {
    await close();
  }
}
