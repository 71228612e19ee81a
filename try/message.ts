import type { TaggerName } from '../src/load/taggers.ts';

/** What a page asks its worker to read. */
export interface Ask {
  readonly text: string;
  readonly published: string | null;
  readonly tagger: TaggerName;
}

/** What a worker tells: bytes that came, that it reads now, the report as markup, or in a sentence why there is none. */
export type Told =
  | { readonly kind: 'bytes'; readonly done: number }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly words: string; readonly markup: string }
  | { readonly kind: 'refused'; readonly why: string };
