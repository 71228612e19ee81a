import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FailedInput } from '../../record/index.ts';
import { fileRefusal } from './bytes.ts';
import { isReadable, kindOf } from './kind.ts';

/** A file to read, or the reason why a source gives none. A folder's files are named before the first is opened. */
export type Input = { readonly kind: 'input'; readonly path: string } | FailedInput;

/**
 * The files below a folder that can be read as reports, in the order of their names (by code unit, so that it is the
 * same on every machine). Hidden files are passed over; links to files are followed, links to folders are not. A folder
 * that cannot be read fails in its place.
 */
export async function filesBelow(folder: string): Promise<Input[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => fileRefusal(error, folder));
  if ('code' in entries) return [{ kind: 'failed', path: folder, refusal: entries }];
  const files: Input[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) for (const file of await filesBelow(path)) files.push(file);
    else if (
      isReadable(kindOf(path)) &&
      (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path))))
    )
      files.push({ kind: 'input', path });
  }
  return files;
}

async function leadsToFile(link: string): Promise<boolean> {
  return await stat(link)
    .then((found) => found.isFile())
    .catch(() => true);
}
