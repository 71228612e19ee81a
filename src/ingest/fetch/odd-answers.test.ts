import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWeb, rss, type TestWeb } from '../../../test/web.ts';
import { type Fetcher, openFetcher } from './index.ts';

let web: TestWeb;
let fetcher: Fetcher;
beforeAll(async () => {
  web = await openWeb();
  fetcher = openFetcher({ allowPrivate: true, delay: 0, patience: 1000, pause: async () => {} });
});
afterAll(async () => {
  await fetcher.close();
  await web.close();
});
afterEach(() => web.answers.clear());

const WORDS = 'The council voted on Monday to close the bridge, Mayor Mina Pell said. ';
const PAGE = `<!doctype html><html><body><p>${WORDS.repeat(20)}</p></body></html>`;
type Head = Record<string, string | string[]>;

const answer = (path: string, body: string | Uint8Array, head: Head = {}) =>
  web.answers.set(path, (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...head }).end(body),
  );
const lead = (path: string, location: string, head: Head = {}) =>
  web.answers.set(path, (_, response) => response.writeHead(302, { location, ...head }).end());
/** The words at a path, or why there are none. */
const read = async (path: string) => {
  const found = await fetcher.get(web.origin + path);
  return found.kind === 'fetched'
    ? new TextDecoder().decode(found.bytes)
    : 'code' in found
      ? found.code
      : found.kind;
};
const where = async (path: string) => {
  const found = await fetcher.get(web.origin + path);
  return found.kind === 'fetched' ? found.address.replace(web.origin, '') : 'code' in found && found.code;
};

describe('a body', () => {
  test.each([
    ['bare deflate', 'deflate', deflateRawSync(PAGE)],
    ['deflate', 'deflate', deflateSync(PAGE)],
    ['gzip called deflate', 'deflate', gzipSync(PAGE)],
    ['deflate called gzip', 'gzip', deflateSync(PAGE)],
    ['nothing called gzip', 'gzip', Buffer.from(PAGE)],
    ['nothing called deflate', 'deflate', Buffer.from(PAGE)],
    ['nothing called brotli', 'br', Buffer.from(PAGE)],
    ['nothing called none', 'none', Buffer.from(PAGE)],
    ['nothing called utf-8', 'UTF-8', Buffer.from(PAGE)],
    ['nothing called identity', 'identity', Buffer.from(PAGE)],
    ['nothing called anything', 'rot13', Buffer.from(PAGE)],
    ['nothing in a header of nothing', '', Buffer.from(PAGE)],
    ['gzip called none', 'none', gzipSync(PAGE)],
    ['gzip called anything', 'packed', gzipSync(PAGE)],
    ['gzip in gzip, told once', 'gzip', gzipSync(gzipSync(PAGE))],
    ['gzip in gzip, told twice', 'gzip, gzip', gzipSync(gzipSync(PAGE))],
    ['gzip once, told twice', 'gzip, gzip', gzipSync(PAGE)],
    ['brotli in upper case', 'BR', brotliCompressSync(PAGE)],
    ['short words called gzip', 'gzip', Buffer.from('plain words')],
  ])('of %s is read', async (_, encoding, body) => {
    answer('/x', body, { 'content-encoding': encoding });
    expect(await read('/x')).toBe(body.toString() === 'plain words' ? 'plain words' : PAGE);
  });

  test('that is packed though no header says so is read', async () => {
    answer('/x', gzipSync(PAGE));
    expect(await read('/x')).toBe(PAGE);
  });

  const feed = rss('T', [{ link: 'https://a.example/1' }, { link: 'https://a.example/2' }]);
  const cuts: [string, (body: Uint8Array, response: ServerResponse) => void][] = [
    [
      'unfinished chunks',
      (body, response) => {
        response.write(body);
        setTimeout(() => response.destroy(), 30);
      },
    ],
    [
      'a length that is not reached',
      (body, response) => {
        response.setHeader('content-length', body.length + 500);
        response.write(body);
        setTimeout(() => response.destroy(), 30);
      },
    ],
    ['chunks without an end', (body, response) => void response.write(body)],
  ];
  test.each(cuts)(
    'broken off by %s is taken where it is enough',
    async (name, send) => {
      const cut = (path: string, body: string | Uint8Array, head: Head = {}) =>
        web.answers.set(path, (_, response) => {
          for (const [key, value] of Object.entries({ 'content-type': 'text/html', etag: '"1"', ...head }))
            response.setHeader(key, value);
          send(Buffer.from(body), response);
        });
      cut('/whole', PAGE);
      expect(await read('/whole')).toBe(PAGE);
      cut('/packed', gzipSync(PAGE), { 'content-encoding': 'gzip' });
      expect(await read('/packed')).toBe(PAGE);
      cut('/feed', feed.slice(0, -60));
      expect(await read('/feed')).toBe(feed.slice(0, -60));
      cut('/part', PAGE.slice(0, 600));
      expect(await read('/part')).toBe(name === 'chunks without an end' ? 'timed-out' : 'unreachable');
      const again = await fetcher.get(`${web.origin}/feed`);
      // Nothing of it is kept to ask by: the rest would be missed for good.
      expect(again.kind === 'fetched' && again.policy).not.toContain('etag');
    },
    20_000,
  );

  test('that ends within its packing is no page, and a feed as far as it goes', async () => {
    const random = Array.from({ length: 400 }, (_, index) => `https://a.example/${(index * 7919) % 10007}`);
    const packed = gzipSync(
      rss(
        'T',
        random.map((link) => ({ link })),
      ),
    );
    answer('/feed', packed.subarray(0, packed.length / 2), { 'content-encoding': 'gzip' });
    expect(await read('/feed')).toMatch(/^<\?xml.*<\/item>/);
    const page = gzipSync(`<!doctype html><html>${random.join('<p>')}</html>`);
    answer('/page', page.subarray(0, page.length / 2), { 'content-encoding': 'gzip' });
    expect(await read('/page')).toBe('unreachable');
  });

  test('behind headers of forty kilobytes is read', async () => {
    answer('/x', PAGE, {
      'x-policy': 'a'.repeat(40_000),
      'set-cookie': Array(40).fill(`a=${'b'.repeat(200)}`),
    });
    expect(await read('/x')).toBe(PAGE);
  });
});

