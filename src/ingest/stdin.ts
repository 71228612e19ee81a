import type { FailedInput, Given, RawPage } from '../record/index.ts';
import { refuse } from '../record/index.ts';
import { MOST_BYTES } from './file/bytes.ts';
import { readJsonl } from './file/jsonl.ts';
import { pageOf } from './raw-page.ts';

const PATH = '-';

/** Standard input: JSONL when it begins with an object that names its text, a page when it begins with the marks of one, else one plain text. */
export async function* readStdin(
  stream: AsyncIterable<Uint8Array>,
  given: Given,
): AsyncGenerator<RawPage | FailedInput> {
  const source = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    head.push(next.value);
    length += next.value.length;
    if (looksLikeJsonl(head)) {
      yield* readJsonl(goOn(head, source), { path: PATH, place: 'stdin:', given });
      return;
    }
    if (length > MOST_BYTES) {
      yield {
        kind: 'failed',
        path: PATH,
        refusal: refuse('too-long', `expected at most ${MOST_BYTES} bytes, found more`),
      };
      return;
    }
  }
  const bytes = Buffer.concat(head, length);
  const format = looksLikeHtml(bytes) ? 'html' : 'text';
  const page = pageOf({ path: PATH, format, bytes, given, place: '' });
  // Two texts from standard input have nothing in common: each is a line of its own.
  yield page.kind === 'page' && page.lineage === '' ? { ...page, lineage: `stdin:${page.snapshot}` } : page;
}

function looksLikeJsonl(head: readonly Uint8Array[]): boolean {
  const start = Buffer.concat(head.slice(0, 4)).subarray(0, 400).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(start);
}

/** A document type, an `html` or a `head` element, behind comments at most. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1').replaceAll('\0', '');
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head)\b/i.test(
    start,
  );
}

async function* goOn(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
