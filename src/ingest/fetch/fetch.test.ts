import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, answering as page, leadingTo as to } from '../../../test/web.ts';
import { type Fetcher, isPublic, openFetcher } from './index.ts';
import { reachOf } from './range.ts';

let server: Server;
let origin = '';
let answers: Record<string, Answer> = {};
let asked: string[] = [];
let waited: number[] = [];
let clock = Date.parse('2034-02-02T10:00:00Z');
let fetchers: Fetcher[] = [];

beforeEach(async () => {
  answers = {};
  asked = [];
  waited = [];
  clock = Date.parse('2034-02-02T10:00:00Z');
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path];
    if (answer !== undefined) answer(request, response);
    else response.writeHead(404).end('none');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const fetcher of fetchers) await fetcher.close();
  fetchers = [];
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** A fetcher whose clock goes on when it waits, and only then. */
function fetcher(options: Parameters<typeof openFetcher>[0] = {}): Fetcher {
  const opened = openFetcher({
    allowPrivate: true,
    now: () => new Date(clock),
    pause: async (milliseconds) => {
      waited.push(milliseconds);
      clock += milliseconds;
    },
    patience: 1500,
    ...options,
  });
  fetchers.push(opened);
  return opened;
}

const code = async (address: string, options?: Parameters<typeof openFetcher>[0]) => {
  const found = await fetcher(options).get(address);
  return 'code' in found ? found.code : found.kind;
};
const text = async (path: string) => {
  const found = await fetcher().get(origin + path);
  return found.kind === 'fetched' ? new TextDecoder().decode(found.bytes) : found;
};

describe('a page', () => {
  test('is fetched with its type, its encoding and the address that it came from', async () => {
    answers['/a'] = to('/b');
    answers['/b'] = page('<p>é', { 'content-type': 'Text/HTML; charset="ISO-8859-1"' });
    expect(await fetcher().get(`${origin}/a#part`)).toMatchObject({
      kind: 'fetched',
      address: `${origin}/b`,
      type: 'text/html',
      charset: 'ISO-8859-1',
    });
  });

  test('is unpacked, whatever it is packed in', async () => {
    const body = 'The council voted on Monday. '.repeat(50);
    for (const [name, pack] of Object.entries({
      gzip: gzipSync,
      deflate: deflateSync,
      br: brotliCompressSync,
      zstd: zstdCompressSync,
    })) {
      answers[`/${name}`] = page(pack(body), { 'content-encoding': name });
      expect(await text(`/${name}`)).toBe(body);
    }
  });

  test('that is gone, or fails, is told apart', async () => {
    answers['/410'] = (_, response) => response.writeHead(410).end();
    answers['/403'] = (_, response) => response.writeHead(403).end();
    expect(await code(`${origin}/404`)).toBe('gone');
    expect(await code(`${origin}/410`)).toBe('gone');
    expect(await code(`${origin}/403`)).toBe('http-error');
    expect(await code('http://127.0.0.1:1/')).toBe('unreachable');
    expect(await code('ftp://a.example/')).toBe('unsupported');
  });
});

describe('a bomb', () => {
  test('of gzip is stopped where it goes off, once and twice wrapped', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    answers['/once'] = page(bomb, { 'content-encoding': 'gzip' });
    answers['/twice'] = page(gzipSync(bomb), { 'content-encoding': 'gzip, gzip' });
    answers['/often'] = page(gzipSync(gzipSync(gzipSync('x'))), { 'content-encoding': 'gzip, gzip, gzip' });
    expect(await code(`${origin}/once`)).toBe('too-long');
    expect(await code(`${origin}/twice`)).toBe('too-long');
    expect(await code(`${origin}/often`)).toBe('not-text');
  });

  test('that cannot be undone, or is cut, is named', async () => {
    const noise = Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256);
    answers['/no'] = page(noise, { 'content-encoding': 'gzip' });
    answers['/what'] = page(noise, { 'content-encoding': 'rot13' });
    answers['/cut'] = page(gzipSync('word '.repeat(9999)).subarray(0, 40), { 'content-encoding': 'gzip' });
    for (const path of ['/no', '/what']) expect(await code(origin + path)).toBe('not-text');
    expect(await code(`${origin}/cut`)).toBe('unreachable');
  });

  test('that is a page without end is cut off', async () => {
    answers['/endless'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const pour = () => {
        while (response.write('<p>word '.repeat(10_000)));
      };
      response.on('drain', pour);
      pour();
    };
    expect(await code(`${origin}/endless`, { patience: 20_000 })).toBe('too-long');
  });
});

describe('a server', () => {
  test('that says nothing, or a byte at a time, is not waited for', { timeout: 30_000 }, async () => {
    answers['/silent'] = () => {};
    answers['/slow'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    };
    expect(await code(`${origin}/silent`, { patience: 300 })).toBe('timed-out');
    expect(await code(`${origin}/slow`, { patience: 300 })).toBe('timed-out');
  });

  test('that fails for a while is asked again, with growing waits or as it says', async () => {
    let tries = 0;
    answers['/busy'] = (request, response) =>
      ++tries < 3 ? response.writeHead(503).end() : page('here')(request, response);
    expect(await text('/busy')).toBe('here');
    expect(waited.filter((wait) => wait >= 1000)).toEqual(expect.arrayContaining([1000, 2000]));
    answers['/later'] = (_, response) => response.writeHead(503, { 'retry-after': '7' }).end();
    waited = [];
    expect(await code(`${origin}/later`)).toBe('http-error');
    expect(waited).toContain(7000);
  });

  test('is asked one page a second, or as seldom as it wants', async () => {
    const one = fetcher();
    for (const path of ['/1', '/2', '/3']) answers[path] = page(path);
    for (const path of ['/1', '/2', '/3']) await one.get(origin + path);
    expect(waited).toEqual([1000, 1000]);
    answers['/robots.txt'] = page('User-agent: *\nCrawl-delay: 9');
    waited = [];
    const two = fetcher();
    await two.get(`${origin}/1`);
    await two.get(`${origin}/2`);
    expect(waited).toEqual([9000]);
  });
});

