import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { NOTHING_GIVEN, pageOf } from '../../src/ingest/index.ts';
import { loadPageKit } from '../../src/load/page-kit.ts';
import { readHtml } from '../../src/read/html/index.ts';
import type { RawPage, Report } from '../../src/record/index.ts';
import type { Figures, Outcome } from '../outcome.ts';
import { type Read, readability } from './readability.ts';
import { judgeBody, noWords, sharesOf } from './shingles.ts';

const gold = z.object({
  file: z.string(),
  set: z.enum(['scrapinghub', 'trafilatura', 'htmldate', 'readability']),
  url: z.string(),
  body: z.string().optional(),
  paragraphs: z.array(z.string()).optional(),
  with: z.array(z.string()).optional(),
  without: z.array(z.string()).optional(),
  title: z.string().optional(),
  date: z.string().optional(),
  author: z.string().optional(),
});
type Gold = z.infer<typeof gold>;

const peer = z.object({
  reader: z.string(),
  file: z.string(),
  text: z.string(),
  headline: z.string().nullable(),
  published: z.string().nullable(),
  byline: z.string().nullable(),
});
const NOTHING: Read = { text: '', headline: null, published: null, byline: null };

/** What other readers gave of the same pages (peers.py), by reader and file. */
async function readingsIn(path: string): Promise<Map<string, Map<string, Read>>> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  const readers = new Map<string, Map<string, Read>>();
  for (const line of lines) {
    const { reader, file, ...read } = peer.parse(JSON.parse(line));
    const own = readers.get(reader) ?? new Map<string, Read>();
    readers.set(reader, own.set(file, read));
  }
  return readers;
}

/** A field of the gold: pages that have it, and what was read there. */
interface Field {
  right: number;
  wrong: number;
  pages: number;
}
const noField = (): Field => ({ right: 0, wrong: 0, pages: 0 });

/**
 * Saved pages, read as `add` reads them with their address known: bodies by shingles of four words, as the
 * article-extraction-benchmark has it; segments that must come and must not; headlines, days and authors. A page that is
 * refused has an empty body and no field. Beside it Readability alone, over the same pages in the same run.
 */
export async function evaluatePages(data: string, split: string, peers: string | null): Promise<Outcome> {
  const lines = (await readFile(join(data, `pages/gold.${split}.jsonl`), 'utf8')).trim().split('\n');
  const items = lines.map((line) => gold.parse(JSON.parse(line)));
  const kit = await loadPageKit();
  const own = new Tally();
  const other = new Tally();
  const readBy = peers === null ? new Map<string, Map<string, Read>>() : await readingsIn(peers);
  const tallies = new Map([...readBy.keys()].map((reader) => [reader, new Tally()]));
  const right: Record<string, string> = {};
  for (const item of items) {
    const bytes = gunzipSync(await readFile(join(data, 'pages', item.file)));
    const given = { ...NOTHING_GIVEN, url: item.url };
    const page = pageOf({ path: item.file, place: item.url, format: 'html', bytes, given });
    if (page.kind === 'failed') continue;
    right[item.file] = own.judge(item, ownReading(page, kit));
    other.judge(item, readability(page.text));
    for (const [reader, tally] of tallies) tally.judge(item, readBy.get(reader)?.get(item.file) ?? NOTHING);
  }
  return {
    set: 'pages',
    split,
    items: items.length,
    figures: own.figures(),
    others: {
      'Readability alone': other.figures(),
      ...Object.fromEntries([...tallies].map(([reader, tally]) => [reader, tally.figures()])),
    },
    right,
  };
}

function ownReading(page: RawPage, kit: Awaited<ReturnType<typeof loadPageKit>>): Read {
  const reading = readHtml(page, kit);
  if ('code' in reading) return NOTHING;
  const { headline, published, byline, text, blocks } = reading.report;
  const captions = blocks
    .filter(({ kind }) => kind === 'caption')
    .map(({ start, end }) => text.slice(start, end));
  return { text: bodyOf(reading.report), captions, headline, published, byline: byline ?? null };
}

/** The text without its headline, which no gold has. */
function bodyOf({ text, blocks }: Report): string {
  return blocks
    .filter(({ kind }) => kind !== 'headline')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n');
}

/** What is right over all pages. */
class Tally {
  private readonly bodies = noWords();
  private readonly whole = noField();
  private readonly clean = noField();
  private readonly pure = noField();
  private readonly fields = { headline: noField(), day: noField(), author: noField() };

  /** Counts a page in. Gives a 1 or 0 for each thing that its gold asks. */
  judge(item: Gold, read: Read): string {
    const bits: boolean[] = [];
    const note = (field: Field, isRight: boolean, isGiven = true) => {
      field.pages++;
      if (isRight) field.right++;
      else if (isGiven) field.wrong++;
      bits.push(isRight);
    };
    if (item.body !== undefined) judgeBody(this.bodies, item.body, read.text);
    const words = folded(read.text);
    const has = (segment: string) => words.includes(folded(segment));
    const wanted = item.with ?? item.paragraphs ?? paragraphsOf(item.body);
    if (wanted.length > 0) note(this.whole, wanted.every(has));
    if (item.without !== undefined) note(this.clean, !item.without.some(has));
    if (item.body !== undefined && item.set === 'scrapinghub') note(this.pure, isWithin(read, item.body));
    const { headline, day, author } = this.fields;
    if (item.title !== undefined)
      note(headline, folded(read.headline ?? '') === folded(item.title), read.headline !== null);
    if (item.date !== undefined)
      note(day, read.published?.slice(0, 10) === item.date, read.published !== null);
    if (item.author !== undefined) note(author, isAuthor(read.byline, item.author), read.byline !== null);
    return bits.map(Number).join('');
  }

  figures(): Figures {
    const { headline, day, author } = this.fields;
    const share = ({ right, pages }: Field) => (pages === 0 ? 0 : (100 * right) / pages);
    const { precision, recall, f1 } = sharesOf(this.bodies);
    return {
      bodyF1: f1,
      bodyPrecision: precision,
      bodyRecall: recall,
      wholePages: share(this.whole),
      cleanPages: share(this.clean),
      nothingBesides: share(this.pure),
      headline: share(headline),
      day: share(day),
      dayWrong: day.pages === 0 ? 0 : (100 * day.wrong) / day.pages,
      author: share(author),
    };
  }
}

/** Letters and digits alone: collections differ in spaces, soft hyphens, quotation marks and dashes. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const paragraphsOf = (body = '') => body.split(/\n+/).filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));

/** Whether every paragraph that was read, captions aside, is in the gold's body. */
function isWithin({ text, captions = [] }: Read, body: string): boolean {
  const own = folded(body);
  const aside = new Set(captions.map(folded));
  return paragraphsOf(text)
    .map(folded)
    .every((words) => aside.has(words) || own.includes(words));
}

/** All named, in whatever order and form: "By Jane Roe and John Doe" for "Jane Roe; John Doe". */
function isAuthor(byline: string | null, author: string): boolean {
  const words = new Set(folded(byline ?? '').split(' '));
  return folded(author)
    .split(' ')
    .filter((word) => word !== 'and' && word !== 'by')
    .every((word) => words.has(word));
}
