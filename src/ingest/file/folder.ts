import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isReadable, kindOf } from './kind.ts';

/**
 * The files below a folder that can be read as reports, in the order of their names (by code unit, so that it is the
 * same on every machine). Hidden files are passed over; links to files are followed, links to folders are not.
 */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) for (const file of await filesBelow(path)) files.push(file);
    else if (
      isReadable(kindOf(path)) &&
      (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path))))
    )
      files.push(path);
  }
  return files;
}

async function leadsToFile(link: string): Promise<boolean> {
  return await stat(link)
    .then((found) => found.isFile())
    .catch(() => true);
}
