import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FailedInput, type Given, type RawPage, type Refusal, refuse } from '../record/index.ts';
import { fileRefusal } from './file/bytes.ts';
import { filesBelow } from './file/folder.ts';
import { readJsonl } from './file/jsonl.ts';
import { kindOf } from './file/kind.ts';
import { readTextFile } from './file/text-file.ts';
import { readStdin } from './stdin.ts';

export { pageOfDraft } from './draft.ts';
export { bytePlaces } from './file/byte-places.ts';
export { decode } from './file/decode.ts';
export { textOfLine } from './file/jsonl.ts';
export { NOTHING_GIVEN } from './given.ts';
export { type Incoming, pageOf } from './raw-page.ts';
export { snapshotOf } from './snapshot.ts';

/** A file to read, or the reason why a source gives none. A folder's files are named before the first is opened. */
export type Input = { readonly kind: 'input'; readonly path: string } | FailedInput;

/** The files behind the sources that a user names, in that order, so that a reader knows how many there are. */
export async function listInputs(sources: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const path of sources) for (const input of await behind(path)) inputs.push(input);
  return inputs;
}

/** Takes inputs. Gives their pages in order: a page for a text, many for a JSONL file, a failure where there is none. */
export async function* ingest(
  inputs: readonly Input[],
  given: Given,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<RawPage | FailedInput> {
  for (const input of inputs) {
    if (input.kind === 'failed') yield input;
    else if (input.path === '-') yield* readStdin(stdin, given);
    else yield* pagesOf(input.path, given);
  }
}

async function* pagesOf(path: string, given: Given): AsyncGenerator<RawPage | FailedInput> {
  const kind = kindOf(path);
  if (kind !== 'jsonl') {
    yield await readTextFile(path, kind === 'markdown' || kind === 'html' ? kind : 'text', given);
    return;
  }
  try {
    yield* readJsonl(createReadStream(path), { path, place: pathToFileURL(resolve(path)).href, given });
  } catch (error) {
    yield failed(path, fileRefusal(error, path));
  }
}

async function behind(path: string): Promise<Input[]> {
  if (path === '-') return [{ kind: 'input', path }];
  if (/^https?:\/\//i.test(path))
    return [
      failed(
        path,
        refuse(
          'unsupported',
          `expected a file, a folder or -, found a URL: this version does not fetch pages`,
        ),
      ),
    ];
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const files = await filesBelow(path);
      if (files.length > 0) return files.map((file) => ({ kind: 'input', path: file }));
      return [
        failed(path, refuse('empty-folder', `expected .txt, .md or .jsonl files below ${path}, found none`)),
      ];
    }
    const kind = kindOf(path);
    if (kind === 'sidecar')
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
            `expected .txt, .md or .jsonl, found ${path}, which this version does not read`,
          ),
        ),
      ];
    return [{ kind: 'input', path }];
  } catch (error) {
    return [failed(path, fileRefusal(error, path))];
  }
}

function failed(path: string, refusal: Refusal): FailedInput {
  return { kind: 'failed', path, refusal };
}
