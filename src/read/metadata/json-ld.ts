import { decodeHTML } from 'entities/decode';
import { alike } from './alike.ts';
import { mendedJson } from './mended-json.ts';

/** What a page's JSON-LD says of its article (schema.org/Article). Absent fields are null or empty. */
export interface ArticleData {
  readonly types: readonly string[];
  readonly headline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** False where the publisher says that not everybody may read it. */
  readonly isFree: boolean | null;
  /** How many characters the publisher says it has. */
  readonly length: number | null;
}

type Json = unknown;
type Item = Readonly<Record<string, Json>>;

/** schema.org's Article and what is below it, and neighbours that news pages use in its place. */
const ARTICLE = /(?:Article|Posting|BlogPost|Review|Report|NewsStory|WebPage|ImageGallery|VideoObject)$/;
const BEST = /(?:NewsArticle|ReportageNewsArticle|LiveBlogPosting|AnalysisNewsArticle|OpinionNewsArticle)$/;
const PAGE = /(?:WebPage|ImageGallery|VideoObject)$/;
const DEEPEST = 12;
/** Two headlines of one report share so many words; of two reports, none. A shorter title may be the site's name. */
const SAME_TITLE = 0.8;
const LONG_TITLE = 30;

/**
 * Takes the texts of a page's JSON-LD scripts, its titles and its own address. Gives the article that it is about, or null: pages describe
 * those that they lead to as well. What is no JSON is passed over.
 */
export function articleIn(
  scripts: readonly string[],
  titles: readonly string[],
  own: string | null = null,
): ArticleData | null {
  const values = scripts.map(parsed);
  const items = values.flatMap((value) => itemsIn(value, 0));
  const others = new Set(items.flatMap(({ itemListElement }) => itemsIn(itemListElement, 0)));
  const rank = (item: Item) => {
    const types = typesOf(item);
    if (types.some((type) => BEST.test(type))) return 3;
    return types.some((type) => PAGE.test(type)) ? 1 : 2;
  };
  const likeness = (item: Item) => {
    const headline = textOf(item.headline);
    return headline === null ? null : Math.max(0, ...titles.map((title) => alike(headline, title)));
  };
  const isTitle = (item: Item) => ((likeness(item) ?? 0) >= SAME_TITLE ? 1 : 0);
  const articles = items
    .filter((item) => typesOf(item).some((type) => ARTICLE.test(type)))
    // A list is of pages that this one leads to.
    .filter((item) => !others.has(item) || isTitle(item) > 0)
    .filter((item) => !titles.some((title) => title.length >= LONG_TITLE) || likeness(item) !== 0)
    .filter((item) => isTitle(item) > 0 || !isOfAnother(textOf(item.url), own));
  const [best] = articles.toSorted((a, b) => rank(b) - rank(a) || isTitle(b) - isTitle(a));
  return best === undefined ? null : dataOf(best, items);
}

/** Whether an address is of another page of the same site. */
function isOfAnother(address: string | null, own: string | null): boolean {
  const [there, here] = [address, own].map((one) => ADDRESS.exec(one ?? '')?.groups);
  return there !== undefined && there.host === here?.host && there.path !== here?.path;
}

