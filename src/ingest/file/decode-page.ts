import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { type Refusal, refuse } from '../../record/index.ts';
import { byMark, countControls, type Decoded, MOST_CONTROLS, sequences, unmarkedUtf16 } from './decode.ts';

/** How far into a page its declaration may stand: the standard says 1024 bytes, pages with long comments go beyond. */
const DECLARED_WITHIN = 4096;
/** What is no text shows early. */
const SAMPLE = 65_536;
/** Tags are ASCII in every language: of a page in UTF-16 so many units have a byte of zero. */
const ZEROS_OF_MARKUP = 0.1;
/** How files begin that hold text in parts: PDF, pictures, archives, sound. */
const OTHER_KINDS = [
  '%PDF-',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  'PK\x03\x04',
  '\x1f\x8b',
  'RIFF',
  'OggS',
  'ID3',
];

/**
 * Decodes the bytes of a page: by its byte-order mark; else as UTF-16 where zeros show it; else as UTF-8 where it is that
 * and has letters to show it, whatever is declared; else as the header, the page's `meta` or XML declaration says; else as
 * its letters speak for. As in a browser, single bytes that are wrong become U+FFFD.
 */
export function decodePage(bytes: Uint8Array, header: string | null): Decoded | Refusal {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  if (OTHER_KINDS.some((kind) => start.startsWith(kind)))
    return refuse('not-text', 'expected a page, found a file of another kind');
  const marked = byMark(bytes) ?? unmarkedUtf16(bytes, ZEROS_OF_MARKUP);
  if (marked !== null) return loosely(bytes, marked);
  const declared = [header, declaredIn(start)].map(encodingNamed).find((name) => name !== null) ?? null;
  const sample = bytes.subarray(0, SAMPLE);
  if (countControls(sample) / Math.max(1, sample.length) > MOST_CONTROLS)
    return refuse('not-text', 'expected a page, found bytes of another kind');
  if (isUtf8(bytes) && ((declared ?? 'utf-8') === 'utf-8' || !isAscii(bytes))) return loosely(bytes, 'utf-8');
  const { whole, broken } = sequences(bytes);
  if (declared !== null && (declared !== 'utf-8' || whole > broken)) return loosely(bytes, declared);
  return loosely(bytes, detected(bytes) ?? 'windows-1252');
}

function declaredIn(start: string): string | null {
  const meta = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
  if (meta !== undefined) return meta;
  const declaration = start.indexOf('<?xml');
  if (declaration < 0) return null;
  return /^[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(start.slice(declaration))?.[1] ?? null;
}

/** The encoding behind a label as the Encoding standard has it ("iso-8859-1" is windows-1252), or null. */
function encodingNamed(label: string | null): string | null {
  if (label === null) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // What declares itself as UTF-16 in ASCII letters is not.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}

function detected(bytes: Uint8Array): string | null {
  for (const { name } of analyse(bytes)) {
    const encoding = encodingNamed(name);
    if (encoding !== null && encoding !== 'utf-8') return encoding;
  }
  return null;
}

function loosely(bytes: Uint8Array, encoding: string): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
