import type { ByteReader } from '../packed/byte-reader.ts';
import { type Head, readHead } from './head.ts';
import type { ArchiveRecord } from './records.ts';

/** What a server answered, as an archive keeps it. */
export interface Answer {
  readonly kind: 'answer' | 'revisit';
  /** Of HTTP; 200 for what is kept without the answer's head. */
  readonly status: number;
  /** Its media type in small letters, '' where none is told, and what follows that. */
  readonly type: string;
  readonly header: string;
  readonly fields: Head['fields'];
  readonly body: ByteReader;
}

/**
 * The answer that a record holds; null where it holds something else. A record that does not say of which type it is shows
 * that by how it begins.
 */
export async function answerIn({ fields, body }: ArchiveRecord): Promise<Answer | null> {
  const named = (fields.get('warc-type') ?? '').toLowerCase();
  if (named !== '' && !['response', 'resource', 'revisit'].includes(named)) return null;
  const isHttp = Buffer.from(await body.peek(5)).toString('latin1') === 'HTTP/';
  const kind = named === 'revisit' ? 'revisit' : 'answer';
  if (!isHttp) {
    const own = fields.get('content-type') ?? '';
    const header = /^application\/http\b/i.test(own) ? '' : own;
    return { kind, status: 200, type: typeIn(header), header, fields: new Map(), body };
  }
  const head = await readHead(body);
  const header = head.fields.get('content-type') ?? '';
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})\b/.exec(head.first)?.[1] ?? 0);
  return { kind, status, type: typeIn(header), header, fields: head.fields, body };
}

const typeIn = (header: string) => (header.split(';')[0] ?? '').trim().toLowerCase();
