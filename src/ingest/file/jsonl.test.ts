import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NOTHING_GIVEN } from '../given.ts';
import { unpackedFrom } from '../packed/unpacked.ts';
import { readJsonl, textOfLine } from './jsonl.ts';

async function read(content: string | Uint8Array, size = 7) {
  const bytes = Buffer.from(content);
  async function* open(start: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found = [];
  for await (const one of readJsonl(unpackedFrom(open, 0), { path: 'a', place: 'a', given: NOTHING_GIVEN }))
    found.push(one.kind === 'page' ? { text: one.text, ...one.given, path: one.path } : one.refusal.code);
  return found;
}

const line = (fields: object) => JSON.stringify({ text: 'One.', ...fields });
const publishedOf = async (published: unknown) => {
  const [one] = await read(line({ published }));
  return typeof one === 'object' ? one.published : one;
};

test.each([
  ['2031-04-05 06:07:08', '2031-04-05'],
  ['2031-04-05T06:07:08', '2031-04-05'],
  ['2031-04-05T06:07:08.123456+00:00', '2031-04-05T06:07:08.123456+00:00'],
  ['2031-04-05 06:07:08+02:00', '2031-04-05T06:07:08+02:00'],
  ['Sat, 05 Apr 2031 06:07:08 GMT', '2031-04-05T06:07:08Z'],
  ['Sat, 05 Apr 2031 06:07:08 +0200', '2031-04-05T06:07:08+02:00'],
  ['05 Apr 2031 06:07 EDT', '2031-04-05T06:07:00-04:00'],
  ['April 5, 2031', '2031-04-05'],
  ['Apr. 5, 2031, 6:07 p.m. ET', '2031-04-05T18:07:00-04:00'],
  ['5 April 2031', '2031-04-05'],
  ['2031/04/05', '2031-04-05'],
  ['20310405', '2031-04-05'],
  ['25/4/2031', '2031-04-25'],
  [1_933_135_628, '2031-04-05T06:07:08Z'],
  [1_933_135_628_000, '2031-04-05T06:07:08Z'],
  [1_933_135_628.5, '2031-04-05T06:07:08Z'],
  ['1933135628', '2031-04-05T06:07:08Z'],
  ['2031-04', '2031-04'],
  ['4/5/2031', null],
  ['never', null],
  ['', null],
  [null, null],
  [{}, null],
  [true, null],
])('a date as %j is %j', async (written, date) => {
  expect(await publishedOf(written)).toBe(date);
});

test.each([
  ['https://a.example/1', 'https://a.example/1'],
  [' https://a.example/1 ', 'https://a.example/1'],
  ['a.example/1', 'https://a.example/1'],
  ['www.a.example', 'https://www.a.example'],
  ['//a.example/1', 'https://a.example/1'],
  ['a.example:8080/1?x=y', 'https://a.example:8080/1?x=y'],
  ['/1', null],
  ['page 1', null],
  ['javascript:alert(1)', null],
  ['mailto:a@a.example', null],
  ['', null],
  [null, null],
  [7, null],
])('an address as %j is %j', async (written, url) => {
  expect(await read(line({ url: written }))).toMatchObject([{ url }]);
});

describe('the fields of other tools', () => {
  test('are read under their names, ours first', async () => {
    const newsPlease = {
      title: 'T',
      maintext: 'One.',
      date_publish: '2031-04-05 06:07:08',
      source_domain: 'a.example',
      url: 'https://a.example/1',
      authors: ['A'],
      description: null,
    };
    const mediaCloud = {
      title: 'T',
      text: 'One.',
      publish_date: '2031-04-05',
      media_name: 'The Courier',
      url: 'a.example/1',
    };
    expect(await read(`${JSON.stringify(newsPlease)}\n${JSON.stringify(mediaCloud)}`)).toMatchObject([
      {
        text: 'One.',
        headline: 'T',
        outlet: 'a.example',
        published: '2031-04-05',
        url: 'https://a.example/1',
      },
      { text: 'One.', headline: 'T', outlet: 'The Courier', published: '2031-04-05' },
    ]);
    expect(await read(line({ headline: 'Own', title: 'Other' }))).toMatchObject([{ headline: 'Own' }]);
    expect(await read(line({ headline: ' ', title: 'Other' }))).toMatchObject([{ headline: 'Other' }]);
    const body = JSON.stringify({ body: '<p>One.</p>', content: '' });
    expect(await read(body)).toMatchObject([{ text: '<p>One.</p>' }]);
    expect(textOfLine(Buffer.from(body))).toBeNull();
    expect(textOfLine(Buffer.from(JSON.stringify(newsPlease)))).toBe('One.');
  });
  test('that are null, empty or no text are not there', async () => {
    for (const nothing of [null, '', '  \n', 5, [], {}, false])
      expect(
        await read(
          line({ url: nothing, outlet: nothing, headline: nothing, published: nothing, html: nothing }),
        ),
      ).toMatchObject([{ text: 'One.', url: null, outlet: null, headline: null }]);
    for (const nothing of [null, '', ' ', 5])
      expect(
        await read(
          `${JSON.stringify({ text: nothing, html: '<p>x</p>' })}\n${JSON.stringify({ text: nothing })}`,
        ),
      ).toMatchObject([{ text: '<p>x</p>' }, 'bad-line']);
  });
});

describe('an array of objects', () => {
  const [a, b, c] = ['A "quoted} {[.', 'B.', 'C.'].map((text) => ({
    text,
    authors: [{ name: 'x' }, { name: 'y' }],
  }));
  const texts = async (content: string) =>
    (await read(content)).map((one) => (typeof one === 'object' ? one.text : one));
  const all = ['A "quoted} {[.', 'B.', 'C.'];

  test('is read however it is laid out', async () => {
    for (const content of [
      JSON.stringify([a, b, c]),
      JSON.stringify([a, b, c], null, 2),
      `\ufeff${JSON.stringify([a, b, c], null, '\t').replaceAll('\n', '\r\n')}`,
      `[${JSON.stringify(a)},\n${JSON.stringify(b)},\n${JSON.stringify(c)}]`,
      `[\n${JSON.stringify(a)}\n,${JSON.stringify(b)}\n,\n${JSON.stringify(c)},\n]\n`,
      `${JSON.stringify(a, null, 2)}\n${JSON.stringify(b, null, 2)}\n${JSON.stringify(c, null, 2)}`,
    ])
      expect(await texts(content), content).toEqual(all);
  });
  test('keeps the neighbours of one that is broken, and of what is no object', async () => {
    const lines = (broken: string) => `[${JSON.stringify(a)},\n${broken}\n${JSON.stringify(c)}]`;
    for (const broken of ['{"text":"B.},', '{"text":"B.",', '{"text":B},', '"B.",', '{"te', '5,'])
      expect(await texts(lines(broken)), broken).toEqual([all[0], 'bad-line', 'C.']);
    const indented = JSON.stringify([a, b, c], null, 2).replace('"B."', '"B.');
    expect(await texts(indented)).toEqual([all[0], 'bad-line', 'C.']);
    expect(await texts(`[${JSON.stringify(a)},\n${JSON.stringify(b).slice(0, -4)}`)).toEqual([
      all[0],
      'bad-line',
    ]);
  });
  test('that is empty says so', async () => {
    expect(await texts('[]')).toEqual(['no-reports']);
  });
});

describe('packed lines', () => {
  const lines = Array.from({ length: 40 }, (_, number) => line({ text: `Report ${number}.` })).join('\n');
  test('are read out of gzip and Zstandard', async () => {
    for (const packed of [
      gzipSync(lines),
      Buffer.concat([gzipSync(`${lines}\n`), gzipSync('')]),
      zstdCompressSync(lines),
    ])
      expect(await read(packed)).toHaveLength(40);
  });
  test('that are cut are told, and those before are read', async () => {
    const packed = gzipSync(lines, { level: 0 });
    const found = await read(packed.subarray(0, 500));
    expect(found.at(-1)).toBe('bad-archive');
    expect(found.length).toBeGreaterThan(5);
  });
});
