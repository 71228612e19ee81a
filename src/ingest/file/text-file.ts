import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FailedInput, Format, Given, RawPage } from '../../record/index.ts';
import { snapshotOf } from '../snapshot.ts';
import { readBytes } from './bytes.ts';
import { decode } from './decode.ts';
import { withSidecar } from './sidecar.ts';

/** The page of one text file, with what its sidecar gives. */
export async function readTextFile(
  path: string,
  format: Format,
  given: Given,
): Promise<RawPage | FailedInput> {
  const bytes = await readBytes(path);
  if (!(bytes instanceof Uint8Array)) return { kind: 'failed', path, refusal: bytes };
  const fields = await withSidecar(path, given);
  if ('code' in fields) return { kind: 'failed', path, refusal: fields };
  return pageOf({ path, format, bytes, given: fields, place: pathToFileURL(resolve(path)).href });
}

/** The page of some bytes; `place` names where they came from, so that a later text from there is a later version. */
export function pageOf(from: {
  path: string;
  place: string;
  format: Format;
  bytes: Uint8Array;
  given: Given;
}): RawPage | FailedInput {
  const { path, place, format, bytes, given } = from;
  const decoded = decode(bytes);
  if (!('text' in decoded)) return { kind: 'failed', path, refusal: decoded };
  const lineage = given.url ?? place;
  return {
    kind: 'page',
    path,
    lineage,
    format,
    text: decoded.text,
    bytes,
    snapshot: snapshotOf(bytes),
    given,
  };
}
