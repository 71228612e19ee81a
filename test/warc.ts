import { WARCRecord, WARCSerializer } from 'warcio';

/** A page as a web archive keeps it. */
export interface Archived {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** When it was fetched. */
  readonly date?: string;
  /** Whether it is told as seen again, without its body: when it was fetched first. */
  readonly as?: string;
}

/** The bytes of a web archive with these answers, each behind its request, plain or packed record by record. */
export async function warcOf(pages: readonly Archived[], gzip = false): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (const {
    url,
    body,
    type = 'text/html; charset=utf-8',
    status = '200 OK',
    headers = {},
    ...when
  } of pages) {
    const { date = '2034-02-02T10:00:00Z', as } = when;
    const request = WARCRecord.create(
      { url, date, type: 'request', httpHeaders: { Accept: '*/*' }, statusline: 'GET / HTTP/1.1' },
      once(new Uint8Array()),
    );
    const response = WARCRecord.create(
      {
        url,
        date,
        ...(as === undefined
          ? { type: 'response' }
          : { type: 'revisit', refersToUrl: url, refersToDate: as }),
        httpHeaders: { 'Content-Type': type, ...headers },
        statusline: `HTTP/1.1 ${status}`,
      },
      once(typeof body === 'string' ? Buffer.from(body) : body),
    );
    for (const record of [request, response]) parts.push(await WARCSerializer.serialize(record, { gzip }));
  }
  return Buffer.concat(parts);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
