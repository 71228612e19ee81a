import {
  brokenBy,
  type FailedInput,
  type Given,
  type Mark,
  type RawPage,
  type RefusalCode,
  refuse,
} from '../../record/index.ts';
import { nearest } from '../given.ts';
import { ByteReader } from '../packed/byte-reader.ts';
import { Damaged } from '../packed/gzip.ts';
import { pageOf } from '../raw-page.ts';
import { snapshotOf } from '../snapshot.ts';
import { MOST_BYTES } from './bytes.ts';
import { fieldsOf } from './line-fields.ts';
import { isOneArray, type Piece, valuesOf } from './values.ts';

/** How far into a stream is looked for how it is laid out. */
const START = 1024;

/**
 * The reports of a JSONL stream, one a line, with memory for one; a line that is none is named and passed. A stream that is one
 * array of objects gives those.
 */
export async function* readJsonl(
  stream: AsyncIterable<Uint8Array>,
  from: Lines,
): AsyncGenerator<RawPage | FailedInput> {
  let number = from.mark?.count ?? 0;
  let isEmpty = true;
  try {
    for await (const piece of piecesOf(new ByteReader(stream), from)) {
      number++;
      if (isBlank(piece)) continue;
      isEmpty = false;
      yield { ...pageIn(piece, number, from), ...piece.mark };
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    const why = `expected line ${number + 1}, found ${error.message}`;
    return yield failed(`${from.path}#${number + 1}`, 'bad-archive', why);
  }
  if (isEmpty)
    yield failed(
      from.path,
      'no-reports',
      `expected a JSON object in each line, found ${number === 0 ? 'nothing' : 'blank lines alone'}`,
    );
}

/** Where lines come from, and where among them to begin. */
interface Lines {
  readonly path: string;
  readonly place: string;
  readonly given: Given;
  readonly mark?: Mark;
}

/** A piece, and where reading can be gone on with for it. */
type Marked = Piece & { readonly mark?: { readonly mark: Mark } };

async function* piecesOf(bytes: ByteReader, { mark }: Lines): AsyncGenerator<Marked> {
  const start = mark?.at ?? 0;
  // Where one of an array begins does not tell that it stands in one: such a file is read from its beginning.
  if (start === 0 && isOneArray(await bytes.peek(START))) return yield* valuesOf(bytes);
  let count = mark?.count ?? 0;
  for await (const piece of linesOf(bytes, start)) {
    yield mark === undefined ? piece : { ...piece, mark: { mark: { ...mark, at: piece.at, count } } };
    count++;
  }
}

const isBlank = ({ line }: Piece) => line !== 'too-long' && line.every((byte) => byte <= 0x20);

function pageIn({ line }: Piece, number: number, from: Lines): RawPage | FailedInput {
  const name = `${from.path}#${number}`;
  if (line === 'too-long')
    return failed(name, 'too-long', `line ${number}: expected at most ${MOST_BYTES} bytes`);
  try {
    return lineToPage(line, number, from);
  } catch (error) {
    return { kind: 'failed', path: name, refusal: brokenBy(error) };
  }
}

/** The text that a stored line held: what `verify --all` compares the report with. */
export function textOfLine(bytes: Uint8Array): string | null {
  return fieldsOf(parse(bytes))?.text ?? null;
}

function lineToPage(
  bytes: Uint8Array,
  number: number,
  { path, place, given }: { path: string; place: string; given: Given },
): RawPage | FailedInput {
  const fields = fieldsOf(parse(bytes));
  if (fields === null)
    return failed(`${path}#${number}`, 'bad-line', `line ${number}: expected a JSON object in UTF-8`);
  const { text, html, id } = fields;
  const name = `#${id ?? number}`;
  const known = nearest(fields.given, given);
  const from = { path: path + name, place: place + name, given: known };
  if (text === null && html !== null) return htmlOf(html, from);
  if (text === null)
    return failed(
      path + name,
      'bad-line',
      `line ${number}: expected a field "text" or "html" that holds one, found neither`,
    );
  return {
    kind: 'page',
    path: path + name,
    lineage: known.url ?? place + name,
    format: 'jsonl-line',
    web: null,
    text,
    encoding: 'utf-8',
    bytes,
    snapshot: snapshotOf(bytes),
    given: known,
  };
}

/** A page that a line holds: its snapshot is the page, in UTF-8 whatever the page declares. */
function htmlOf(html: string, from: { path: string; place: string; given: Given }): RawPage | FailedInput {
  if (!html.isWellFormed())
    return failed(
      from.path,
      'lone-surrogate',
      'expected whole characters, found half of a UTF-16 pair in "html"',
    );
  return pageOf({ ...from, format: 'html', bytes: Buffer.from(html), charset: 'utf-8' });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function failed(path: string, code: RefusalCode, message: string): FailedInput {
  return { kind: 'failed', path, refusal: refuse(code, message) };
}

/** The stream cut at line feeds; a line that no report can need is skipped to its end without being kept. */
async function* linesOf(stream: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Piece> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let at = from;
  const take = (): Piece => {
    const line = { line: length > MOST_BYTES ? ('too-long' as const) : Buffer.concat(parts, length), at };
    parts = [];
    at += length + 1;
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield take();

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > MOST_BYTES) parts = [];
    else parts.push(part);
  }
}
