import { WARCParser, type WARCRecord } from 'warcio';
import { type FailedInput, type Given, type Mark, type RawPage, refuse } from '../../record/index.ts';
import { MOST_SENT } from '../fetch/body.ts';
import { pageOf } from '../raw-page.ts';
import { HeadReader } from './head-reader.ts';

/** What a WARC file is read with. */
export interface WarcSource {
  readonly path: string;
  readonly given: Given;
  /** The bytes from an offset on, at which a record begins. */
  open(from: number): AsyncIterable<Uint8Array>;
  /** Where to begin, and how many records were before. */
  readonly from: { readonly at: number; readonly count: number };
  readonly mark: Omit<Mark, 'at' | 'count'>;
}

/** Records of pages; all others (requests, pictures, metadata) are passed over without a word. */
const PAGE = /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/;

/**
 * The pages of a web archive, plain or packed record by record, one after the other with memory for one. A record that is
 * broken is named and passed; one that is too large is not kept. Each says where it begins, so that reading can go on
 * there.
 */
export async function* readWarc(source: WarcSource): AsyncGenerator<RawPage | FailedInput> {
  const { path, from } = source;
  let { count } = from;
  const reader = new HeadReader(source.open(from.at));
  const parser = new WARCParser(reader, { keepHeadersCase: false, parseHttp: true });
  try {
    const next = () => reader.within(() => parser.parse());
    for (let record = await next(); record !== null; record = await next()) {
      // Where this record begins: whoever goes on there reads it once more, and nothing before it.
      const mark = { ...source.mark, at: from.at + parser.offset, count };
      count++;
      const made = await pageIn(record, source, count);
      await record.skipFully();
      if (made !== null) yield { ...made, mark };
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield {
      kind: 'failed',
      path: `${path}#${count + 1}`,
      refusal: refuse('bad-archive', `expected the next record of a WARC file, found: ${why}`),
    };
  }
}

async function pageIn(
  record: WARCRecord,
  { path, given }: WarcSource,
  count: number,
): Promise<RawPage | FailedInput | null> {
  const uri = record.warcTargetURI?.replace(/^<|>$/g, '') ?? null;
  if (record.warcType !== 'response' && record.warcType !== 'resource') return null;
  const address = uri === null ? null : URL.parse(uri);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  const status = record.warcType === 'response' ? Number(record.getResponseInfo()?.status ?? 0) : 200;
  const header = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
  const type = header.split(';')[0]?.trim().toLowerCase() ?? '';
  if (status !== 200 || !PAGE.test(type)) return null;
  const name = `${path}#${uri}`;
  const bytes = await payload(record);
  if (bytes === null)
    return {
      kind: 'failed',
      path: name,
      refusal: refuse('too-long', `record ${count}: expected at most ${MOST_SENT} bytes`),
    };
  address.hash = '';
  return pageOf({
    path: name,
    place: address.href,
    format: type === 'text/plain' ? 'text' : 'html',
    bytes,
    given,
    charset: /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1] ?? null,
    web: { address: address.href, asked: address.href, policy: null, feed: null },
  });
}

/** The content of a record, out of its chunks and its compression; null where it is more than is taken. */
async function payload(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.length;
    if (length > MOST_SENT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
