import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fetcher, ingest, listInputs, NOTHING_GIVEN } from '../src/ingest/index.ts';
import { oneLane } from '../src/lanes/index.ts';
import { loadKit } from '../src/load/index.ts';
import { readPages } from '../src/pipeline/index.ts';
import { firstBrokenSpan, REFUSALS, refuse } from '../src/record/index.ts';
import { nothing } from './examples.ts';
import { warcOf } from './warc.ts';
import { reportPage, rss } from './web.ts';

/** More are tried by hand: INPUTS=5000 SEED=3 npx vitest run test/outcomes.test.ts */
const INPUTS = Number(process.env.INPUTS ?? 300);
const SEED = Number(process.env.SEED ?? 14);
/** Milliseconds of this thread's own time: the machine is shared. */
const SLOWEST = 5_000;

const lanes = oneLane(await loadKit({ tagger: 'linear' }));
const folder = await mkdtemp(join(tmpdir(), 'onrecord-outcomes-'));

/** A web where nothing answers. */
const silent: Fetcher = { get: async () => refuse('unreachable'), close: async () => {} };

/** What became of some bytes in a file of this name: a report, or the code of its refusal, for each thing in it. */
async function outcomesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const outcomes: string[] = [];
  const pages = ingest(await listInputs([path]), NOTHING_GIVEN, {
    stdin: nothing(),
    web: async () => silent,
  });
  for await (const reading of readPages(pages, lanes))
    if (reading.kind === 'read') {
      expect(firstBrokenSpan(reading.record)).toBeNull();
      outcomes.push('report');
    } else {
      const { code, message } = reading.refusal;
      expect(Object.keys(REFUSALS)).toContain(code);
      expect(message).toMatch(/^[^\n]+$/);
      outcomes.push(code);
    }
  return outcomes;
}

const TEXT =
  'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said on Monday. Šárka Ó Briain, who chairs the council, said the vote was postponed to 4 May.\n';
const PAGES = [1, 2, 3, 4].map((number) => ({
  url: `https://a.example/${number}`,
  body: reportPage(number),
}));
const PICTURES = await warcOf([{ url: 'https://a.example/p', body: 'PNG', type: 'image/png' }]);
const LINKS = PAGES.map(({ url }) => ({ link: url }));

/** A whole file of each kind that is read. */
const WHOLE: Readonly<Record<string, Uint8Array>> = {
  'a.txt': Buffer.from(TEXT),
  'a.md': Buffer.from(`# Bridge closed\n\n> quoted\n\n${TEXT}`),
  'a.html': Buffer.from(reportPage(1)),
  'a.jsonl': Buffer.from(`${JSON.stringify({ text: TEXT })}\n${JSON.stringify({ html: reportPage(2) })}\n`),
  'a.warc': await warcOf(PAGES),
  'a.warc.gz': await warcOf(PAGES, true),
  'a.rss': Buffer.from(rss('The Courier', LINKS)),
  'a.atom': Buffer.from(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link href="https://a.example/1"/><id>urn:1</id><updated>2034-02-02T10:00:00Z</updated></entry></feed>',
  ),
  'a.opml': Buffer.from(
    '<opml version="2.0"><head><title>T</title></head><body><outline text="a" xmlUrl="https://a.example/feed"/></body></opml>',
  ),
  'a.xml': Buffer.from('<?xml version="1.0"?><urlset><url><loc>https://a.example/1</loc></url></urlset>'),
  'a.zip': Buffer.from('PK\u0003\u0004'),
  'a.wacz': Buffer.from('PK\u0003\u0004'),
  'a.warc.zst': Buffer.from([0x28, 0xb5, 0x2f, 0xfd]),
  'a.gz': gzipSync(TEXT),
  a: Buffer.from(TEXT),
};
const names = Object.keys(WHOLE);
const whole = fc.constantFrom(...Object.values(WHOLE));

