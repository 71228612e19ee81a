import { NOTHING_GIVEN, pageOf } from '../../src/ingest/index.ts';
import { loadPageKit } from '../../src/load/page-kit.ts';
import { type PageReading, readHtml } from '../../src/read/html/index.ts';
import type { Given, RawPage, Refusal } from '../../src/record/index.ts';

const kit = await loadPageKit();

/** The page of some bytes, as if it had come from a file or an address. */
export function rawPage(
  bytes: Uint8Array | string,
  from: { address?: string; charset?: string; given?: Partial<Given> } = {},
): RawPage {
  const page = pageOf({
    path: 'page.html',
    place: 'file:///page.html',
    format: 'html',
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    given: { ...NOTHING_GIVEN, ...from.given },
    web:
      from.address === undefined
        ? null
        : { address: from.address, asked: from.address, policy: null, feed: null },
    charset: from.charset ?? null,
  });
  if (page.kind === 'failed') throw new Error(`expected a page, found ${page.refusal.message}`);
  return page;
}

export function readPage(page: RawPage): PageReading | Refusal {
  return readHtml(page, kit);
}

/** The reading of a page that holds a report. */
export function reading(...page: Parameters<typeof rawPage>): PageReading & { page: RawPage } {
  const raw = rawPage(...page);
  const read = readPage(raw);
  if ('code' in read) throw new Error(`expected a report, found ${read.code}: ${read.message}`);
  return { ...read, page: raw };
}
