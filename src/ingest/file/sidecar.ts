import { stat } from 'node:fs/promises';
import { type Given, type Refusal, refuse } from '../../record/index.ts';
import { firstIssue, givenFields, nearest } from '../given.ts';
import { readBytes } from './bytes.ts';
import { decode } from './decode.ts';

/** `NAME.json` beside `NAME.txt`. */
export function sidecarPath(path: string): string {
  return path.replace(/\.[^./\\]*$/, '').concat('.json');
}

const TEXTS = ['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml'];

/** Whether a text stands beside a file `NAME.json`, which so is its sidecar. */
export async function hasText(path: string): Promise<boolean> {
  const name = path.replace(/\.json$/i, '');
  const found = await Promise.all(TEXTS.map((ending) => stat(name + ending).catch(() => null)));
  return found.some((one) => one?.isFile() === true);
}

/** What the sidecar of a text gives, over what is given for all; a sidecar that is there and cannot be read is a refusal. */
export async function withSidecar(path: string, given: Given): Promise<Given | Refusal> {
  const sidecar = sidecarPath(path);
  const there = await stat(sidecar)
    .then((found) => found.isFile())
    .catch(() => false);
  if (sidecar === path || !there) return given;
  const bytes = await readBytes(sidecar);
  const decoded = bytes instanceof Uint8Array ? decode(bytes) : bytes;
  if (!('text' in decoded)) return refuse('bad-sidecar', `${sidecar}: ${decoded.message}`);
  try {
    const fields = givenFields.safeParse(JSON.parse(decoded.text));
    return fields.success
      ? nearest(fields.data, given)
      : refuse('bad-sidecar', `${sidecar}: ${firstIssue(fields.error)}`);
  } catch {
    return refuse('bad-sidecar', `${sidecar}: expected a JSON object, found something else`);
  }
}
