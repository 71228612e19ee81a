import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWeb, reportPage, rss, type TestWeb } from '../../test/web.ts';
import { type Fetcher, openFetcher } from './fetch/index.ts';
import { NOTHING_GIVEN } from './given.ts';
import { visit, visitFeed } from './web.ts';

let web: TestWeb;
let fetcher: Fetcher;
beforeAll(async () => {
  web = await openWeb();
  fetcher = openFetcher({ allowPrivate: true, delay: 0, patience: 5000 });
});
afterAll(async () => {
  await fetcher.close();
  await web.close();
});
afterEach(() => web.answers.clear());

const at = (type: string, body: string | Uint8Array) => {
  web.answers.set('/x', (_, response) =>
    response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body),
  );
  return visit({ address: `${web.origin}/x`, given: NOTHING_GIVEN, policy: null, feed: null }, fetcher);
};
const SITEMAP = '<?xml version="1.0"?><urlset><url><loc>https://a.example/1</loc></url></urlset>';

describe('what is at an address', () => {
  test('is a page, a text or Markdown by its type, or by how it begins', async () => {
    expect(await at('text/html; charset=utf-8', reportPage(1))).toMatchObject({
      kind: 'page',
      format: 'html',
    });
    expect(await at('application/xhtml+xml', reportPage(1))).toMatchObject({ kind: 'page', format: 'html' });
    expect(await at('', reportPage(1))).toMatchObject({ kind: 'page', format: 'html' });
    expect(await at('text/plain', 'Words.')).toMatchObject({ kind: 'page', format: 'text' });
    expect(await at('text/markdown', '# Words')).toMatchObject({ kind: 'page', format: 'markdown' });
  });

  test('is a feed by its words, whatever xml or json its type says, packed or not', async () => {
    const feed = rss('T', [{ link: 'https://a.example/1' }]);
    for (const type of ['application/rss+xml', 'text/xml', 'application/xml', 'text/plain', ''])
      expect(await at(type, feed)).toMatchObject({
        kind: 'feed',
        feed: { items: [{ place: 'https://a.example/1' }] },
      });
    for (const type of ['application/gzip', 'application/x-gzip', 'application/octet-stream'])
      expect(await at(type, gzipSync(SITEMAP))).toMatchObject({
        kind: 'feed',
        feed: { items: [{ place: 'https://a.example/1' }] },
      });
  });

  test('is a feed whatever it is served as', async () => {
    const feed = rss('Tëa', [{ link: 'https://a.example/1' }]);
    const expected = { kind: 'feed', feed: { title: 'Tëa', items: [{ place: 'https://a.example/1' }] } };
    for (const type of [
      'text/html',
      'text/html; charset=koi8-r',
      'application/octet-stream',
      'image/x',
      'rss',
    ])
      expect([type, await at(type, feed)]).toMatchObject([type, expected]);
    const utf16 = Buffer.from(feed.replace('?>', ' encoding="utf-16"?>'), 'utf16le');
    for (const bytes of [
      utf16,
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.from(utf16).swap16(),
    ])
      expect(await at('application/xml', bytes)).toMatchObject(expected);
    const latin = Buffer.from(feed.replace('?>', ' encoding="utf-8"?>'), 'latin1');
    expect(await at('application/rss+xml; charset=utf-8', latin)).toMatchObject(expected);
  });

  test('is a page whatever vague type it is served as, and a text that only begins with "<" is none', async () => {
    for (const type of [
      'text/plain',
      'application/octet-stream',
      'application/xml',
      'unknown/unknown',
      'html',
    ])
      expect([type, await at(type, ` <!-- a -->\n${reportPage(1)}`)]).toMatchObject([
        type,
        { format: 'html' },
      ]);
    const utf16 = Buffer.from(reportPage(1).replace('Bridge', '“Bridge”'), 'utf16le');
    expect(await at('text/html', utf16)).toMatchObject({ format: 'html', encoding: 'utf-16le' });
    for (const words of [
      '<1> The council voted.',
      '<Mina Pell> The bridge is shut.',
      'The <p> tag, she said.',
    ])
      expect([words, await at('text/plain', words)]).toMatchObject([words, { kind: 'page', format: 'text' }]);
  });

  test('is neither, and named: a picture, a bomb, entities, a broken feed', async () => {
    const code = async (type: string, body: string | Uint8Array) => {
      const found = await at(type, body);
      return found.kind === 'failed' ? found.refusal.code : found.kind;
    };
    expect(await code('image/png', 'PNG')).toBe('not-text');
    expect(await code('application/pdf', '%PDF-1.7')).toBe('not-text');
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3000, 1)]);
    for (const type of ['application/zip', 'text/html', 'text/plain', ''])
      expect(await code(type, zip)).toBe('not-text');
    expect(await code('application/gzip', gzipSync(Buffer.alloc(50_000_000)))).toBe('too-long');
    expect(
      await code('text/xml', '<!DOCTYPE rss [<!ENTITY a "a">]><rss version="2.0"><channel/></rss>'),
    ).toBe('bad-feed');
    expect(await code('text/html', '%PDF-1.7')).toBe('not-text');
  });
});

