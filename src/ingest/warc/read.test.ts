import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Archived, warcOf } from '../../../test/warc.ts';
import { reportPage } from '../../../test/web.ts';
import { NOTHING_GIVEN } from '../given.ts';
import { readWarc } from './read.ts';

const PAGES: readonly Archived[] = [1, 2, 3].map((number) => ({
  url: `https://a.example/${number}#top`,
  body: reportPage(number),
}));

async function read(bytes: Uint8Array, from = { at: 0, count: 0 }) {
  async function* open(start: number): AsyncGenerator<Uint8Array> {
    // In small pieces, so that a record is never whole in one.
    for (let at = start; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
  }
  const found = [];
  const mark = { place: 'file:///a.warc', fingerprint: 'x' };
  for await (const page of readWarc({ path: 'a.warc', given: NOTHING_GIVEN, open, size: null, from, mark }))
    found.push(page);
  return found;
}

describe.each([false, true])('a web archive, packed: %s', (gzip) => {
  test('gives its pages with their addresses, and passes all else over', async () => {
    const bytes = await warcOf(
      [
        ...PAGES,
        { url: 'https://a.example/p.png', body: 'PNG', type: 'image/png' },
        { url: 'https://a.example/moved', body: 'moved', status: '301 Moved Permanently' },
        { url: 'https://a.example/p.ico', body: reportPage(4), status: '404 Not Found' },
      ],
      gzip,
    );
    const found = await read(bytes);
    expect(found).toMatchObject(
      [1, 2, 3].map((number) => ({
        kind: 'page',
        format: 'html',
        path: `a.warc#https://a.example/${number}#top`,
        web: { address: `https://a.example/${number}`, at: '2034-02-02T10:00:00.000Z' },
        text: reportPage(number),
      })),
    );
  });

  test('can be gone on with at every mark', async () => {
    const bytes = await warcOf(PAGES, gzip);
    const whole = await read(bytes);
    for (const [index, page] of whole.entries()) {
      const { at = 0, count = 0 } = page.kind === 'page' ? (page.mark ?? {}) : {};
      expect((await read(bytes, { at, count })).map(({ path }) => path)).toEqual(
        whole.slice(index).map(({ path }) => path),
      );
    }
  });

  test('that is cut or broken gives what comes before, and says so', async () => {
    const bytes = await warcOf(PAGES, gzip);
    const cut = await read(bytes.subarray(0, bytes.length - 300));
    expect(cut.length).toBeGreaterThanOrEqual(2);
    expect(cut[0]).toMatchObject({ kind: 'page' });
    const noise = Buffer.concat([bytes, Buffer.from('\u0000\u0001 no record \r\n'.repeat(20))]);
    expect((await read(noise)).filter(({ kind }) => kind === 'page')).toHaveLength(3);
    expect((await read(noise)).at(-1)).toMatchObject({ kind: 'failed', refusal: { code: 'bad-archive' } });
    for (const junk of [Buffer.from('junk'), Buffer.alloc(5000, 7), gzipSync('junk')])
      expect(await read(junk)).toMatchObject([{ kind: 'failed', refusal: { code: 'bad-archive' } }]);
  });

  test('that is cut anywhere gives the pages before the cut as they are, and a failure where a record is cut', async () => {
    // The last record is no page: nothing of it is read but its end.
    const bytes = await warcOf(
      [...PAGES, { url: 'https://a.example/p.png', body: 'PNG', type: 'image/png' }],
      gzip,
    );
    const whole = await read(bytes);
    expect(whole).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (end) => {
        const cut = await read(bytes.subarray(0, end));
        const pages = cut.filter(({ kind }) => kind === 'page');
        expect(pages).toEqual(whole.slice(0, pages.length));
        expect(cut.length - pages.length).toBeLessThanOrEqual(1);
        // Between two records, and in the blank lines behind one, nothing is missing.
        const isWithin = cut.length > pages.length;
        const rest = Buffer.from(bytes.subarray(0, end)).toString('latin1');
        if (!gzip && !isWithin) expect(rest).toMatch(/\r\n$|\r$|>$|PNG$/);
        if (pages.length === 0) expect(isWithin).toBe(true);
      }),
      { numRuns: 150, seed: 14 },
    );
  });

  test('of which some bits are wrong ends, without a page that is half of another', async () => {
    const bytes = await warcOf(PAGES, gzip);
    const texts = (await read(bytes)).map((page) => page.kind === 'page' && page.text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.nat(7), async (at, bit) => {
        const torn = Uint8Array.from(bytes);
        torn[at] = (torn[at] ?? 0) ^ (1 << bit);
        const found = await read(torn);
        expect(found.length).toBeGreaterThan(0);
        // A packed record has a checksum: what is read of it is what was written.
        if (gzip) for (const page of found) if (page.kind === 'page') expect(texts).toContain(page.text);
      }),
      { numRuns: 150, seed: 14 },
    );
  });
});

test('an answer whose head is far more than a head has is named and not held', async () => {
  const head = `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(20_000_000)}`;
  const record = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Length: ${head.length}\r\n\r\n${head}\r\n\r\n`;
  expect(await read(gzipSync(record))).toMatchObject([
    {
      kind: 'failed',
      refusal: { code: 'bad-archive', message: expect.stringContaining('a head of more than') },
    },
  ]);
});

test('an answer is taken out of its compression, and one that is a bomb is not kept', async () => {
  const packed = gzipSync(reportPage(1));
  const bomb = gzipSync(Buffer.alloc(40_000_000, 'a'));
  const bytes = await warcOf([
    { url: 'https://a.example/1', body: packed, headers: { 'Content-Encoding': 'gzip' } },
    { url: 'https://a.example/2', body: bomb, headers: { 'Content-Encoding': 'gzip' } },
    { url: 'https://a.example/3', body: reportPage(3) },
  ]);
  expect(await read(bytes)).toMatchObject([
    { kind: 'page', text: reportPage(1) },
    { kind: 'failed', refusal: { code: 'too-long' } },
    { kind: 'page', text: reportPage(3) },
  ]);
});

test('a file of one line that unpacks to far more than a head has is named and not held', async () => {
  const line = gzipSync(Buffer.concat([Buffer.from('WARC/1.0\r\nX: '), Buffer.alloc(200_000_000, 'a')]));
  const before = process.memoryUsage().arrayBuffers;
  expect(await read(line)).toMatchObject([{ kind: 'failed', refusal: { code: 'bad-archive' } }]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
});
