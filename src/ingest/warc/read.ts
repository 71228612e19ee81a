import { AsyncIterReader, StatusAndHeadersParser } from 'warcio';
import {
  brokenBy,
  type FailedInput,
  type Given,
  type Mark,
  type RawPage,
  refuse,
} from '../../record/index.ts';
import { MOST_SENT } from '../fetch/body.ts';
import { type Incoming, pageOf } from '../raw-page.ts';
import { HeadReader } from './head-reader.ts';
import { type ArchiveRecord, finish, recordsOf } from './records.ts';

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
 * broken is named, and ends the reading; one that is too large is not kept. Each says where it begins, so that reading
 * can go on there. An archive without a page says so.
 */
export async function* readWarc(source: WarcSource): AsyncGenerator<RawPage | FailedInput> {
  const { path, from } = source;
  const failed = (name: string, refusal: FailedInput['refusal']): FailedInput => ({
    kind: 'failed',
    path: name,
    refusal,
  });
  let { count } = from;
  let pages = 0;
  try {
    for await (const entry of recordsOf(source.open(from.at))) {
      // Where this record begins: whoever goes on there reads it once more, and nothing before it.
      const mark = { ...source.mark, at: from.at + entry.at, count };
      count++;
      const made = await pageIn(entry, source, count);
      await finish(entry);
      if (made === null) continue;
      pages++;
      yield { ...made, mark };
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const said = `expected the next record of a WARC file, found: ${why}`;
    return yield failed(`${path}#${count + 1}`, refuse('bad-archive', said));
  }
  if (count === 0) yield failed(path, refuse('bad-archive', 'expected a WARC file, found no record in it'));
  else if (pages === 0)
    yield failed(path, refuse('no-reports', `expected a page, found none in ${count} records`));
}

async function pageIn(
  { record, body }: ArchiveRecord,
  { path, given }: WarcSource,
  count: number,
): Promise<RawPage | FailedInput | null> {
  const uri = record.warcTargetURI?.replace(/^<|>$/g, '') ?? null;
  if (record.warcType !== 'response' && record.warcType !== 'resource') return null;
  const address = uri === null ? null : URL.parse(uri);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  const { status, header, content } =
    record.warcType === 'response'
      ? await answerIn(body)
      : { status: 200, header: record.warcContentType ?? '', content: body };
  const type = header.split(';')[0]?.trim().toLowerCase() ?? '';
  if (status !== 200 || !PAGE.test(type)) return null;
  const name = `${path}#${uri}`;
  const bytes = await payload(content);
  if (bytes === null)
    return {
      kind: 'failed',
      path: name,
      refusal: refuse('too-long', `record ${count}: expected at most ${MOST_SENT} bytes`),
    };
  address.hash = '';
  return made({
    path: name,
    place: address.href,
    format: type === 'text/plain' ? 'text' : 'html',
    bytes,
    given,
    charset: /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1] ?? null,
    web: { address: address.href, asked: address.href, policy: null, feed: null },
  });
}

function made(incoming: Incoming): RawPage | FailedInput {
  try {
    return pageOf(incoming);
  } catch (error) {
    return { kind: 'failed', path: incoming.path, refusal: brokenBy(error) };
  }
}

/** The answer of a server as a record holds it, its content out of its chunks and its compression. */
async function answerIn(body: AsyncIterable<Uint8Array>) {
  const reader = new HeadReader(body, null);
  const parser = new StatusAndHeadersParser();
  const head = await reader.within(() => parser.parse(reader, { headersClass: Headers }));
  const header = (name: string) => head?.headers.get(name) ?? null;
  const transfer = header('transfer-encoding');
  const isChunked = transfer === 'chunked';
  const packed = header('content-encoding') ?? (isChunked ? null : transfer);
  return {
    status: Number(head?.statusCode ?? 0),
    header: header('content-type') ?? '',
    content: new AsyncIterReader(reader, packed, isChunked),
  };
}

/** The bytes of some content; null where it is more than is taken. */
async function payload(content: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    length += chunk.length;
    if (length > MOST_SENT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
