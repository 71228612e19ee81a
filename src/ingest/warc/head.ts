import { type ByteReader, Misfit } from '../packed/byte-reader.ts';

/** The head of a record or of an answer: its first line, and its fields by their names in small letters. */
export interface Head {
  readonly first: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Whether its lines end with a carriage return and a line feed. */
  readonly hasReturns: boolean;
}

/** No head has more bytes. */
const MOST_OF_HEAD = 1_000_000;

/**
 * Reads a head to the empty line that ends it, with line feeds alone or with carriage returns before them. A field that is
 * there twice keeps its first value; a line that begins with white space goes on with the one before.
 * @throws Misfit
 */
export async function readHead(bytes: ByteReader): Promise<Head> {
  const start = bytes.at;
  const lines: string[] = [];
  let hasReturns = false;
  for (;;) {
    const left = MOST_OF_HEAD - (bytes.at - start);
    const line = await within(bytes, left);
    if (line === null) throw new Misfit('the end within a head');
    hasReturns ||= line.endsWith('\r\n');
    const text = line.trimEnd();
    if (text === '') break;
    if (lines.length > 0 && /^[ \t]/.test(text)) lines.push(`${lines.pop()} ${text.trim()}`);
    else lines.push(text);
  }
  const [first = '', ...rest] = lines;
  const fields = new Map<string, string>();
  for (const line of rest) {
    const end = line.indexOf(':');
    const name = line.slice(0, Math.max(0, end)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(end + 1).trim());
  }
  return { first, fields, hasReturns };
}

async function within(bytes: ByteReader, left: number): Promise<string | null> {
  try {
    const line = await bytes.line(left);
    return line === null ? null : Buffer.from(line).toString('utf8');
  } catch (error) {
    if (error instanceof Misfit) throw new Misfit(`a head of more than ${MOST_OF_HEAD} bytes`);
    throw error;
  }
}
