import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  brokenBy,
  type FailedInput,
  type Format,
  type Given,
  type Intake,
  type Mark,
  type Policy,
  type Refusal,
  refuse,
} from '../record/index.ts';
import type { Fetcher } from './fetch/index.ts';
import { fileRefusal } from './file/bytes.ts';
import { filesBelow, type Input } from './file/folder.ts';
import { readJsonl } from './file/jsonl.ts';
import { type FileKind, kindOf } from './file/kind.ts';
import { hasText } from './file/sidecar.ts';
import { readTextFile } from './file/text-file.ts';
import { unpackedFrom } from './packed/unpacked.ts';
import { readStdin } from './stdin.ts';

export { pageOfDraft } from './draft.ts';
export type { Fetcher, Rests } from './fetch/index.ts';
export { bytePlaces } from './file/byte-places.ts';
export { decode } from './file/decode.ts';
export type { Input } from './file/folder.ts';
export { textOfLine } from './file/jsonl.ts';
export { givenFields, NOTHING_GIVEN } from './given.ts';
export { type Incoming, pageOf } from './raw-page.ts';
export { snapshotOf } from './snapshot.ts';

/** The files behind the sources that a user names, in that order, so that a reader knows how many there are. */
export async function listInputs(sources: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const path of sources) for (const input of await behind(path)) inputs.push(input);
  return inputs;
}

/** How many pages some inputs give, where that can be told without reading them. */
export function countOf(inputs: readonly Input[]): number | null {
  const isOne = ({ kind, path }: Input) =>
    kind === 'failed' || (path !== '-' && !isAddress(path) && !HOLDS_MANY.has(kindOf(path)));
  return inputs.every(isOne) ? inputs.length : null;
}

const HOLDS_MANY: ReadonlySet<FileKind> = new Set(['jsonl', 'warc', 'wacz', 'feed', 'sidecar']);

/** What reading inputs takes from outside. */
export interface Sources {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The way to the web, opened when the first address is asked for. */
  readonly web: () => Promise<Fetcher>;
  /** What an earlier answer from an address gave, to ask only whether it has changed. */
  readonly policyOf?: (address: string) => Promise<Policy | null>;
  /** How far a file that holds many reports was done. */
  readonly markOf?: (file: { place: string; fingerprint: string }) => Promise<Mark | null>;
}

/**
 * Takes inputs. Gives what they hold in order: a page for a text or an address, many for a JSONL file, a web archive or a
 * feed, a failure where there is none.
 */
export async function* ingest(
  inputs: readonly Input[],
  given: Given,
  sources: Sources,
): AsyncGenerator<Intake> {
  const from = { ...sources, asked: new Set<string>() };
  for (const input of inputs) {
    if (input.kind === 'failed') yield input;
    else if (input.path === '-') yield* whole('-', readStdin(from.stdin, given));
    else if (isAddress(input.path)) yield* (await beyond()).fromWeb(input.path, given, from);
    else yield* pagesOf(input.path, given, from);
  }
}

const beyond = () => import('./beyond.ts');

const isAddress = (path: string) => /^https?:\/\//i.test(path);

async function* pagesOf(
  path: string,
  given: Given,
  from: Sources & { asked: Set<string> },
): AsyncGenerator<Intake> {
  const kind = kindOf(path);
  if (kind === 'feed') yield* (await beyond()).fromFeedFile(path, given, from);
  else if (kind === 'jsonl' || kind === 'warc') yield* manyOf({ path, kind, given }, from);
  // One that stands alone: what is beside a text was told before.
  else if (kind === 'sidecar') yield* manyOf({ path, kind: 'jsonl', given }, from);
  else if (kind === 'wacz') yield* whole(path, (await beyond()).readWacz({ path, given }));
  else yield* whole(path, textIn(path, kind === 'markdown' || kind === 'html' ? kind : 'text', given));
}

async function* textIn(path: string, format: Format, given: Given): AsyncGenerator<Intake> {
  yield await readTextFile(path, format, given);
}

/** A file of many reports, from where an earlier reading of it was broken off. */
async function* manyOf(
  { path, kind, given }: { path: string; kind: 'jsonl' | 'warc'; given: Given },
  { markOf = async () => null }: Sources,
): AsyncGenerator<Intake> {
  const place = pathToFileURL(resolve(path)).href;
  const found = await stat(path).catch((error) => fileRefusal(error, path));
  if ('code' in found) return yield failed(path, found);
  const file = { place, fingerprint: `${found.size} bytes of ${Math.round(found.mtimeMs)}` };
  const { at = 0, count = 0 } = (await markOf(file)) ?? {};
  const open = (start: number) => createReadStream(path, { start });
  if (kind === 'warc') {
    const { readWarc } = await beyond();
    const { size } = found;
    yield* whole(path, readWarc({ path, given, open, size, from: { at, count }, mark: file }));
  } else {
    const lines = unpackedFrom(open, at);
    yield* whole(path, readJsonl(lines, { path, place, given, mark: { ...file, at, count } }));
  }
}

/** What an input gives; what breaks while it is read is that input's failure, and what was read before it stays. */
async function* whole(path: string, pages: AsyncIterable<Intake>): AsyncGenerator<Intake> {
  try {
    yield* pages;
  } catch (error) {
    yield failed(path, whyNot(error, path));
  }
}

/** An error of the system is the file's; every other is this program's. */
function whyNot(error: unknown, path: string): Refusal {
  return error instanceof Error && 'syscall' in error ? fileRefusal(error, path) : brokenBy(error);
}

async function behind(path: string): Promise<Input[]> {
  if (path === '-') return [{ kind: 'input', path }];
  if (isAddress(path)) return [{ kind: 'input', path }];
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const files = await filesBelow(path);
      if (files.length > 0) return files;
      return [
        failed(
          path,
          refuse(
            'empty-folder',
            `expected .txt, .md, .html, .jsonl, .warc or .wacz files below ${path}, found none`,
          ),
        ),
      ];
    }
    const kind = kindOf(path);
    if (kind === 'sidecar' && (await hasText(path)))
      return [
        failed(
          path,
          refuse('unsupported', `expected a report, found a sidecar: name the text beside ${path}`),
        ),
      ];
    if (kind === 'unsupported')
      return [
        failed(
          path,
          refuse(
            'unsupported',
            `expected .txt, .md, .html, .jsonl, .warc, .wacz or a feed, found ${path}, which this version does not read`,
          ),
        ),
      ];
    return [{ kind: 'input', path }];
  } catch (error) {
    return [failed(path, whyNot(error, path))];
  }
}

function failed(path: string, refusal: Refusal): FailedInput {
  return { kind: 'failed', path, refusal };
}
