import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { firstBrokenSpan, reportRecord } from '../../src/record/index.ts';
import { warcOf } from '../warc.ts';
import { openWeb, reportPage, rss, type TestWeb } from '../web.ts';
import { lines, newFolder, onrecord } from './onrecord.ts';

let web: TestWeb;
let cwd = '';
beforeAll(async () => {
  web = await openWeb();
});
afterAll(() => web.close());
beforeEach(async () => {
  cwd = await newFolder();
  web.answers.clear();
});

const run = (...args: string[]) => onrecord(args, { cwd });
const ours = ['--allow-private', '--delay', '0'];
const json = (out: string) => lines(out).map((line) => JSON.parse(line));

describe('onrecord read', () => {
  test('reads a page of the web, with all that the page says of it', async () => {
    web.answers.set('/bridge', reportPage(1));
    const { status, out, err } = await run('read', '--json', ...ours, `${web.origin}/bridge`);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const record = reportRecord.parse(JSON.parse(out));
    expect(firstBrokenSpan(record)).toBeNull();
    expect(record.report).toMatchObject({
      path: `${web.origin}/bridge`,
      url: `${web.origin}/bridge`,
      outlet: 'The Courier',
      headline: 'Bridge 1 closed to lorries',
      published: '2034-02-02T10:00:00Z',
      language: 'en',
    });
    expect(
      record.statements.some(({ speaker }) => speaker.kind === 'named' && speaker.name === 'Mina Pell'),
    ).toBe(true);
  });

  test('refuses an address of this machine unless it is told otherwise', async () => {
    const { status, out } = await run('read', '--json', `${web.origin}/bridge`);
    expect([status, JSON.parse(out).error.code]).toEqual([1, 'private-address']);
  });

  test('reads HTML from files, JSONL, archives and standard input as the same report', async () => {
    const html = reportPage(1);
    await writeFile(join(cwd, 'a.html'), html);
    await writeFile(join(cwd, 'a.jsonl'), `${JSON.stringify({ html, id: 'one' })}\n`);
    await writeFile(join(cwd, 'a.warc'), await warcOf([{ url: 'https://a.example/1', body: html }]));
    const { out } = await run('read', '--json', 'a.html', 'a.jsonl', 'a.warc');
    const piped = await onrecord(['read', '--json', '-'], { cwd, input: html });
    const records = [...json(out), ...json(piped.out)];
    expect(records.map(({ report }) => report.path)).toEqual([
      'a.html',
      'a.jsonl#one',
      'a.warc#https://a.example/1',
      '-',
    ]);
    expect(new Set(records.map(({ report }) => report.text)).size).toBe(1);
    expect(records[2].report.url).toBe('https://a.example/1');
  });

  test('gives the same bytes for pages, whatever the number of threads', async () => {
    for (let index = 0; index < 40; index++) await writeFile(join(cwd, `${index}.html`), reportPage(index));
    const one = await run('read', '--json', '--jobs', '1', '.');
    expect(lines(one.out)).toHaveLength(40);
    expect((await run('read', '--json', '--jobs', '2', '.')).out).toBe(one.out);
  });
});

describe('onrecord add', () => {
  test('keeps a page with its bytes, asks only whether it changed, tells a new version, and proves all of it', async () => {
    let said = 'The bridge is not safe';
    web.answers.set('/bridge', (request, response) => {
      const etag = `"${said.length}"`;
      const isKnown = request.headers['if-none-match'] === etag;
      response.writeHead(isKnown ? 304 : 200, {
        etag,
        'content-type': 'text/html',
        'cache-control': 'no-cache',
      });
      response.end(isKnown ? undefined : reportPage(1, said));
    });
    const add = async () => json((await run('add', '--json', ...ours, `${web.origin}/bridge`)).out)[0];
    expect(await add()).toMatchObject({ outcome: 'added', version: 1 });
    expect(await add()).toMatchObject({ outcome: 'unchanged' });
    said = 'The bridge is safe again';
    const later = await add();
    expect(later).toMatchObject({ outcome: 'changed', version: 2 });
    expect(later.changes.map(({ kind }: { kind: string }) => kind)).toContain('quotation-altered');
    const proof = JSON.parse((await run('verify', '--all', '--json')).out);
    expect(proof).toMatchObject({ reports: 2, log: 2, broken: [] });
  });

  test('adds what a feed lists, and names what it cannot read', async () => {
    for (const number of [1, 2]) web.answers.set(`/${number}`, reportPage(number));
    web.answers.set(
      '/feed',
      rss(
        'T',
        [1, 2, 3].map((number) => ({ link: `${web.origin}/${number}` })),
      ),
    );
    const { status, out } = await run('add', '--json', ...ours, `${web.origin}/feed`);
    expect(status).toBe(1);
    expect(json(out).map((line) => line.outcome ?? line.error.code)).toEqual(['added', 'added', 'gone']);
  });
});

describe('onrecord watch', () => {
  test('--once looks once, tells what it did, and goes on from there', async () => {
    web.answers.set('/1', reportPage(1));
    web.answers.set('/feed', rss('T', [{ link: `${web.origin}/1` }]));
    const first = await run('watch', '--once', ...ours, `${web.origin}/feed`);
    expect([first.status, lines(first.out).map((line) => line.split('\t')[0])]).toEqual([
      0,
      ['listed', 'added'],
    ]);
    const second = await run('watch', '--once', '--json', ...ours, `${web.origin}/feed`);
    expect(json(second.out)).toEqual([
      { outcome: 'listed', path: `${web.origin}/feed`, fresh: 0, changed: 0, vanished: 0 },
    ]);
  });

  test('--once, started again and again, leaves a host alone for as long as it wants, and a feed that fails', async () => {
    web.answers.set('/1', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    web.answers.set('/2', reportPage(2));
    web.answers.set('/feed', rss('T', [{ link: `${web.origin}/1` }, { link: `${web.origin}/2` }]));
    web.asked.length = 0;
    const once = () => run('watch', '--once', '--json', ...ours, `${web.origin}/feed`);
    const first = json((await once()).out);
    expect(first.map((line) => line.outcome ?? line.error.code)).toEqual(['listed', 'http-error', 'resting']);
    const wait = Date.parse(first[2].until) - Date.now();
    expect(wait).toBeGreaterThan(7_100_000);
    expect(wait).toBeLessThanOrEqual(7_200_000);
    for (let cron = 0; cron < 3; cron++) {
      const { status, out } = await once();
      expect([status, json(out).map((line) => line.outcome)]).toEqual([0, ['resting']]);
    }
    const added = await run('add', '--json', ...ours, `${web.origin}/2`);
    expect([added.status, JSON.parse(added.out).error.code]).toEqual([1, 'resting']);
    expect(web.asked.filter((path) => path !== '/robots.txt')).toEqual(['/feed', '/1']);
    const failing = () => run('watch', '--once', '--json', ...ours, `http://127.0.0.1:1/feed`);
    const told = [json((await failing()).out), json((await failing()).out)];
    expect(told.map(([line]) => line.outcome ?? line.error.code)).toEqual(['unreachable', 'resting']);
  });

  test('fails once with a name where there is no feed', async () => {
    web.answers.set('/page', reportPage(1));
    const { status, err } = await run('watch', '--once', ...ours, `${web.origin}/page`);
    expect(status).toBe(1);
    expect(err).toContain('[bad-feed]');
  });
});