describe('robots.txt', () => {
  test('is asked once and obeyed, also where a redirect leads', async () => {
    answers['/robots.txt'] = page(
      'User-agent: *\nDisallow: /private\n\nUser-agent: Onrecord\nDisallow: /ours',
    );
    answers['/open'] = page('open');
    answers['/door'] = to('/ours/room');
    answers['/private'] = page('private');
    const one = fetcher();
    expect(await one.get(`${origin}/open`)).toMatchObject({ kind: 'fetched' });
    expect(await one.get(`${origin}/private`)).toMatchObject({ kind: 'fetched' });
    expect(await one.get(`${origin}/ours/a`)).toMatchObject({ code: 'robots' });
    expect(await one.get(`${origin}/door`)).toMatchObject({ code: 'robots' });
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(asked).not.toContain('/ours/room');
  });

  test('that the server cannot give forbids everything for a while', async () => {
    let isDown = true;
    answers['/robots.txt'] = (_, response) => response.writeHead(isDown ? 500 : 404).end();
    answers['/a'] = page('a');
    const one = fetcher();
    expect(await one.get(`${origin}/a`)).toMatchObject({ code: 'unreachable' });
    isDown = false;
    clock += 700_000;
    expect(await one.get(`${origin}/a`)).toMatchObject({ kind: 'fetched' });
  });
});

describe('redirects', () => {
  test('in a circle, or without end, are named', async () => {
    answers['/a'] = to('/b');
    answers['/b'] = to('/a');
    for (let step = 0; step < 20; step++) answers[`/n${step}`] = to(`/n${step + 1}`);
    expect(await code(`${origin}/a`)).toBe('redirect-loop');
    expect(await code(`${origin}/n0`)).toBe('redirect-loop');
  });

  test('to another kind of address are refused', async () => {
    answers['/file'] = to('file:///etc/passwd');
    expect(await code(`${origin}/file`)).toBe('unsupported');
  });
});

describe('private addresses', () => {
  test('are refused however they are written', async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f.0.0.1',
      '2130706433',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::]',
      '10.0.0.1',
      '192.168.1.1',
      '172.16.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '[fe80::1]',
      '[fd00::1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[::127.0.0.1]',
      '[::7f00:1]',
      '0.1.2.3',
      '2130706433',
      '0x7f.1',
      '017700000001',
    ])
      expect([host, await code(`http://${host}:${port}/`, { allowPrivate: false })]).toEqual([
        host,
        'private-address',
      ]);
    expect(asked).toEqual([]);
  });

  test('are refused with --allow-private where nothing but machines of a cloud or of one cable are', async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of [
      '169.254.169.254',
      '169.254.1.1',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '[::ffff:169.254.169.254]',
      '[64:ff9b::a9fe:a9fe]',
      '[2002:a9fe:a9fe::]',
      '2852039166',
      '0.0.0.0',
      '224.0.0.1',
      '[ff02::1]',
      '255.255.255.255',
    ])
      expect([host, await code(`http://${host}:${port}/`)]).toEqual([host, 'private-address']);
    expect(asked).toEqual([]);
    answers['/door'] = to('http://169.254.169.254/latest/meta-data/', 307);
    expect(await code(`${origin}/door`)).toBe('private-address');
  });

  test('are refused where a redirect leads, too', async () => {
    const { port } = server.address() as AddressInfo;
    // This server's own address stands for a public one; every other of this machine is private still.
    const isAllowed = (address: string) => address === '127.0.0.1';
    answers['/ok'] = to('/page');
    answers['/page'] = page('here');
    expect(await code(`${origin}/ok`, { allowPrivate: false, isAllowed })).toBe('fetched');
    for (const host of ['127.0.0.2', '10.0.0.1', '169.254.169.254', '[::1]', '[::ffff:127.0.0.1]', '0']) {
      answers['/door'] = to(`http://${host}:${port}/page`, 307);
      expect([host, await code(`${origin}/door`, { allowPrivate: false, isAllowed })]).toEqual([
        host,
        'private-address',
      ]);
    }
  });

  test('of all ranges that are not public are known', () => {
    for (const address of [
      '127.0.0.1',
      '0.0.0.0',
      '10.1.2.3',
      '169.254.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '198.18.0.1',
      '::',
      '::1',
      '::ffff:8.8.8.8',
      'fc00::1',
      'fe80::1',
      'ff02::1',
      '2001:db8::1',
      '2001::1',
      'nonsense',
    ])
      expect([address, isPublic(address)]).toEqual([address, false]);
    for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700::1111'])
      expect([address, isPublic(address)]).toEqual([address, true]);
  });

  test.each([
    [
      'private',
      ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '172.31.9.9', '192.168.0.1', '100.64.0.1'],
    ],
    ['private', ['fd12:3456::1', '0x7f.1', '2130706433', '127.1']],
    ['never', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', '100.100.100.200', '0.0.0.0']],
    [
      'never',
      ['::7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', 'fec0::1', 'ff02::1'],
    ],
    ['never', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '3fff::1', '240.0.0.1', 'x', '']],
  ])('an address is %s: %s', (reach, addresses) => {
    for (const address of addresses) expect([address, reachOf(address)]).toEqual([address, reach]);
  });
});
