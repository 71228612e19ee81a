import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import type { Report, Segment } from '../../record/index.ts';
import type { PageText } from './page-tree.ts';

/** A reference cannot be longer: the longest name has 33 characters, a number has as many digits as its author likes. */
const LONGEST_REFERENCE = 64;

/**
 * The source behind each character of a text node, found by walking both at once: equal characters, references, line
 * breaks that the parser made one, tags and comments that it left out. Null where the two do not agree: then nothing of
 * the node is evidence.
 */
export function sourceOf(source: string, { value, start, end }: PageText): readonly Segment[] | null {
  const segments: Segment[] = [];
  let at = start;
  let done = 0;
  let isCopied = false;
  const take = (length: number, to: number, isCopy: boolean) => {
    const last = segments.at(-1);
    if (last !== undefined && isCopy && isCopied && last.to === at)
      segments[segments.length - 1] = { ...last, end: done + length, to };
    else segments.push({ start: done, end: done + length, from: at, to });
    isCopied = isCopy;
    done += length;
    at = to;
  };
  while (done < value.length) {
    if (at >= end) return null;
    const plain = sameFrom(source, at, end, value, done);
    if (plain > 0) {
      take(plain, at + plain, true);
      continue;
    }
    const character = source.charAt(at);
    if (character === '&') {
      const reference = referenceAt(source, at, end);
      if (reference === null || !value.startsWith(reference.says, done)) {
        if (value.charAt(done) !== '&') return null;
        take(1, at + 1, true);
      } else take(reference.says.length, at + reference.length, false);
    } else if (character === '\r' && value.charAt(done) === '\n')
      take(1, at + (source.charAt(at + 1) === '\n' ? 2 : 1), false);
    else if (character === '<') {
      const close = source.startsWith('<!--', at) ? source.indexOf('-->', at) + 2 : source.indexOf('>', at);
      if (close < at || close >= end) return null;
      at = close + 1;
    } else if (character === '\n' || character === '\r' || character === '\0') at++;
    else return null;
  }
  return segments;
}

/** How many characters are the same here and there, up to one that needs a look. */
function sameFrom(source: string, at: number, end: number, value: string, done: number): number {
  let length = 0;
  while (at + length < end && done + length < value.length) {
    const code = source.charCodeAt(at + length);
    if (code === AMPERSAND || code === RETURN || code !== value.charCodeAt(done + length)) break;
    length++;
  }
  return length;
}
const AMPERSAND = 38;
const RETURN = 13;

interface Reference {
  readonly says: string;
  readonly length: number;
}

/** A reference with its semicolon: what pages write nearly always, and mostly the same few. */
const CLOSED = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/y;
const MOST_KNOWN = 1000;
const known = new Map<string, Reference | null>();

/** The character reference that begins here, as the HTML standard reads it in text. */
function referenceAt(source: string, at: number, end: number): Reference | null {
  if (!/[#A-Za-z]/.test(source.charAt(at + 1))) return null;
  CLOSED.lastIndex = at;
  const written = CLOSED.exec(source)?.[0];
  if (written === undefined || at + written.length > end)
    return decoded(source.slice(at, Math.min(end, at + LONGEST_REFERENCE)));
  let reference = known.get(written);
  if (reference === undefined) {
    reference = decoded(written);
    if (known.size < MOST_KNOWN) known.set(written, reference);
  }
  return reference;
}

function decoded(written: string): Reference | null {
  let says = '';
  const decoder = new HtmlEntityDecoder((point) => {
    says += String.fromCodePoint(point);
  });
  decoder.startEntity(DecodingMode.Legacy);
  const consumed = decoder.write(written, 1);
  const length = consumed < 0 ? decoder.end() : consumed;
  return length > 0 && says !== '' ? { says, length } : null;
}

/** What a piece of source says as part of a report: the proof of a segment, without a look at the tree. */
function saysOf(written: string): string {
  if (/^<(?:br\b|\/(?!q\b))/i.test(written)) return ' ';
  const said = written.startsWith('&') ? (referenceAt(written, 0, written.length)?.says ?? '') : written;
  return /^[ \t\n\r\f]+$/.test(said) ? ' ' : said;
}

/** A quotation element says its marks by its tags. */
const isMarkOf = (written: string, said: string): boolean =>
  (/^<q\b/i.test(written) && /^[“‘]$/.test(said)) || (/^<\/q\b/i.test(written) && /^[”’]$/.test(said));

/** Whether every segment of a text says what its source says. */
export function segmentsHold(text: string, source: string, segments: readonly Segment[]): boolean {
  return segments.every(({ start, end, from, to }) => {
    const written = source.slice(from, to);
    const said = text.slice(start, end);
    return (
      written.replace(/[\t\n\r\f]/g, ' ') === said || saysOf(written) === said || isMarkOf(written, said)
    );
  });
}

/** Whether a report's blocks are in the source, character for character: every one of them has its place, and all places hold. */
export function isInSource(
  { text, blocks }: Pick<Report, 'text' | 'blocks'>,
  source: string,
  segments: readonly Segment[],
): boolean {
  let next = 0;
  for (const { start, end } of blocks) {
    let at = start;
    for (; segments[next] !== undefined && (segments[next]?.start ?? 0) < end; next++) {
      const segment = segments[next] as Segment;
      if (segment.start !== at || segment.end > end) return false;
      at = segment.end;
    }
    if (at !== end) return false;
  }
  return next === segments.length && segmentsHold(text, source, segments);
}
