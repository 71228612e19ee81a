import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync as zstd } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { reportPage } from '../../../test/web.ts';
import type { Intake } from '../../record/index.ts';
import { NOTHING_GIVEN } from '../given.ts';
import { readWarc } from './read.ts';

const bytesOf = (part: string | Uint8Array) =>
  typeof part === 'string' ? Buffer.from(part) : Buffer.from(part);

/** An answer of a server, as it was sent. */
const answer = (
  body: string | Uint8Array,
  fields: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
) => Buffer.concat([bytesOf([`HTTP/1.1 ${status}`, ...fields, '', ''].join('\r\n')), bytesOf(body)]);

interface Made {
  readonly fields?: Readonly<Record<string, string | null>>;
  readonly length?: number;
  readonly end?: string;
}

/** A record of page `number`. */
function record(
  number: number,
  block: Uint8Array,
  { fields = {}, length = block.length, end = '\r\n\r\n' }: Made = {},
) {
  const all = {
    'WARC-Type': 'response',
    'WARC-Target-URI': `https://a.example/${number}`,
    'WARC-Date': '2034-02-02T10:00:00Z',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(length),
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.concat([bytesOf(['WARC/1.0', ...lines, '', ''].join('\r\n')), block, bytesOf(end)]);
}

const page = (number: number, made: Made = {}) => record(number, answer(reportPage(number)), made);

async function read(parts: readonly Uint8Array[], from = { at: 0, count: 0 }): Promise<Intake[]> {
  const bytes = Buffer.concat(parts);
  async function* open(start: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < bytes.length; at += 101) yield bytes.subarray(at, at + 101);
  }
  const found: Intake[] = [];
  const mark = { place: 'file:///a.warc', fingerprint: 'x' };
  const source = { path: 'a.warc', given: NOTHING_GIVEN, open, size: bytes.length, from, mark };
  for await (const one of readWarc(source)) found.push(one);
  return found;
}

/** What came of each: the number of a whole page, or why not. */
const toldOf = (found: readonly Intake[]) =>
  found.map((one) => {
    if (one.kind === 'unchanged') return 'unchanged';
    if (one.kind === 'failed') return one.refusal.code;
    const number = Number(/Bridge (\d+)/.exec(one.text)?.[1]);
    return one.text === reportPage(number) ? number : `not the page: ${one.text.slice(0, 80)}`;
  });

const told = async (...parts: readonly Uint8Array[]) => toldOf(await read(parts));
const html = ['Content-Type: text/html; charset=utf-8'];
const encoded = (name: string) => [...html, `Content-Encoding: ${name}`];
const chunked = (...sizes: readonly number[]) => {
  const body = bytesOf(reportPage(2));
  const parts: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, body.length - sizes.reduce((sum, one) => sum + one, 0)]) {
    parts.push(bytesOf(`${size.toString(16)}\r\n`), body.subarray(at, at + size), bytesOf('\r\n'));
    at += size;
  }
  return Buffer.concat(parts);
};
const CHUNKED = [...html, 'Transfer-Encoding: chunked'];

describe('a record of another length than it says', () => {
  const block = answer(reportPage(2));
  test.each([
    ['far too short', 300],
    ['a little too short', block.length - 5],
    ['too short by a whole page', block.length - 100],
    ['a little too long', block.length + 40],
    ['too long by the next record', block.length + 900],
    ['longer than the file', 9_000_000],
    ['none at all', 0],
  ])('is told and not read: %s', async (_, length) => {
    expect(await told(page(1), record(2, block, { length }), page(3), page(4))).toEqual([
      1,
      'bad-archive',
      3,
      4,
    ]);
    const whole = gzipSync(Buffer.concat([page(1), record(2, block, { length }), page(3), page(4)]));
    expect(await told(whole)).toEqual([1, 'bad-archive', 3, 4]);
    const members = [page(1), record(2, block, { length }), page(3), page(4)].map((one) => gzipSync(one));
    expect(await told(...members)).toEqual([1, 'bad-archive', 3, 4]);
  });

  test('says which it is, where it begins and what was found', async () => {
    const first = page(1);
    const [, lost] = await read([first, record(2, block, { length: 300 }), page(3)]);
    expect(lost).toMatchObject({
      path: 'a.warc#2',
      refusal: {
        message: `expected record 2 of a WARC file at byte ${first.length}, found a record that does not end behind its 300 bytes`,
      },
    });
  });

  test('that says no length, or none that is a number', async () => {
    for (const length of [null, '', '12x', '-5', '1e3'])
      expect(await told(page(1), page(2, { fields: { 'Content-Length': length } }), page(3))).toEqual([
        1,
        'bad-archive',
        3,
      ]);
  });

  test('is told as often as there is one, and each is told once', async () => {
    const bad = record(2, block, { length: 5_000 });
    expect(await told(bad, page(1), bad, bad, page(3))).toEqual([
      'bad-archive',
      1,
      'bad-archive',
      'bad-archive',
      3,
    ]);
  });
});

