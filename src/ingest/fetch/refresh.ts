import { Parser } from 'htmlparser2';
import { addressOf } from '../feed/address.ts';
import { decodePage } from '../file/decode-page.ts';

/** Seconds: a page that wants to be looked at longer is one to be read, and looked at anew. */
const LONGEST_WAIT = 5;
/** Characters of a page that only says where it leads. */
const MOST_PROSE = 400;
/** Pages that lead on are short, but some carry scripts. */
const MOST_BYTES = 500_000;
/** What is not shown as words. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'noscript', 'iframe']);

/** An answer as far as it may lead on. */
export interface Leading {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/**
 * Where a page leads at once that says next to nothing itself: by its header `Refresh`, by `<meta http-equiv=refresh>`, or,
 * if it says nothing at all, by one for browsers without scripts. Null where it stays.
 */
export function refreshOf({ address, headers, bytes }: Leading): string | null {
  const type = headers['content-type'] ?? '';
  if (bytes.length > MOST_BYTES || (type !== '' && !/html/i.test(type))) return null;
  const told = headers.refresh;
  if (told === undefined && !/http-equiv/i.test(Buffer.from(bytes).toString('latin1'))) return null;
  const decoded = decodePage(bytes, null);
  const page = readPage('text' in decoded ? decoded.text : '');
  if (page.prose > MOST_PROSE) return null;
  const base = page.base === null ? address : (addressOf(page.base, address) ?? address);
  const to = (written: string | null | undefined, from: string) =>
    written == null ? null : targetOf(written, from);
  const leads = to(told, address) ?? to(page.refresh, base);
  return leads ?? (page.prose === 0 ? to(page.withoutScripts, base) : null);
}

/** The address in a refresh by the HTML standard: seconds, then ";" or ",", "url=" and quotes where there are any. */
function targetOf(written: string, base: string): string | null {
  const [, seconds = '', rest = ''] =
    /^\s*(?=[\d.])(\d*)(?:\.[\d.]*)?(?:\s*[;,]\s*|\s+|$)([\s\S]*)$/.exec(written) ?? [];
  if (Number(seconds) > LONGEST_WAIT || !/^\s*[\d.]/.test(written)) return null;
  const place = rest.replace(/^url\s*=\s*/i, '').trim();
  const quote = place.charAt(0);
  const isQuoted = quote === '"' || quote === "'";
  const inner = isQuoted ? place.slice(1) : place;
  const end = isQuoted ? inner.indexOf(quote) : -1;
  const href = end < 0 ? inner : inner.slice(0, end);
  return href === '' ? addressOf(base, null) : addressOf(href, base);
}

interface Page {
  base: string | null;
  refresh: string | null;
  withoutScripts: string | null;
  /** Characters that are shown, without white space. */
  prose: number;
}

function readPage(html: string): Page {
  const page: Page = { base: null, refresh: null, withoutScripts: null, prose: 0 };
  const unseen: string[] = [];
  const parser = new Parser({
    onopentag: (name, { href, content, 'http-equiv': kind = '' }) => {
      if (UNSEEN.has(name)) unseen.push(name);
      if (name === 'base') page.base ??= href ?? null;
      if (name !== 'meta' || kind.trim().toLowerCase() !== 'refresh' || content === undefined) return;
      if (unseen.length === 0) page.refresh ??= content;
      else if (unseen.every((one) => one === 'noscript')) page.withoutScripts ??= content;
    },
    ontext: (words) => {
      if (unseen.length === 0) page.prose += words.replaceAll(/\s+/g, '').length;
    },
    onclosetag: (name) => {
      if (unseen.at(-1) === name) unseen.pop();
    },
  });
  parser.end(html);
  return page;
}
