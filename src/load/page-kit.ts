import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PageKit } from '../read/html/index.ts';
import { readTable } from './table.ts';

const LEXICONS = new URL('../../lexicons/', import.meta.url);
const PLACES = ['whole', 'begin', 'both', 'note'] as const;

let kit: Promise<PageKit> | undefined;

/** The words and tools that reading pages takes, loaded once, when the first page comes. */
export function loadPageKit(): Promise<PageKit> {
  kit ??= loadAll();
  return kit;
}

async function loadAll(): Promise<PageKit> {
  const [parts, phrases, agencies, functionWords] = await Promise.all([
    readTable(new URL('page-parts.tsv', LEXICONS)),
    readTable(new URL('en/page-phrases.tsv', LEXICONS)),
    readTable(new URL('en/agencies.tsv', LEXICONS)),
    readTable(new URL('en/function-words.tsv', LEXICONS)),
  ]);
  return {
    parts: new Map(parts.map(([mark = '', part = '']) => [mark, part])),
    phrases: new Map(phrases.map(phrase)),
    agencies: new Set(agencies.map(([name = '']) => name)),
    resolve: absolute,
    isEnglish: englishBy(new Set(functionWords.map(([word = '']) => word))),
    languageOf,
  };
}

/** A text with so many of its words among English's own is English without further question. */
const ENGLISH_SHARE = 0.12;
const FEWEST = 2;

function englishBy(functionWords: ReadonlySet<string>): (text: string) => boolean {
  return (text) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const own = words.filter((word) => functionWords.has(word)).length;
    return own >= FEWEST && own >= words.length * ENGLISH_SHARE;
  };
}

/** By the tables of eld, which take a third of a second and eighty megabytes: loaded when a text comes that they are needed for. */
function languageOf(text: string): string | null {
  const { eld } = load(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as { eld: Eld };
  const found = eld.detect(text);
  return found.isReliable() ? found.language : null;
}

/** The part of eld that is used; loaded within a function that cannot wait. */
interface Eld {
  detect(text: string): { readonly language: string; isReliable(): boolean };
}
const load = createRequire(import.meta.url);

function phrase([words = '', place = '']: string[]): [string, (typeof PLACES)[number]] {
  const known = PLACES.find((name) => name === place);
  if (known === undefined)
    throw new Error(`page-phrases.tsv: expected ${PLACES.join(', ')}, found "${place}" for "${words}"`);
  return [words, known];
}

/** An address of the web without its fragment, or null. */
function absolute(address: string, base: string | null): string | null {
  const url = URL.parse(address.trim(), base ?? undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url.href;
}
