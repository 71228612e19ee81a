import { z } from 'zod';
import {
  brokenBy,
  type FailedInput,
  type Given,
  type Mark,
  type RawPage,
  type RefusalCode,
  refuse,
} from '../../record/index.ts';
import { firstIssue, givenFields, nearest } from '../given.ts';
import { pageOf } from '../raw-page.ts';
import { snapshotOf } from '../snapshot.ts';
import { MOST_BYTES } from './bytes.ts';

const jsonLine = givenFields.extend({
  text: z.string().optional(),
  html: z.string().optional(),
  id: z.union([z.string().min(1), z.number()]).nullish(),
});

/** The reports of a JSONL stream, one a line, with memory for one line; a line that is none is named and passed. */
export async function* readJsonl(
  stream: AsyncIterable<Uint8Array>,
  from: { path: string; place: string; given: Given; mark?: Mark },
): AsyncGenerator<RawPage | FailedInput> {
  let number = from.mark?.count ?? 0;
  let lines = 0;
  for await (const { line, at } of linesOf(stream, from.mark?.at ?? 0)) {
    number++;
    if (line !== 'too-long' && line.every((byte) => byte <= 0x20)) continue;
    lines++;
    const mark = from.mark === undefined ? {} : { mark: { ...from.mark, at, count: number - 1 } };
    if (line === 'too-long') {
      const why = `line ${number}: expected at most ${MOST_BYTES} bytes`;
      yield { ...failed(`${from.path}#${number}`, 'too-long', why), ...mark };
    } else yield { ...pageIn(line, number, from), ...mark };
  }
  if (lines === 0)
    yield failed(
      from.path,
      'no-reports',
      `expected a JSON object in each line, found ${number === 0 ? 'nothing' : 'blank lines alone'}`,
    );
}

function pageIn(...line: Parameters<typeof lineToPage>): RawPage | FailedInput {
  try {
    return lineToPage(...line);
  } catch (error) {
    const [, number, { path }] = line;
    return { kind: 'failed', path: `${path}#${number}`, refusal: brokenBy(error) };
  }
}

/** The text that a stored line held: what `verify --all` compares the report with. */
export function textOfLine(bytes: Uint8Array): string | null {
  const fields = jsonLine.safeParse(parse(bytes));
  return fields.success ? (fields.data.text ?? null) : null;
}

function lineToPage(
  bytes: Uint8Array,
  number: number,
  { path, place, given }: { path: string; place: string; given: Given },
): RawPage | FailedInput {
  const value = parse(bytes);
  if (value === undefined)
    return failed(`${path}#${number}`, 'bad-line', `line ${number}: expected a JSON object in UTF-8`);
  const fields = jsonLine.safeParse(value);
  if (!fields.success)
    return failed(`${path}#${number}`, 'bad-line', `line ${number}: ${firstIssue(fields.error)}`);
  const { text, html, id } = fields.data;
  const name = `#${id ?? number}`;
  const known = nearest(fields.data, given);
  const from = { path: path + name, place: place + name, given: known };
  if (text === undefined && html !== undefined) return htmlOf(html, from);
  if (text === undefined)
    return failed(
      path + name,
      'bad-line',
      `line ${number}: expected a field "text" or "html", found neither`,
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

/** A line, and the byte at which it begins. */
interface Line {
  readonly line: Uint8Array | 'too-long';
  readonly at: number;
}

/** The stream cut at line feeds; a line that no report can need is skipped to its end without being kept. */
async function* linesOf(stream: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let at = from;
  const take = (): Line => {
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
