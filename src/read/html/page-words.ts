import type { Tongues } from '../tongues.ts';

/** What `readHtml` is handed: words that pages use for their parts and about themselves, and what tells a language. */
export interface PageKit extends Tongues {
  /** The words that classes and ids are made of, for parts that are no report (`lexicons/page-parts.tsv`). */
  readonly parts: ReadonlyMap<string, string>;
  /** What pages say around a report, and whether it is a whole line or the beginning of one (`page-phrases.tsv`). */
  readonly phrases: ReadonlyMap<string, 'whole' | 'begin' | 'both' | 'note' | 'join' | 'itself'>;
  /** Names of news agencies, as credits have them. */
  readonly agencies: ReadonlySet<string>;
  /** Makes an address of a page absolute; null where it is none of the web. Browsers and Node have it, the language has not. */
  readonly resolve: (address: string, base: string | null) => string | null;
}