/** The host of an address, and its path where it has one, without slashes at its end. */
const ADDRESS = /^https?:\/\/(?:www\.)?(?<host>[^/?#]+)(?<path>\/[^?#]*[^?#/])/i;

/** Marks of comments and of CDATA around a script, for browsers that are long gone. */
const BEFORE = /^(?:[\s\ufeff]|<!--|-->|<!\[CDATA\[|\/[/*]|\*\/|[<>])+/;
const BEHIND = /(?:\s|-->|\]\]>|<!|\/[/*]|\*\/|;)$/;
/** So many such marks are taken from behind a script. */
const MOST_BEHIND = 60;
/** The most characters of one of them. */
const LONGEST_BEHIND = 3;
/**
 * The value of a script, mended where it is no JSON: control characters in strings, references of HTML in place of its marks,
 * and the faults of templates (mended-json.ts). Null where nothing helps.
 */
function parsed(script: string): Json {
  let json = withoutComments(script.trim()).replace(BEFORE, '');
  for (let taken = 0; taken < MOST_BEHIND; taken++) {
    const [mark] = BEHIND.exec(json.slice(-LONGEST_BEHIND)) ?? [];
    if (mark === undefined) break;
    json = json.slice(0, -mark.length);
  }
  for (const reading of [(text: string) => text, inOneLine, (text: string) => mendedJson(inOneLine(text))])
    try {
      return JSON.parse(reading(json)) as Json;
    } catch {
      // The next reading may do; a script that none reads says nothing.
    }
  return null;
}

/** A script without the comments that it begins with, as far as they are no wrapping of a single line. */
function withoutComments(script: string): string {
  let rest = script;
  while (rest.startsWith('/*')) {
    const end = rest.indexOf('*/');
    const next = end < 0 ? '' : rest.slice(end + 2).trimStart();
    if (next === '') return rest;
    rest = next;
  }
  return rest;
}

function inOneLine(json: string): string {
  const line = json
    .replace(/(?<=[,{}[\]] {0,4})\/\/[^\n"]{0,200}$/gm, ' ')
    .replace(/^[ \t]{0,40}\/\/.*$/gm, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/;\s*$/, '')
    .trim();
  return /^[{[]\s*&(?:quot|#34);/.test(line) ? decodeHTML(line) : line;
}

/** All items, of graphs and of items within items. */
function itemsIn(json: Json, depth: number): Item[] {
  if (depth > DEEPEST || typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.flatMap((one) => itemsIn(one, depth + 1));
  const item = json as Item;
  const below = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart'].flatMap((key) =>
    itemsIn(item[key], depth + 1),
  );
  return [item, ...below];
}

const typesOf = (item: Item): string[] => textsOf(item['@type']);

function dataOf(item: Item, items: readonly Item[]): ArticleData {
  const byId = (value: Json): Json => {
    const id = isItem(value) && Object.keys(value).length === 1 ? value['@id'] : undefined;
    return id === undefined
      ? value
      : (items.find((other) => other['@id'] === id && other !== value) ?? value);
  };
  const name = (value: Json): string | null => {
    const named = byId(value);
    return isItem(named) ? textOf(named.name) : textOf(named);
  };
  const authors = (Array.isArray(item.author) ? item.author : [item.author ?? item.creator]).flatMap(
    (author: Json) => (typeof author === 'object' ? (name(author) ?? []) : textsOf(author)),
  );
  const body = textOf(item.articleBody);
  const main = item.mainEntityOfPage;
  return {
    types: typesOf(item),
    headline: textOf(item.headline) ?? textOf(item.name),
    published: textOf(item.datePublished) ?? textOf(item.dateCreated) ?? textOf(item.uploadDate),
    modified: textOf(item.dateModified),
    authors: [...new Set(authors.filter((author) => !/^https?:/i.test(author)))],
    publisher: name(item.publisher) ?? name(item.sourceOrganization) ?? name(item.provider),
    url: textOf(item.url) ?? (isItem(main) ? textOf(main['@id']) : textOf(main)),
    language: textOf(item.inLanguage),
    isFree: booleanOf(item.isAccessibleForFree),
    length: body === null ? null : body.length,
  };
}

const isItem = (value: Json): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text with its references resolved: publishers escape what stands in JSON as if it stood in HTML. */
function textOf(value: Json): string | null {
  const [first] = textsOf(value);
  return first ?? null;
}

function textsOf(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap((one: Json) => textsOf(one));
  if (isItem(value)) return textsOf(value['@value']);
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') return [];
  // Twice: what was escaped for HTML is often escaped again by what writes the page.
  const text = decodeHTML(decodeHTML(value)).replace(/\s+/g, ' ').trim();
  return text === '' ? [] : [text];
}

function booleanOf(value: Json): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = textOf(value)?.toLowerCase();
  if (text === undefined) return null;
  if (/false$/.test(text)) return false;
  return /true$/.test(text) ? true : null;
}
