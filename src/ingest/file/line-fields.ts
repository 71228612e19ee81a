import { type Given, publicationDate, writtenDate } from '../../record/index.ts';

/** What a line of JSONL holds of a report. */
export interface LineFields {
  readonly text: string | null;
  readonly html: string | null;
  readonly id: string | number | null;
  readonly given: Given;
}

/** The names of each field, ours first; the others are those of news-please, Media Cloud, newspaper and feeds. */
const NAMES = {
  text: ['text', 'maintext', 'full_text', 'article_text', 'content', 'body'],
  html: ['html', 'raw_html', 'content_html'],
  url: ['url', 'link', 'source_url', 'canonical_url'],
  headline: ['headline', 'title'],
  outlet: ['outlet', 'media_name', 'source_name', 'publisher', 'source_domain', 'source'],
  published: [
    'published',
    'date_publish',
    'publish_date',
    'published_at',
    'publishedAt',
    'date_published',
    'datePublished',
    'publication_date',
    'pub_date',
    'pubDate',
    'published_date',
    'date',
  ],
} as const;
/** Fields of other tools that hold a text or a page. */
const EITHER: ReadonlySet<string> = new Set(['content', 'body']);
const MARKS = new Set(['!doctype', 'html', 'head', 'body', 'article', 'section', 'div', 'p']);
const LONGEST_ID = 1000;

/**
 * The fields of a JSON object that are known, by whichever of their names. What is null, empty or no text counts as not
 * there, and so does a date or an address that is none: a report is not lost by what is said beside it. Null where
 * the value is no object.
 */
export function fieldsOf(value: unknown): LineFields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const held = (name: string) => filled(fields.get(name));
  const first = (names: readonly string[]) => names.find((name) => held(name) !== null) ?? '';
  const textName = first(NAMES.text);
  const text = held(textName);
  const isPage = text !== null && EITHER.has(textName) && isMarkedUp(text);
  const id = fields.get('id');
  return {
    text: isPage ? null : text,
    html: isPage ? text : held(first(NAMES.html)),
    id:
      (typeof id === 'string' && id !== '' && id.length <= LONGEST_ID) || typeof id === 'number' ? id : null,
    given: {
      url: foremost(NAMES.url.map((name) => addressIn(fields.get(name)))),
      outlet: held(first(NAMES.outlet))?.trim() ?? null,
      published: foremost(NAMES.published.map((name) => dateIn(fields.get(name)))),
      headline: held(first(NAMES.headline))?.trim() ?? null,
    },
  };
}

/** Whether a text begins with an element of a page. */
const isMarkedUp = (text: string) =>
  MARKS.has((/^<(!?[a-z]{1,9})\b/i.exec(text.trimStart())?.[1] ?? '').toLowerCase());

const foremost = (found: readonly (string | null)[]) => found.find((one) => one !== null) ?? null;

const filled = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** An address of the web; one without its scheme is of https where it begins with the name of a host. */
function addressIn(value: unknown): string | null {
  const text = filled(value)?.trim() ?? '';
  const whole = /^\/\//.test(text)
    ? `https:${text}`
    : /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i.test(text)
      ? `https://${text}`
      : text;
  const address = URL.parse(whole);
  return address !== null && /^https?:$/.test(address.protocol) && address.hostname !== '' ? whole : null;
}

/** A date of publication in any form in which dates are written, or in seconds or milliseconds since 1970. */
function dateIn(value: unknown): string | null {
  const text = typeof value === 'number' ? String(Math.trunc(value)) : (filled(value)?.trim() ?? '');
  const known = publicationDate.safeParse(text);
  if (known.success) return known.data;
  const date = publicationDate.safeParse(writtenDate(text.replace(/^(\d{10})\.\d+$/, '$1')));
  return date.success ? date.data : null;
}
