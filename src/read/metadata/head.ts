import { decodeHTMLStrict } from 'entities/decode';
import { around, type PageElement, type PageTree, wordsOf } from '../html/page-tree.ts';
import { isOfCard } from './of-another.ts';

/** What a page says about itself in its head, and wherever else it has `meta` and `link` elements. */
export interface Head {
  readonly title: string | null;
  /** Contents by name, property or itemprop, in lower case, in the order of the page. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string | null;
  readonly base: string | null;
  readonly language: string | null;
}

const BETWEEN = /\s+/;

export function headOf({ root, elements }: PageTree): Head {
  const meta = new Map<string, string[]>();
  let canonical: string | null = null;
  let base: string | null = null;
  let title: string | null = null;
  for (const element of elements) {
    const { tag, attributes } = element;
    if (tag === 'title') title ??= written(wordsOf(element)) || null;
    else if (tag === 'base') base ??= attributes.get('href') ?? null;
    else if (tag === 'link') {
      const rel = (attributes.get('rel') ?? '').toLowerCase().split(BETWEEN);
      if (rel.includes('canonical')) canonical ??= attributes.get('href')?.trim() || null;
    } else if (tag === 'meta') {
      const content = written(attributes.get('content') ?? '');
      if (content === '') continue;
      for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
        const name = attributes.get(key)?.toLowerCase();
        if (name === undefined || (key === 'itemprop' && (isOfAnother(element) || isOfCard(element))))
          continue;
        const found = meta.get(name);
        if (found === undefined) meta.set(name, [content]);
        else found.push(content);
      }
    }
  }
  return { title, meta, canonical, base, language: languageOf(root) };
}

/** What is meant where references were escaped twice; an address may have what looks like some. */
export const written = (value: string): string =>
  (/^https?:/.test(value) ? value : decodeHTMLStrict(value))
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether an element tells of something that the page only names: a work it cites, whoever publishes it. */
function isOfAnother(element: PageElement): boolean {
  for (const { attributes } of around(element.parent)) {
    if (!attributes.has('itemscope')) continue;
    const property = attributes.get('itemprop');
    return property !== undefined && !/^mainEntity/i.test(property);
  }
  return false;
}

function languageOf({ attributes }: PageElement): string | null {
  const written = attributes.get('lang') ?? attributes.get('xml:lang') ?? '';
  return written.trim() === '' ? null : written.trim();
}

/** The first content of these names, with the name that has it. */
export function firstMeta(
  { meta }: Pick<Head, 'meta'>,
  names: readonly string[],
): { name: string; content: string } | null {
  for (const name of names) {
    const [content] = meta.get(name) ?? [];
    if (content !== undefined) return { name, content };
  }
  return null;
}
