import { type ListedItem, type Listing, linkOfId } from './listed.ts';

const VERSION = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\b/i;

/** Whether a text is a JSON Feed's, its marks and comments aside, whole or cut. */
export function isJsonFeed(text: string): boolean {
  return /^[\s\ufeff]*(?:\{|\/[*/])/.test(text.slice(0, 2048)) && VERSION.test(text);
}

/** What a JSON Feed lists; of one that is cut, the items that are whole; null where there is no such feed. */
export function listedInJson(text: string, address: string | null): Listing | null {
  const { whole, cut } = plainJson(text);
  const feed = parsed(whole) ?? (cut === null ? null : parsed(cut));
  if (feed === null || !Array.isArray(feed.items)) return null;
  return {
    title: textOf(feed.title),
    home: textOf(feed.home_page_url),
    feeds: [],
    items: feed.items.filter(isRecord).map((item) => itemOf(item, address)),
  };
}

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().toWellFormed() : null;

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function itemOf(item: Json, base: string | null): ListedItem {
  const links = [item.url, item.external_url].flatMap((url) => {
    const href = textOf(url);
    return href === null ? [] : [{ href, base }];
  });
  return {
    links: [...links, ...linkOfId(textOf(item.id) ?? '')],
    title: textOf(item.title),
    at: textOf(item.date_modified) ?? textOf(item.date_published),
  };
}

/** Texts, comments, brackets and commas: all of JSON that decides where something ends. */
const PIECE = /"(?:[^"\\]|\\[\s\S])*"?|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|[[\]{},]|[^"/[\]{},]+|\//g;

/** JSON without comments and commas before an end; and its beginning up to the last whole entry of a list, closed. */
function plainJson(text: string): { whole: string; cut: string | null } {
  const parts: string[] = [];
  const open: string[] = [];
  let comma = -1;
  let kept = 0;
  for (const [piece] of text.replace(/^\ufeff/, '').matchAll(PIECE)) {
    if (piece.startsWith('/')) continue;
    nest(open, piece);
    if (CLOSING.has(piece) && comma >= 0) parts[comma] = ' ';
    if (piece.trim() !== '') comma = piece === ',' ? parts.length : -1;
    parts.push(withoutControls(piece));
    if (piece === '}' && open.length === 2 && open.join('') === '{[') kept = parts.length;
  }
  return { whole: parts.join(''), cut: kept === 0 ? null : `${parts.slice(0, kept).join('')}]}` };
}

const OPENING: ReadonlySet<string> = new Set('{[');
const CLOSING: ReadonlySet<string> = new Set('}]');

/** The brackets that are open behind a piece. */
function nest(open: string[], piece: string): void {
  if (OPENING.has(piece)) open.push(piece);
  else if (CLOSING.has(piece)) open.pop();
}

/** Texts may hold line breaks that JSON wants escaped. */
function withoutControls(piece: string): string {
  return piece.startsWith('"') ? piece.replaceAll(/\p{Cc}/gu, ' ') : piece;
}
