import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { firstIssue, givenFields } from '../ingest/given.ts';
import type { Search } from '../ledger/index.ts';
import { asksForSomething } from '../ledger/search/asks.ts';
import { ACTS, Fault, type Given, KINDS, periodOf } from '../record/index.ts';

/** What is known of a report from outside its text. What stands nearer counts: a sidecar's field before an option. */
export interface GivenOptions {
  /** The address of the report, http or https. */
  readonly url?: string | null | undefined;
  /** Who published it. */
  readonly outlet?: string | null | undefined;
  /** When it was published: `2026-02-02`, `2026-02` or `2026-02-02T14:30:00+02:00`. Words such as “on Monday” are dated by it. */
  readonly published?: string | null | undefined;
  readonly headline?: string | null | undefined;
}

/** A report as text. */
export interface TextSource extends GivenOptions {
  /** At most 300,000 characters (UTF-16 code units). */
  readonly text: string;
  /** How the text is to be read: `text` where it is not said. */
  readonly format?: 'text' | 'markdown' | 'html' | undefined;
}

/** Where a report comes from: a path, an address (http, https or file), or its text. */
export type Source = string | URL | TextSource;

/** Who reads the text, and how sure it has to be. */
export interface ReaderOptions {
  /**
   * `encoder` finds more; `linear` is ten times as fast. Where none is named: what the environment's ONRECORD_TAGGER names, else
   * the encoder where its runtime (`onnxruntime-node`) can be had, else `linear`.
   */
  readonly tagger?: 'encoder' | 'linear' | undefined;
  /** Statements of which the tagger is less sure are left out: from 0 to 1. */
  readonly leastConfidence?: number | undefined;
  /** The path of a table of your own actors: docs/format/actors.md. */
  readonly actors?: string | undefined;
  /** Hears in one line that the linear tagger reads, where nobody named one and the encoder cannot be had. */
  readonly tell?: ((line: string) => void) | undefined;
}

/** How addresses are fetched: only public ones, one a second from a host, where robots.txt allows it. */
export interface FetchOptions {
  /** Also fetch from addresses of this machine and its own network. */
  readonly allowPrivate?: boolean | undefined;
  /** Seconds between two pages of one host, 0 to 3600, unless it asks for more; 1 where none are given. */
  readonly delay?: number | undefined;
}

/** How sources are read. */
export interface ReadOptions extends GivenOptions, ReaderOptions, FetchOptions {
  /** Stops reading: what was read by then is given. */
  readonly signal?: AbortSignal | undefined;
}

/** What statements are asked for; each field narrows, and one at least is needed. */
export interface FindOptions {
  /** Words in any of their forms, and `"phrases"` as they are written; in contents, sources and names of speakers. */
  readonly words?: string | undefined;
  /** Words of the source, or of the name of the speaker: a surname is enough. */
  readonly by?: string | undefined;
  /** Words of the content alone. */
  readonly about?: string | undefined;
  /** Words of the name of the body or government for which the speaker speaks by office. */
  readonly for?: string | undefined;
  /** Words of the name of one who is spoken to. */
  readonly to?: string | undefined;
  /** Words of the name of who published it first, or said it to several. */
  readonly root?: string | undefined;
  readonly act?: (typeof ACTS)[number] | undefined;
  readonly kind?: (typeof KINDS)[number] | undefined;
  readonly outlet?: string | undefined;
  /** Also beliefs, wishes and plans. */
  readonly held?: boolean | undefined;
  /** Said within a day, month, year or FROM/TO: `2031-05-12`, `2031-05`, `2031`, `2031-05-12/2031-06-30`. */
  readonly when?: string | undefined;
  readonly order?: 'best' | 'newest' | 'oldest' | undefined;
  /** 20 where none is given. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

const words = z.string().trim().min(1).optional();
const whole = z.int().min(0).optional();
const FEW = 20;
const MANY = 100;

const place = z.union(
  [z.string().trim().min(1), z.instanceof(URL)],
  'expected a path, a URL or { text, headline?, published?, outlet?, url?, format? }',
);
const text = z.strictObject({
  text: z.string(),
  format: z.enum(['text', 'markdown', 'html']).default('text'),
  ...givenFields.shape,
});

const reading = z.strictObject({
  ...givenFields.shape,
  tagger: z.enum(['encoder', 'linear']).optional(),
  leastConfidence: z.number().min(0).max(1).optional(),
  actors: words,
  tell: z.custom<(line: string) => void>((one) => typeof one === 'function').optional(),
  allowPrivate: z.boolean().optional(),
  delay: z.number().min(0).max(3600).optional(),
  signal: z.instanceof(AbortSignal).optional(),
});

const period = z
  .string()
  .transform((text) => periodOf(text))
  .refine((own) => own !== null, 'expected a date such as 2031-05-12, 2031-05, 2031 or 2031-05-12/2031-06-30')
  .optional();

const finding = z.strictObject({
  words: z.string().default(''),
  by: words,
  about: words,
  for: words,
  to: words,
  root: words,
  act: z.enum(ACTS).optional(),
  kind: z.enum(KINDS).optional(),
  outlet: words,
  held: z.boolean().optional(),
  when: period,
  order: z.enum(['best', 'newest', 'oldest']).optional(),
  limit: whole.default(FEW),
  offset: whole,
});

const dates = z.strictObject({ when: period, limit: whole.default(MANY), offset: whole.default(0) });
const said = z.string();

/** What comes from outside, as its schema has it. @throws Fault of code `bad-option` that names the field. */
function taken<T>(what: string, schema: z.ZodType<T>, given: unknown): T {
  const found = schema.safeParse(given);
  if (found.success) return found.data;
  throw new Fault('bad-option', `expected ${what} as its type has it; ${firstIssue(found.error)}`);
}

/** A source as it was given, but for addresses of files, which are paths. */
export type TakenSource = string | z.output<typeof text>;

/** One source or several, each a path, an address or a text. */
export function sourcesIn(given: unknown): TakenSource[] {
  return (Array.isArray(given) ? given : [given]).map((one: unknown) =>
    typeof one === 'object' && one !== null && !(one instanceof URL)
      ? taken('a text', text, one)
      : pathIn(one),
  );
}

/** A path, or the path of an address of a file; other addresses stay as they are. */
export const pathIn = (given: unknown): string => {
  const own = taken('a source', place, given);
  return own instanceof URL ? pathOf(own) : own;
};

const pathOf = (url: URL): string => (url.protocol === 'file:' ? fileURLToPath(url) : url.href);

/** Words that are handed over by themselves: a quotation, a name, an id. */
export const wordsIn = (given: unknown): string => taken('words', said, given);
export const readingIn = (given: unknown) => taken('the options', reading, given);

/** A search as a ledger takes it. */
export function findingIn(given: unknown): Search {
  const { when, ...own } = taken('a search', finding, typeof given === 'string' ? { words: given } : given);
  const search = { ...own, when: when ?? undefined };
  if (asksForSomething(search)) return search;
  throw new Fault('bad-option', 'expected a search for words, names, an act, a kind or a date, found none');
}

export const datesIn = (given: unknown) => taken('the options', dates, given);

/** What options say of the reports. */
export const givenIn = ({ url, outlet, published, headline }: z.output<typeof givenFields>): Given => ({
  url: url ?? null,
  outlet: outlet ?? null,
  published: published ?? null,
  headline: headline ?? null,
});