/** What is done to whole bytes: cut, torn, flipped, packed once more, in another encoding, and joined to others. */
const damaged = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.tuple(whole, fc.nat()).map(([bytes, at]) => bytes.slice(0, at % (bytes.length + 1))),
  fc.tuple(whole, fc.nat(), fc.uint8Array({ maxLength: 40 })).map(([bytes, at, junk]) => {
    const place = at % (bytes.length + 1);
    return new Uint8Array([...bytes.slice(0, place), ...junk, ...bytes.slice(place)]);
  }),
  fc.tuple(whole, fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 12 })).map(([bytes, flips]) => {
    const torn = Uint8Array.from(bytes);
    for (const [at, bit] of flips) torn[at % torn.length] = (torn[at % torn.length] ?? 0) ^ (1 << bit);
    return torn;
  }),
  fc.tuple(whole, fc.nat(2)).map(([bytes, times]) => {
    let packed = bytes;
    for (let time = 0; time <= times; time++) packed = gzipSync(packed);
    return packed;
  }),
  fc.tuple(whole, whole).map(([one, other]) => Buffer.concat([one, other])),
  fc
    .constantFrom<BufferEncoding>('utf16le', 'latin1')
    .map((encoding) => Buffer.concat([Buffer.from(TEXT, encoding), Buffer.from(TEXT)])),
  fc
    .constantFrom(
      '',
      '\n',
      ' \r\n \r\n',
      '\0',
      '\ufeff',
      '{}',
      '[]',
      'null',
      '{}\n\n{}',
      '<',
      'WARC/1.0\r\n\r\n',
    )
    .map((text) => Buffer.from(text)),
);

/** Says how long the bytes are and how they begin. */
const shown = (bytes: Uint8Array) =>
  Object.defineProperty(Uint8Array.from(bytes), fc.toStringMethod, {
    value: () => `${bytes.length} bytes: ${Buffer.from(bytes).toString('base64').slice(0, 8000)}`,
  });

test(`${INPUTS} bad inputs of all kinds: each has an outcome with a name, none is slow, none breaks the program`, {
  timeout: 3_600_000,
}, async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), damaged.map(shown), async (name, bytes) => {
      const start = process.threadCpuUsage();
      const outcomes = await outcomesOf(name, bytes);
      expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(SLOWEST);
      expect(outcomes.length).toBeGreaterThan(0);
      expect(outcomes).not.toContain('internal');
      for (const outcome of outcomes) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }),
    { numRuns: INPUTS, seed: SEED, endOnFailure: true },
  );
  expect(seen.size).toBeGreaterThan(8);
  if (process.env.INPUTS !== undefined) console.log(Object.fromEntries(seen));
});

describe('what holds nothing says so', () => {
  test.each([
    ['a.txt', '', 'empty'],
    ['a.html', '', 'empty'],
    ['a.jsonl', '', 'no-reports'],
    ['a.jsonl', '\n \n\r\n', 'no-reports'],
    ['a.rss', '', 'bad-feed'],
    ['a.rss', rss('T', []), 'no-reports'],
    ['a.rss', rss('T', [{ link: 'file:///etc/passwd' }]), 'no-reports'],
    ['a.atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title></feed>', 'no-reports'],
    ['a.opml', '<opml version="2.0"><head/><body><outline text="a"/></body></opml>', 'no-reports'],
    ['a.opml', '<opml version="2.0"><head/><body></body></opml>', 'no-reports'],
    ['a.xml', '<urlset></urlset>', 'no-reports'],
    ['a.xml', '<sitemapindex></sitemapindex>', 'no-reports'],
    ['a.xml', '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}', 'no-reports'],
    ['a.warc', '', 'bad-archive'],
    ['a.warc', ' \r\n\r\n', 'bad-archive'],
    ['a.warc.gz', gzipSync(''), 'bad-archive'],
    ['a.warc', PICTURES, 'no-reports'],
    ['a.zip', '', 'unsupported'],
    ['a.wacz', '', 'bad-archive'],
    ['a.warc.zst', '', 'bad-archive'],
    ['a.jsonl.gz', gzipSync(''), 'no-reports'],
    ['alone.json', '[]', 'no-reports'],
    ['a.zst', '', 'unsupported'],
    ['a.gz', gzipSync(TEXT), 'unsupported'],
  ])('%s of %j', async (name, content, code) => {
    expect(await outcomesOf(name, Buffer.from(content))).toEqual([code]);
  });
});