test('records are parted by two lines, one, none or many', async () => {
  for (const end of ['', '\r\n', '\n', '\n\n', '\r\n\r\n\r\n\r\n', '\n\n\n'])
    expect(await told(page(1, { end }), page(2, { end }), page(3, { end })), JSON.stringify(end)).toEqual([
      1, 2, 3,
    ]);
});

test('line feeds alone, with lengths that are right or count what is gone', async () => {
  const lf = (bytes: Uint8Array) =>
    Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  const right = (number: number) => {
    const block = lf(answer(reportPage(number)));
    return lf(record(number, block));
  };
  expect(await told(right(1), right(2), right(3))).toEqual([1, 2, 3]);
  expect(
    toldOf(
      await read([lf(page(1)), lf(page(2))]).then((found) =>
        found.map((one) => (one.kind === 'page' ? { ...one, text: `${one.text.trimEnd()}` } : one)),
      ),
    ),
  ).toEqual([1, 2]);
  expect(await told(gzipSync(right(1)), gzipSync(right(2)))).toEqual([1, 2]);
  const cut = Buffer.concat([right(1), right(2)]);
  expect(await told(cut.subarray(0, cut.length - 100))).toEqual([1, 'bad-archive']);
});

describe('a record that does not say what it is', () => {
  test('is an answer where it begins like one', async () => {
    expect(
      await told(
        page(1, { fields: { 'WARC-Type': null } }),
        page(2, { fields: { 'WARC-Type': 'Response' } }),
      ),
    ).toEqual([1, 2]);
    expect(await told(page(1, { fields: { 'Content-Type': null } }))).toEqual([1]);
  });
  test('is a page where its bytes are one', async () => {
    const own = (number: number, fields: Made['fields']) =>
      record(number, bytesOf(reportPage(number)), { fields: { 'WARC-Type': 'resource', ...fields } });
    expect(
      await told(
        own(1, { 'Content-Type': null }),
        own(2, { 'Content-Type': 'text/html' }),
        own(3, { 'WARC-Type': null, 'Content-Type': null }),
      ),
    ).toEqual([1, 2, 3]);
    expect(
      await told(
        record(1, answer(reportPage(1), ['Server: x'])),
        record(2, answer(reportPage(2), ['Content-Type: application/octet-stream'])),
        record(3, answer(reportPage(3), ['Content-Type: text/plain'])),
      ),
    ).toEqual([1, 2, 3]);
  });
  test('is passed over where they are something else', async () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3);
    expect(
      await told(
        page(1),
        record(2, answer(picture, [])),
        record(3, picture, { fields: { 'WARC-Type': null, 'Content-Type': null } }),
      ),
    ).toEqual([1]);
  });
});

