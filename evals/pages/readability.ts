import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What a reader of pages gives, as far as the gold asks it. */
export interface Read {
  readonly text: string;
  /** Lines of the text that stand below pictures, where the reader tells them apart. */
  readonly captions?: readonly string[];
  readonly headline: string | null;
  readonly published: string | null;
  readonly byline: string | null;
}

const NOTHING: Read = { text: '', headline: null, published: null, byline: null };
const BLOCKS = 'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption, td, th, dd, dt, br';

/** Readability with its own settings over the same bytes: the naive line. */
export function readability(html: string): Read {
  try {
    const { document } = parseHTML(html);
    const article = new Readability(document as never).parse();
    if (article?.content == null) return NOTHING;
    const { document: own } = parseHTML(`<!doctype html><html><body>${article.content}</body></html>`);
    // Its textContent glues the paragraphs together, which nobody would use so.
    for (const block of own.querySelectorAll(BLOCKS)) block.after('\n');
    return {
      text: own.body.textContent ?? '',
      headline: article.title ?? null,
      published: article.publishedTime ?? null,
      byline: article.byline ?? null,
    };
  } catch {
    return NOTHING;
  }
}
