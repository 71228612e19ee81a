import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FailedInput, Format, Given, RawPage } from '../../record/index.ts';
import { MOST_SENT } from '../fetch/body.ts';
import { pageOf } from '../raw-page.ts';
import { MOST_BYTES, readBytes } from './bytes.ts';
import { withSidecar } from './sidecar.ts';

/** The page of one text file, with what its sidecar gives. */
export async function readTextFile(
  path: string,
  format: Format,
  given: Given,
): Promise<RawPage | FailedInput> {
  const bytes = await readBytes(path, format === 'html' ? MOST_SENT : MOST_BYTES);
  if (!(bytes instanceof Uint8Array)) return { kind: 'failed', path, refusal: bytes };
  const fields = await withSidecar(path, given);
  if ('code' in fields) return { kind: 'failed', path, refusal: fields };
  return pageOf({ path, format, bytes, given: fields, place: pathToFileURL(resolve(path)).href });
}