describe('an answer in its compression', () => {
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstd],
    ['deflate', deflateSync],
  ])('%s, as its fields say', async (name, pack) => {
    expect(await told(record(2, answer(pack(reportPage(2)), encoded(name))))).toEqual([2]);
    expect(await told(record(2, answer(reportPage(2), encoded(name))))).toEqual([2]);
  });
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstd],
  ])('%s, of which its fields say nothing, or another', async (_, pack) => {
    expect(await told(record(2, answer(pack(reportPage(2)))))).toEqual([2]);
  });
  test('another than its fields say', async () => {
    expect(await told(record(2, answer(gzipSync(reportPage(2)), encoded('br'))))).toEqual([2]);
    expect(await told(record(2, answer(zstd(reportPage(2)), encoded('gzip'))))).toEqual([2]);
  });
  test('that is cut or damaged is told', async () => {
    const cut = gzipSync(reportPage(2)).subarray(0, 200);
    expect(await told(record(2, answer(cut, encoded('gzip'))), page(3))).toEqual(['bad-archive', 3]);
  });
});

describe('an answer in chunks', () => {
  test('is joined, also where its fields do not say so, or it is joined already', async () => {
    const body = Buffer.concat([chunked(100, 50), bytesOf('0\r\n\r\n')]);
    expect(await told(record(2, answer(body, CHUNKED)))).toEqual([2]);
    expect(await told(record(2, answer(body)))).toEqual([2]);
    expect(await told(record(2, answer(reportPage(2), CHUNKED)))).toEqual([2]);
    expect(
      await told(record(2, answer(gzipSync(reportPage(2)), [...CHUNKED, 'Content-Encoding: gzip']))),
    ).toEqual([2]);
  });
  test('without its last is whole where the page has its end, and else told as cut off', async () => {
    expect(await told(record(2, answer(chunked(100, 50), CHUNKED)))).toEqual([2]);
    expect(await told(record(2, answer(chunked(100, 50).subarray(0, 200), CHUNKED)), page(3))).toEqual([
      'cut-off',
      3,
    ]);
    const torn = Buffer.concat([chunked(100, 50).subarray(0, 160), bytesOf('zz\r\n<p>more</p>')]);
    expect(await told(record(2, answer(torn, CHUNKED)), page(3))).toEqual(['cut-off', 3]);
  });
});

test('a page that was cut off when it was archived is told, unless it has its end', async () => {
  const half = answer(reportPage(2).slice(0, 300));
  for (const why of ['length', 'time', 'disconnect', 'unspecified'])
    expect(
      await told(
        record(2, half, { fields: { 'WARC-Truncated': why } }),
        page(3, { fields: { 'WARC-Truncated': why } }),
      ),
    ).toEqual(['cut-off', 3]);
});

describe('what became of an address', () => {
  test('that is gone is told with the day', async () => {
    for (const status of ['404 Not Found', '410 Gone', '451 Unavailable'])
      expect(
        await read([
          page(1),
          record(1, answer('<h1>Not here</h1>', html, status), {
            fields: { 'WARC-Date': '2034-03-01T10:00:00Z' },
          }),
        ]),
      ).toMatchObject([
        { kind: 'page', web: { at: '2034-02-02T10:00:00.000Z' } },
        {
          kind: 'failed',
          place: 'https://a.example/1',
          at: '2034-03-01T10:00:00.000Z',
          refusal: { code: 'gone' },
        },
      ]);
  });
  test('that is as before is told, also by an answer without a body', async () => {
    const again = {
      'WARC-Type': 'revisit',
      'WARC-Date': '2034-02-08T10:00:00Z',
      'WARC-Refers-To-Date': '2034-02-02T10:00:00Z',
    };
    for (const block of [answer('', html), answer('', [], '304 Not Modified'), bytesOf('')])
      expect(await read([page(1), record(1, block, { fields: again })])).toMatchObject([
        { kind: 'page' },
        {
          kind: 'unchanged',
          place: 'https://a.example/1',
          at: '2034-02-08T10:00:00.000Z',
          as: '2034-02-02T10:00:00.000Z',
        },
      ]);
    expect(
      await told(page(1), record(1, answer('', ['Content-Type: image/png']), { fields: again })),
    ).toEqual([1]);
  });
  test('that leads elsewhere, or was an error, is passed over', async () => {
    for (const status of ['301 Moved', '302 Found', '308 Moved', '500 Error', '403 Forbidden'])
      expect(await told(page(1), record(2, answer(reportPage(2), html, status)))).toEqual([1]);
  });
});

