import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { nothing } from '../../test/examples.ts';
import { offline } from '../../test/sources.ts';
import type { Given } from '../record/index.ts';
import { ingest, listInputs, NOTHING_GIVEN } from './index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-ingest-'));
});

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

async function pages(
  sources: string[],
  given: Partial<Given> = {},
  stdin: AsyncIterable<Uint8Array> = nothing(),
) {
  const found = [];
  for await (const page of ingest(await listInputs(sources), { ...NOTHING_GIVEN, ...given }, offline(stdin)))
    if (page.kind !== 'unchanged') found.push(page);
  return found.map((page) =>
    page.kind === 'page'
      ? {
          path: page.path.replace(`${folder}/`, ''),
          text: page.text,
          given: page.given,
          lineage: page.lineage,
        }
      : { path: page.path.replace(`${folder}/`, ''), code: page.refusal.code, message: page.refusal.message },
  );
}

async function* chunks(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

describe('a folder', () => {
  test('gives its texts in the order of their names, and passes the rest over', async () => {
    await mkdir(join(folder, 'b'));
    for (const name of ['z.txt', 'a.md', 'b/c.txt', 'picture.png', '.hidden.txt', 'Z.txt'])
      await put(name, `Text of ${name}.`);
    await symlink(folder, join(folder, 'loop'));
    expect((await pages([folder])).map(({ path }) => path)).toEqual(['Z.txt', 'a.md', 'b/c.txt', 'z.txt']);
  });
  test('without a text is an input that failed', async () => {
    expect(await pages([folder])).toMatchObject([{ code: 'empty-folder' }]);
  });
});

describe('a sidecar', () => {
  test('wins over the options, passes unknown keys over and is no report', async () => {
    await put('a.txt', 'Text.');
    await put(
      'a.json',
      JSON.stringify({ url: 'https://a.example/1', outlet: 'A', published: '2031-02-26', mood: 'grey' }),
    );
    const [page, ...rest] = await pages([folder], { outlet: 'B', headline: null });
    expect(rest).toEqual([]);
    expect(page).toMatchObject({
      given: { outlet: 'A', published: '2031-02-26' },
      lineage: 'https://a.example/1',
    });
    expect(await pages([join(folder, 'a.json')])).toMatchObject([{ code: 'unsupported' }]);
  });
  test.each([
    ['{'],
    ['[]'],
    ['{"published": "yesterday"}'],
    ['{"url": "javascript:alert(1)"}'],
    ['{"outlet": 5}'],
  ])('that cannot be read fails its text by name: %s', async (content) => {
    await put('a.txt', 'Text.');
    await put('a.json', content);
    expect(await pages([folder])).toMatchObject([{ path: 'a.txt', code: 'bad-sidecar' }]);
  });
});

describe('JSONL', () => {
  test('gives a page a line, named by id or by line, and goes on after a bad one', async () => {
    await put(
      'a.jsonl',
      '{"text":"One.","id":"first","outlet":"A"}\n\nnot json\n{"html":"<p>x"}\n{"outlet":"A"}\n{"text":"Two.","published":"never"}\n{"text":"Three.","id":7}',
    );
    expect(await pages([join(folder, 'a.jsonl')])).toMatchObject([
      { path: 'a.jsonl#first', text: 'One.', given: { outlet: 'A' } },
      { path: 'a.jsonl#3', code: 'bad-line' },
      { path: 'a.jsonl#4', text: '<p>x' },
      { path: 'a.jsonl#5', code: 'bad-line' },
      { path: 'a.jsonl#6', text: 'Two.', given: { published: null } },
      { path: 'a.jsonl#7', text: 'Three.' },
    ]);
  });
  test('passes a line of ten megabytes without keeping it', async () => {
    await put('a.jsonl', `{"text":"${'x'.repeat(10_000_000)}"}\n{"text":"Two."}\n`);
    expect(await pages([join(folder, 'a.jsonl')])).toMatchObject([
      { path: 'a.jsonl#1', code: 'too-long' },
      { path: 'a.jsonl#2', text: 'Two.' },
    ]);
  });
});

describe('standard input', () => {
  test('is one text, or JSONL when it begins like it, however it is cut', async () => {
    expect(await pages(['-'], { outlet: 'A' }, chunks('The ', 'text.'))).toMatchObject([
      { path: '-', text: 'The text.', given: { outlet: 'A' } },
    ]);
    expect(await pages(['-'], {}, chunks('{"te', 'xt":"One."}\n{"text":', '"Two."}'))).toMatchObject([
      { path: '-#1', text: 'One.' },
      { path: '-#2', text: 'Two.' },
    ]);
    expect(await pages(['-'], {}, chunks('{ braces begin this text'))).toMatchObject([
      { path: '-', text: '{ braces begin this text' },
    ]);
  });
});

describe('what cannot be read', () => {
  test('is named', async () => {
    await put('big.txt', 'x'.repeat(9_000_000));
    await put('page.pdf', '%PDF');
    await symlink(join(folder, 'gone'), join(folder, 'dangling.txt'));
    const sources = ['big.txt', 'page.pdf', 'none.txt', 'dangling.txt'].map((name) => join(folder, name));
    expect((await pages(sources)).map((page) => ('code' in page ? page.code : 'page'))).toEqual([
      'too-long',
      'unsupported',
      'not-found',
      'not-found',
    ]);
  });
});
