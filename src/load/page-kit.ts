import { HOME } from '../home.ts';
import type { PageKit } from '../read/html/index.ts';
import { readTable } from './table.ts';
import { loadTongues } from './tongues.ts';

const LEXICONS = new URL('lexicons/', HOME);
const PLACES = ['whole', 'begin', 'both', 'note', 'join', 'itself'] as const;

let kit: Promise<PageKit> | undefined;

/** The words and tools that reading pages takes, loaded once, when the first page comes. */
export function loadPageKit(): Promise<PageKit> {
  kit ??= loadAll();
  return kit;
}

async function loadAll(): Promise<PageKit> {
  const [parts, phrases, agencies, tongues] = await Promise.all([
    readTable(new URL('page-parts.tsv', LEXICONS)),
    readTable(new URL('en/page-phrases.tsv', LEXICONS)),
    readTable(new URL('en/agencies.tsv', LEXICONS)),
    loadTongues(),
  ]);
  return {
    parts: new Map(parts.map(([mark = '', part = '']) => [mark, part])),
    phrases: new Map(phrases.map(phrase)),
    agencies: new Set(agencies.map(([name = '']) => name)),
    resolve: absolute,
    ...tongues,
  };
}

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