describe('what a server calls something else', () => {
  const feed = rss('T', [{ link: 'https://a.example/1' }]);
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');

  test.each([
    'text/html',
    'text/plain',
    'application/octet-stream',
    'application/xml; charset=utf-16',
    'application/xml; charset=iso-8859-1',
    'application/x-unknown',
    'text/xml, text/html',
    '',
  ])('a feed is one as %s', async (type) => {
    const junk = '<br /><b>Notice</b>: x in <b>/a.php</b> on line <b>3</b><br />\n';
    const bytes = Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>', 'latin1');
    const wrong = Buffer.concat([
      bytes,
      Buffer.from('The caf\xe9\x92s owner</title><link>/1</link></item></channel></rss>', 'latin1'),
    ]);
    for (const body of [feed, `\ufeff${feed}`, `${junk}${feed}`, utf16(feed), utf16(feed).swap16(), wrong])
      expect(await at(type, body)).toMatchObject({ kind: 'feed', feed: { items: [{}] } });
  });

  test.each(['text/plain', 'application/octet-stream', 'application/xhtml+xml', 'text/xml', ''])(
    'a page is one as %s',
    async (type) => {
      const page = reportPage(1);
      for (const body of [page, `<!-- ours -->\n${page}`, `\ufeff${page}`, gzipSync(page), utf16(page)])
        expect(await at(type, body)).toMatchObject({
          kind: 'page',
          format: 'html',
          text: expect.stringContaining('The council voted'),
        });
    },
  );

  test('a text that begins with "<" is a text, and a page about feeds is a page', async () => {
    for (const text of ['<p> is the tag of a paragraph, the teacher said.', '<5 per cent of them came.'])
      expect(await at('text/plain', text)).toMatchObject({ kind: 'page', format: 'text' });
    const page =
      '<!doctype html><html><body><p>Every feed begins with <rss version="2.0"><channel>.</body></html>';
    expect(await at('text/html', page)).toMatchObject({ kind: 'page', format: 'html' });
  });

  test('nothing is nothing', async () => {
    for (const [type, body] of [
      ['text/html', ''],
      ['', ''],
      ['text/xml', ' \n'],
      ['application/octet-stream', ''],
    ])
      expect(await at(type ?? '', body ?? '')).toMatchObject({ kind: 'failed', refusal: { code: 'empty' } });
  });
});

describe('a feed that a page names', () => {
  const named = async (head: string) => {
    web.answers.set('/x', reportPage(1).replace('<head>', `<head>${head}`));
    const found = await visitFeed(
      { address: `${web.origin}/x`, given: NOTHING_GIVEN, policy: null, feed: null },
      fetcher,
    );
    return found.kind === 'feed' ? found.feed.feeds.map((feed) => feed.replace(web.origin, '')) : found.kind;
  };
  const link = (type: string, href: string, more = '') =>
    `<link rel="alternate" type="${type}" href="${href}" ${more}>`;

  test.each([
    ['of RSS', link('application/rss+xml', '/feed'), '/feed'],
    ['of Atom', link('application/atom+xml', 'feed.atom'), '/feed.atom'],
    ['of JSON', link('application/feed+json', '/feed.json'), '/feed.json'],
    [
      'of XML before JSON',
      link('application/feed+json', '/j') + link('Application/RSS+XML; x', '/feed'),
      '/feed',
    ],
    ['by its base', `<base href="/news/">${link('application/rss+xml', 'feed')}`, '/news/feed'],
    [
      'not its comments',
      link('application/rss+xml', '/c', 'title="Comments feed"') + link('application/rss+xml', '/feed'),
      '/feed',
    ],
    [
      'not one of comments by its address',
      link('application/rss+xml', '/comments/feed/') + link('application/rss+xml', '/feed/'),
      '/feed/',
    ],
    ['with other relations', '<link rel="home alternate" type="application/rss+xml" href="/feed">', '/feed'],
  ])('is followed: %s', async (_, head, feed) => {
    expect(await named(head)).toEqual([feed]);
  });

  test.each([
    ['none', ''],
    ['a page in another language', link('text/html', '/de')],
    ['data of another kind', link('application/json', '/wp-json/1') + link('application/json+oembed', '/o')],
    ['a style', '<link rel="stylesheet" type="text/xml" href="/a.xsl">'],
    ['one in a script', `<script>const a = '${link('application/rss+xml', '/feed')}'</script>`],
    ['one that is no address', link('application/rss+xml', 'javascript:1')],
  ])('is none: %s', async (_, head) => {
    expect(await named(head)).toBe('page');
  });
});