describe('an archive in Zstandard', () => {
  const dictionary = bytesOf(`${page(7)}${page(8)}`);
  const skippable = (magic: number, bytes: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(magic, 0);
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  const frames = [1, 2, 3].map((number) => zstd(page(number)));
  const small = [1, 2, 3].map((number) => zstd(page(number), { dictionary }));

  test('frame by frame, or in one', async () => {
    expect(await told(...frames)).toEqual([1, 2, 3]);
    expect(await told(zstd(Buffer.concat([page(1), page(2)])))).toEqual([1, 2]);
    expect(
      await told(frames[0] ?? bytesOf(''), skippable(0x184d2a50, bytesOf('index')), ...frames.slice(1)),
    ).toEqual([1, 2, 3]);
  });
  test('with a dictionary, as it is or packed', async () => {
    expect(await told(skippable(0x184d2a5d, dictionary), ...small)).toEqual([1, 2, 3]);
    expect(await told(skippable(0x184d2a5d, zstd(dictionary)), ...small)).toEqual([1, 2, 3]);
  });
  test('goes on behind a frame that is damaged, and says that it is cut', async () => {
    const [one = bytesOf(''), two = bytesOf(''), three = bytesOf('')] = small;
    const torn = Uint8Array.from(two);
    torn.fill(0xff, 12, torn.length - 4);
    const start = skippable(0x184d2a5d, dictionary);
    expect(await told(start, one, torn, three)).toEqual([1, 'bad-archive', 3]);
    expect(await told(start, one, two, three.subarray(0, three.length - 30))).toEqual([1, 2, 'bad-archive']);
    expect(await told(start.subarray(0, 50))).toEqual(['bad-archive']);
    expect(await told(...small)).toEqual(['bad-archive', 'bad-archive', 'bad-archive'].slice(0, 1));
  });
  test('can be gone on with at every mark', async () => {
    const parts = [skippable(0x184d2a5d, dictionary), ...small];
    const whole = await read(parts);
    for (const [index, one] of whole.entries()) {
      const { at = 0, count = 0 } = one.mark ?? {};
      expect(toldOf(await read(parts, { at, count }))).toEqual(toldOf(whole).slice(index));
    }
  });
});

describe('an archive in gzip', () => {
  const members = [1, 2, 3].map((number) => gzipSync(page(number)));
  const [one = bytesOf(''), two = bytesOf(''), three = bytesOf('')] = members;
  test.each([
    ['bytes within', (bytes: Uint8Array) => bytes.fill(0x55, 60, 90)],
    ['its head', (bytes: Uint8Array) => bytes.fill(0, 0, 4)],
    ['its end', (bytes: Uint8Array) => bytes.fill(9, bytes.length - 8)],
    ['all of it', (bytes: Uint8Array) => bytes.fill(0xaa)],
  ])('goes on behind a member of which is damaged: %s', async (_, damage) => {
    expect(await told(one, damage(Uint8Array.from(two)), three)).toEqual([1, 'bad-archive', 3]);
    expect(await told(damage(Uint8Array.from(one)), two, three)).toSatisfy(
      (found) => found.includes(2) && found.includes(3),
    );
  });
  test('goes on behind a member that is cut, or bytes between two', async () => {
    expect(await told(one, two.subarray(0, 200), three)).toEqual([1, 'bad-archive', 3]);
    expect(await told(one, bytesOf('junk between them'), two, three)).toEqual([1, 'bad-archive', 2, 3]);
    expect(await told(one, Buffer.alloc(512), two, three, Buffer.alloc(512))).toEqual([1, 2, 3]);
  });
  test('with many records in a member, of which one is broken', async () => {
    const parts = [page(1), page(2, { fields: { 'Content-Length': 'x' } }), page(3)];
    expect(await told(gzipSync(Buffer.concat(parts)), gzipSync(page(4)))).toEqual([1, 'bad-archive', 3, 4]);
  });
});

test('an archive of nothing but broken records is given up, and what says too much is not read for ever', async () => {
  const bad = Buffer.concat(
    Array.from({ length: 1500 }, () => page(1, { fields: { 'Content-Length': 'x' } })),
  );
  const found = await told(bad);
  expect(found.length).toBe(1001);
});
