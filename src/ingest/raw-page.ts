import type { FailedInput, Format, Given, RawPage, WebPlace } from '../record/index.ts';
import { decode } from './file/decode.ts';
import { decodePage } from './file/decode-page.ts';
import { snapshotOf } from './snapshot.ts';

/** Some bytes on their way in. */
export interface Incoming {
  readonly path: string;
  /** Names where they came from, so that a later text from there is a later version. */
  readonly place: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly given: Given;
  /** Where a page of the web came from, and the encoding that its header names. */
  readonly web?: WebPlace | null;
  readonly charset?: string | null;
}

/** The page of some bytes, decoded as its format is. */
export function pageOf(incoming: Incoming): RawPage | FailedInput {
  const { path, place, format, bytes, given, web = null, charset = null } = incoming;
  const decoded = format === 'html' ? decodePage(bytes, charset) : decode(bytes);
  if (!('text' in decoded)) return { kind: 'failed', path, refusal: decoded };
  const { text, encoding } = decoded;
  const lineage = given.url ?? place;
  return {
    kind: 'page',
    path,
    lineage,
    format,
    web,
    text,
    encoding,
    bytes,
    snapshot: snapshotOf(bytes),
    given,
  };
}