describe('where a redirect leads', () => {
  test.each([
    ['bytes of UTF-8', Buffer.from('/caf\u00e9/br\u00fccke').toString('latin1'), '/caf%C3%A9/br%C3%BCcke'],
    ['bytes of Latin-1', '/caf\xe9', '/caf%E9'],
    ['spaces', '/a b', '/a%20b'],
    ['a fragment', '/a#part', '/a'],
    ['a relative address', 'a?b=1', '/a?b=1'],
    ['an escaped one', '/caf%C3%A9', '/caf%C3%A9'],
  ])('may be written in %s', async (_, location, path) => {
    lead('/x', location);
    answer(path, PAGE);
    expect(await where('/x')).toBe(path);
  });

  test('may lack its scheme', async () => {
    lead('/x', `//127.0.0.1:${web.port}/a`);
    answer('/a', PAGE);
    expect(await where('/x')).toBe('/a');
  });
});

describe('cookies on the way', () => {
  const wall = (path: string, name: string, to = path) =>
    web.answers.set(path, (request, response) =>
      request.headers.cookie?.includes(`${name}=1`)
        ? response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
        : response.writeHead(302, { location: to, 'set-cookie': [`${name}=1; Path=/`, 'b=2'] }).end(),
    );
  test('go along, also to the same address', async () => {
    wall('/x', 'seen');
    expect(await read('/x')).toBe(PAGE);
    // Nothing is kept from one page to the next.
    wall('/y', 'seen');
    expect(await read('/y')).toBe(PAGE);
    expect(web.asked.filter((path) => path === '/y')).toHaveLength(2);
  });
  test('go along by way of another page', async () => {
    lead('/set', '/x', { 'set-cookie': 'seen=1; Path=/' });
    wall('/x', 'seen', '/set');
    expect(await read('/x')).toBe(PAGE);
  });
  test('that change nothing are a circle, and so are ever new ones', async () => {
    lead('/x', '/x', { 'set-cookie': 'seen=1' });
    expect(await read('/x')).toBe('redirect-loop');
    let count = 0;
    web.answers.set('/y', (_, response) =>
      response.writeHead(302, { location: '/y', 'set-cookie': `n=${count++}` }).end(),
    );
    expect(await read('/y')).toBe('redirect-loop');
  });
  test('of another site stay there', async () => {
    lead('/x', `http://localhost:${web.port}/y`, { 'set-cookie': 'seen=1; Path=/' });
    web.answers.set('/y', (request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(`cookie: ${request.headers.cookie}`),
    );
    expect(await read('/x')).toBe('cookie: undefined');
  });
});

describe('a page that leads on', () => {
  const meta = (content: string) => `<html><head><meta http-equiv="refresh" content="${content}"></head>`;
  test.each([
    ['at once', meta('0;url=/a')],
    ['quoted', meta("0; URL='/a'")],
    ['with spaces', meta('1 ; URL = /a')],
    ['with a comma', meta('0,/a')],
    ['without its name', meta('0; /a')],
    ['with references', meta('0;url=&#47;a')],
    ['in capitals', '<HTML><META HTTP-EQUIV=Refresh CONTENT="0.5;URL=/a">'],
    ['by its base', `<base href="/b/">${meta('0;url=../a')}`],
    ['with a word', `${meta('3;url=/a')}<p>You are being led on. <a href="/a">Go on</a></p>`],
    [
      'for browsers without scripts, and says nothing',
      `<noscript>${meta('0;url=/a')}</noscript><script>go()</script>`,
    ],
  ])('%s', async (_, page) => {
    answer('/x', page);
    answer('/a', PAGE);
    expect(await where('/x')).toBe('/a');
  });

  test('by its header', async () => {
    answer('/x', '', { refresh: '0; url=/a' });
    answer('/a', PAGE);
    expect(await where('/x')).toBe('/a');
  });

  test.each([
    ['late', meta('300;url=/a')],
    ['with words of its own', `${meta('0;url=/a')}${PAGE}`],
    ['within a script', `<script>'${meta('0;url=/a')}'</script>`],
    ['within a comment', `<!--${meta('0;url=/a')}-->`],
    ['for browsers without scripts, and says something', `<noscript>${meta('0;url=/a')}</noscript><p>Words.`],
    ['without seconds', meta('url=/a')],
    ['to a script', meta('0;url=javascript:go()')],
    ['to itself', meta('0;url=/x')],
    ['to itself without saying so', meta('2')],
  ])('is itself: %s', async (_, page) => {
    answer('/x', page);
    answer('/a', PAGE);
    expect(await where('/x')).toBe('/x');
  });

  test('in a circle is named, and a wall of cookies is passed', async () => {
    answer('/x', meta('0;url=/y'));
    answer('/y', meta('0;url=/x'));
    expect(await read('/x')).toBe('redirect-loop');
    web.answers.set('/z', (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'seen=1' });
      response.end(request.headers.cookie === undefined ? meta('0') : PAGE);
    });
    expect(await read('/z')).toBe(PAGE);
  });

  test('is looked at like any redirect: robots, private addresses', async () => {
    web.answers.set('/robots.txt', 'User-agent: *\nDisallow: /ours');
    const strict = openFetcher({ allowPrivate: true, delay: 0, patience: 1000 });
    answer('/x', meta('0;url=/ours/a'));
    expect(await strict.get(`${web.origin}/x`)).toMatchObject({ code: 'robots' });
    answer('/y', meta('0;url=http://169.254.169.254/latest/'));
    expect(await strict.get(`${web.origin}/y`)).toMatchObject({ code: 'private-address' });
    await strict.close();
  });
});
