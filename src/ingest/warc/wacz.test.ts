import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { warcOf } from '../../../test/warc.ts';
import { reportPage } from '../../../test/web.ts';
import { type Zipped, zipOf } from '../../../test/zip.ts';
import { NOTHING_GIVEN } from '../given.ts';
import { readWacz } from './wacz.ts';

const archive = (number: number, gzip = true) =>
  warcOf([{ url: `https://a.example/${number}`, body: reportPage(number) }], gzip);
const PAGES: Zipped = {
  name: 'pages/pages.jsonl',
  bytes: Buffer.from('{"format":"json-pages-1.0"}\n{"url":"https://a.example/1"}\n'),
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-wacz-'));
});

/** What came of each: the end of its path where it is a page, or why not. */
async function read(bytes: Uint8Array): Promise<string[]> {
  const path = join(folder, 'a.wacz');
  await writeFile(path, bytes);
  const found: string[] = [];
  for await (const one of readWacz({ path, given: NOTHING_GIVEN }))
    found.push(one.kind === 'failed' ? one.refusal.code : one.path.slice(path.length));
  expect(await readdir(folder)).toEqual(['a.wacz']);
  return found;
}

test('a package gives the pages of all its archives, wherever they lie in it and however they are packed', async () => {
  const files: Zipped[] = [
    { name: 'archive/b.warc.gz', bytes: await archive(2) },
    { name: 'archive/deeper/c.warc', bytes: await archive(3, false), how: 'deflated' },
    { name: 'archive/a.warc', bytes: await archive(1, false) },
    { name: 'datapackage.json', bytes: Buffer.from('{}') },
    { name: 'indexes/index.cdx.gz', bytes: gzipSync('example,a)/1 {}') },
  ];
  for (const all of [files, [...files, PAGES]])
    for (const sizes of ['zip', 'zip64'] as const)
      expect(await read(zipOf(all, sizes))).toEqual([
        '/archive/a.warc#https://a.example/1',
        '/archive/b.warc.gz#https://a.example/2',
        '/archive/deeper/c.warc#https://a.example/3',
      ]);
});

test('names that lead elsewhere are names: nothing is written', async () => {
  const names = ['../../evil.warc.gz', '/etc/evil.warc.gz', 'a\\..\\b.warc.gz'];
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await archive(1) })));
  expect((await read(zipOf(files))).length).toBe(3);
});

test('a package without an archive says so, and one that is none', async () => {
  expect(await read(zipOf([PAGES]))).toEqual(['no-reports']);
  expect(await read(Buffer.from('PK\u0003\u0004 and no more'))).toEqual(['bad-archive']);
  expect(await read(Buffer.alloc(0))).toEqual(['bad-archive']);
});

test('a package that is cut is told, and what its archives hold in gzip is read', async () => {
  const whole = zipOf([{ name: 'archive/a.warc.gz', bytes: await archive(1) }, PAGES]);
  expect(await read(whole.subarray(0, whole.length - 60))).toSatisfy(
    (found: string[]) =>
      found[0] === 'bad-archive' && found.some((path) => path.endsWith('#https://a.example/1')),
  );
});

test('an archive of it that is damaged is told, and the others are read', async () => {
  const bytes = await archive(1, false);
  const whole = zipOf([
    { name: 'a.warc', bytes, how: 'deflated' },
    { name: 'b.warc', bytes: await archive(2, false), how: 'deflated' },
  ]);
  whole.fill(0xff, 80, 160);
  const found = await read(whole);
  expect(found).toContain('bad-archive');
  expect(found.at(-1)).toBe('/b.warc#https://a.example/2');
});

test('files that share their bytes are no package', async () => {
  const whole = zipOf([
    { name: 'a.warc', bytes: Buffer.alloc(500_000), how: 'deflated' },
    { name: 'b.warc', bytes: Buffer.alloc(500_000), how: 'deflated' },
  ]);
  // Both entries of the directory tell of more bytes than the zip has.
  for (let at = whole.indexOf('PK\u0001\u0002'); at >= 0; at = whole.indexOf('PK\u0001\u0002', at + 1))
    whole.writeUInt32LE(whole.length - 100, at + 20);
  expect((await read(whole))[0]).toBe('bad-archive');
});
