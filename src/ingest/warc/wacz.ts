import { createReadStream } from 'node:fs';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type FailedInput, type Given, type Intake, reasonOf, refuse } from '../../record/index.ts';
import { Damaged } from '../packed/gzip.ts';
import { firstPacked, type Open } from '../packed/members.ts';
import { without } from '../packed/unpacked.ts';
import { readWarc } from './read.ts';

/** Recorders write some ten files in a package, and a few hundred archives at most. */
const MOST_ENTRIES = 10_000;
const ARCHIVE = /\.warc(?:\.gz|\.zst)?$/i;

/** A web archive within a package, and its name there. */
interface Inner {
  readonly entry: Entry;
  readonly name: string;
}

/**
 * The pages of the web archives in a WACZ package (a zip), one archive after the other in the order of their names; nothing
 * of it is written anywhere. A package whose directory cannot be read is named, and what its archives hold in gzip is
 * looked for all the same.
 */
export async function* readWacz(source: { path: string; given: Given }): AsyncGenerator<Intake> {
  const { path, given } = source;
  const opened = await archivesIn(path);
  if (opened instanceof Damaged) {
    yield failed(path, opened.message);
    yield* salvaged(source);
    return;
  }
  const { zip, archives, count } = opened;
  try {
    if (archives.length === 0)
      yield {
        kind: 'failed',
        path,
        refusal: refuse('no-reports', `expected a web archive in the package, found none in ${count} files`),
      };
    for (const { entry, name } of archives) {
      const inner = `${path}/${name}`;
      const open: Open = (from) => bytesOf(zip, entry, from);
      try {
        yield* readWarc({ path: inner, given, open, size: entry.uncompressedSize, ...FROM_START });
      } catch (error) {
        if (!(error instanceof Damaged)) throw error;
        yield failed(inner, error.message);
      }
    }
  } finally {
    zip.close();
  }
}

const FROM_START = { from: { at: 0, count: 0 }, mark: null } as const;

const failed = (path: string, found: string): FailedInput => ({
  kind: 'failed',
  path,
  refusal: refuse('bad-archive', `expected a package of web archives, found ${found}`),
});

async function archivesIn(
  path: string,
): Promise<{ zip: ZipFile; archives: Inner[]; count: number } | Damaged> {
  let zip: ZipFile | null = null;
  try {
    // Names are not looked at: no file is made of any.
    zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
    const archives: Inner[] = [];
    let sent = 0;
    let count = 0;
    for await (const entry of zip.eachEntry()) {
      count++;
      if (count > MOST_ENTRIES) throw new Damaged(`more than ${MOST_ENTRIES} files`);
      const name = Buffer.from(entry.fileNameRaw).toString('utf8');
      if (!ARCHIVE.test(name)) continue;
      sent += entry.compressedSize;
      archives.push({ entry, name });
    }
    // Files that share their bytes are how a small zip unpacks to more than there is room for.
    if (sent > zip.fileSize) throw new Damaged('files that lie upon each other');
    archives.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { zip, archives, count };
  } catch (error) {
    zip?.close();
    return error instanceof Damaged ? error : new Damaged(`a zip that is broken: ${reasonOf(error)}`);
  }
}

async function* bytesOf(zip: ZipFile, entry: Entry, from: number): AsyncGenerator<Uint8Array> {
  try {
    yield* without(await zip.openReadStreamPromise(entry), from);
  } catch (error) {
    throw new Damaged(`a zip that is broken: ${reasonOf(error)}`);
  }
}

/** What is packed in gzip stands in a package as it is, so that it can be found without the directory. */
async function* salvaged({ path, given }: { path: string; given: Given }): AsyncGenerator<Intake> {
  const first = await firstPacked((from) => createReadStream(path, { start: from }));
  if (first === null) return;
  const open: Open = (from) => createReadStream(path, { start: first + from });
  yield* readWarc({ path, given, open, size: null, ...FROM_START });
}
