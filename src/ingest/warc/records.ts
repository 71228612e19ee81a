import { LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { HeadReader } from './head-reader.ts';

/** A record of a web archive. */
export interface ArchiveRecord {
  readonly record: WARCRecord;
  /** What the record holds; it ends where the record does. */
  readonly body: LimitReader;
  /** The byte at which it begins. */
  readonly at: number;
}

/** No line between two records is longer; what is longer is no record. */
const LONGEST_LINE = 4096;

/**
 * The records of a web archive, plain or packed record by record, one after the other. Whoever has read what it needs of
 * one asks to `finish` it before it takes the next.
 * @throws Error that says what was found where the next record, or the rest of this one, was expected.
 */
export async function* recordsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveRecord> {
  const reader = new HeadReader(bytes);
  const parser = new StrictParser(reader, { keepHeadersCase: false, parseHttp: false });
  const next = () => reader.within(() => parser.parse());
  for (let record = await next(); record !== null; record = await next()) {
    const body = record.reader;
    if (!(body instanceof LimitReader) || !/^\d+$/.test(record.warcHeader('Content-Length') ?? ''))
      throw new Error('a record that does not say how long it is');
    yield { record, body, at: parser.offset };
  }
}

/** Reads the rest of a record, so that the next can be read. */
export async function finish({ body }: ArchiveRecord): Promise<void> {
  const source = body.sourceIter;
  const wasPacked = source.compressed !== null;
  for await (const _ of body);
  if (wasPacked && source.compressed === null) throw new Error('gzip that is damaged');
  if (body.limit > 0) throw new Error('the end of the file within a record');
}

/** Goes on from one record to the next, over blank lines and nothing else: what the library passes over with a warning is an error. */
class StrictParser extends WARCParser {
  override async readToNextRecord(): Promise<Uint8Array> {
    const reader = this._reader;
    const isFirst = this._record === null;
    const wasPacked = reader.compressed !== null;
    // Of a packed record it is known where the one before ended; nothing behind that is unpacked yet.
    const packedAt = reader.getRawOffset();
    let line = await reader.readlineRaw(LONGEST_LINE);
    while (line?.every((byte) => byte <= 0x20)) line = await reader.readlineRaw(LONGEST_LINE);
    const isPacked = reader.compressed !== null;
    this._offset = isPacked ? packedAt : reader.getRawOffset() - (line?.length ?? 0);
    if (wasPacked && !isPacked && !isFirst) throw new Error('bytes that are no gzip');
    if (line !== null && !Buffer.from(line).toString('latin1').startsWith('WARC/'))
      throw new Error('something that does not begin like one');
    if (line === null && isPacked && reader.inflator?.ended === false && reader.getRawLength(0) > 0)
      throw new Error('the end of the file within a record');
    return line ?? new Uint8Array();
  }
}
