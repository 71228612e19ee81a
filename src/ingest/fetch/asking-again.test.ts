import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, openWeb, answering as page, type TestWeb, leadingTo as to } from '../../../test/web.ts';
import type { Policy } from '../../record/index.ts';
import { type Fetcher, type FetcherOptions, openFetcher } from './index.ts';
import { restsInMemory } from './rests.ts';

let web: TestWeb;
let clock = 0;
let fetchers: Fetcher[] = [];

beforeEach(async () => {
  web = await openWeb();
  clock = Date.parse('2034-02-02T10:00:00Z');
});
afterEach(async () => {
  for (const fetcher of fetchers) await fetcher.close();
  fetchers = [];
  await web.close();
});

/** A fetcher as another process would have it. */
function fetcher(options: FetcherOptions = {}): Fetcher {
  const now = () => new Date(clock);
  const pause = async (milliseconds: number) => {
    clock += milliseconds;
  };
  const opened = openFetcher({ allowPrivate: true, now, pause, delay: 0, patience: 1500, ...options });
  fetchers.push(opened);
  return opened;
}

const set = (path: string, answer: Answer) => web.answers.set(path, answer);
const code = async (address: string) => {
  const found = await fetcher().get(address);
  return 'code' in found ? found.code : found.kind;
};

describe('asking again', () => {
  /** A page that answers a condition with 304, and says which headers it was asked with. */
  const conditional =
    (headers: Record<string, string>, seen: IncomingMessage['headers'][] = []): Answer =>
    (request, response) => {
      seen.push(request.headers);
      const isKnown =
        request.headers['if-none-match'] !== undefined || 'if-modified-since' in request.headers;
      response
        .writeHead(isKnown ? 304 : 200, { 'content-type': 'text/html', ...headers })
        .end(isKnown ? '' : 'first');
    };
  const fetched = async (one: Fetcher, path: string, former?: Policy) => {
    const found = await one.get(web.origin + path, former);
    if (found.kind !== 'fetched') throw new Error(`expected a page, found ${JSON.stringify(found)}`);
    return found;
  };

  test('sends what the server gave to tell by, and takes its word', async () => {
    const seen: IncomingMessage['headers'][] = [];
    set('/a', conditional({ etag: 'W/"v1"' }, seen));
    const one = fetcher();
    const { policy } = await fetched(one, '/a');
    expect(await one.get(`${web.origin}/a`, policy)).toMatchObject({ kind: 'not-modified', policy });
    expect(seen.map((headers) => headers['if-none-match'])).toEqual([undefined, 'W/"v1"']);
    expect(seen.every((headers) => headers['cache-control'] === 'max-age=0')).toBe(true);
  });

  test.for([
    { 'cache-control': 'max-age=600' },
    { 'cache-control': 'max-age=31536000, immutable' },
    { expires: 'Fri, 01 Jan 2100 00:00:00 GMT' },
    { 'last-modified': 'Mon, 30 Jan 2034 10:00:00 GMT' },
    {},
  ])('asks however long the server calls its page fresh: %j', async (headers: Record<string, string>) => {
    set('/a', page('first', headers));
    const one = fetcher();
    const { policy } = await fetched(one, '/a');
    set('/a', page('second', headers));
    const second = await fetched(one, '/a', policy);
    expect(new TextDecoder().decode(second.bytes)).toBe('second');
    expect(web.asked.filter((path) => path === '/a')).toHaveLength(2);
  });

  test('tells by the time of a change only where it cannot be that of two', async () => {
    const date = 'Thu, 02 Feb 2034 10:00:00 GMT';
    const modifiedAt = async (modified: string) => {
      set('/a', page('first', { date, 'last-modified': modified }));
      return (await fetched(fetcher(), '/a')).policy.modified;
    };
    expect(await modifiedAt('Mon, 30 Jan 2034 10:00:00 GMT')).toBe('Mon, 30 Jan 2034 10:00:00 GMT');
    expect(await modifiedAt(date)).toBeNull();
    expect(await modifiedAt('yesterday')).toBeNull();
  });

  test('never carries a condition to another address than the one that gave it', async () => {
    const [b, c]: IncomingMessage['headers'][][] = [[], []];
    set('/a', to('/b'));
    set('/b', conditional({ etag: '"b"' }, b));
    set('/c', conditional({ etag: '"c"' }, c));
    const one = fetcher();
    const { policy } = await fetched(one, '/a');
    expect(await one.get(`${web.origin}/a`, policy)).toMatchObject({ kind: 'not-modified' });
    expect(b?.map((headers) => headers['if-none-match'])).toEqual([undefined, '"b"']);
    set('/a', to('/c'));
    expect(await fetched(one, '/a', policy)).toMatchObject({
      address: `${web.origin}/c`,
      policy: { etag: '"c"' },
    });
    expect(c?.map((headers) => headers['if-none-match'])).toEqual([undefined]);
  });

  test('believes no "not modified" that it did not ask for', async () => {
    set('/a', (_, response) => response.writeHead(304, { etag: '"x"' }).end());
    expect(await code(`${web.origin}/a`)).toBe('http-error');
    const former = { address: `${web.origin}/other`, isMoved: false, etag: '"x"', modified: null };
    expect(await fetcher().get(`${web.origin}/a`, former)).toMatchObject({ code: 'http-error' });
    const unconditional = { address: `${web.origin}/a`, isMoved: false, etag: null, modified: null };
    expect(await fetcher().get(`${web.origin}/a`, unconditional)).toMatchObject({ code: 'http-error' });
  });

  test('tells whether the way there is for good', async () => {
    set('/b', page('here'));
    for (const status of [301, 302, 303, 307, 308]) set(`/${status}`, to('/b', status));
    set('/both', to('/302', 301));
    const one = fetcher();
    const moved: Record<string, boolean> = {};
    for (const path of ['/b', '/301', '/302', '/303', '/307', '/308', '/both'])
      moved[path] = (await fetched(one, path)).policy.isMoved;
    expect(Object.keys(moved).filter((path) => moved[path])).toEqual(['/301', '/308']);
  });
});

describe('a host that wants not to be asked', () => {
  const busy = (status: number, headers: Record<string, string> = {}): Answer => {
    return (_, response) => response.writeHead(status, headers).end();
  };
  const hour = 3_600_000;

  test.for([
    [429, '7200', 2 * hour],
    [429, 'Thu, 02 Feb 2034 12:00:00 GMT', 2 * hour],
    [503, '7200', 2 * hour],
    [429, undefined, hour / 4],
    [429, 'soon', hour / 4],
    [429, '0', hour / 60],
    [429, '999999999', 24 * hour],
  ] as const)(
    'with %i, "Retry-After: %s", is asked once, and again when that is over',
    async ([status, told, wait]) => {
      set('/a', busy(status, told === undefined ? {} : { 'retry-after': told }));
      set('/b', page('b'));
      const rests = restsInMemory();
      const one = fetcher({ rests });
      expect(await one.get(`${web.origin}/a`)).toMatchObject({ code: 'http-error' });
      expect(await one.get(`${web.origin}/b`)).toMatchObject({ code: 'resting' });
      clock += wait - 1000;
      // Another process knows it too.
      expect(await fetcher({ rests }).get(`${web.origin}/b`)).toMatchObject({ code: 'resting' });
      expect(web.asked.filter((path) => path !== '/robots.txt')).toEqual(['/a']);
      clock += 1000;
      expect(await fetcher({ rests }).get(`${web.origin}/b`)).toMatchObject({ kind: 'fetched' });
    },
  );

  test('and says so again and again, is asked less and less often', async () => {
    set('/a', busy(429));
    const rests = restsInMemory();
    const waits: number[] = [];
    for (let round = 0; round < 9; round++) {
      await fetcher({ rests }).get(`${web.origin}/a`);
      const until = Date.parse((await rests.rest(new URL(web.origin).host))?.until ?? '');
      waits.push((until - clock) / hour);
      clock = until;
    }
    expect(waits).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 24, 24]);
    set('/a', page('a'));
    await fetcher({ rests }).get(`${web.origin}/a`);
    const rest = () => rests.rest(new URL(web.origin).host);
    // What is just over still counts, for a host that gives its feed and limits its pages.
    expect(await rest()).toMatchObject({ times: 9 });
    clock += 24 * hour;
    await fetcher({ rests }).get(`${web.origin}/a`);
    expect(await rest()).toBeNull();
  });

  test('goes on resting, whatever it had begun to answer before', async () => {
    const rests = restsInMemory();
    const { host } = new URL(web.origin);
    const rest = { until: new Date(clock + 2 * hour).toISOString(), times: 1 };
    web.answers.set('/slow', async (_, response) => {
      await rests.keepRest(host, rest);
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>slow</p>');
    });
    expect(await fetcher({ rests }).get(`${web.origin}/slow`)).toMatchObject({ kind: 'fetched' });
    expect(await rests.rest(host)).toEqual(rest);
  });

  test('may say so of its rules for programs', async () => {
    set('/robots.txt', busy(429, { 'retry-after': '7200' }));
    set('/a', page('a'));
    const rests = restsInMemory();
    for (let process = 0; process < 3; process++)
      expect(await fetcher({ rests }).get(`${web.origin}/a`)).toMatchObject({ code: 'resting' });
    expect(web.asked).toEqual(['/robots.txt']);
  });

  test('is not asked by way of another, which was asked: that is a visit', async () => {
    const rests = restsInMemory();
    await rests.keepRest(`localhost:${web.port}`, { until: '2034-02-02T11:00:00.000Z', times: 1 });
    set('/a', to(`http://localhost:${web.port}/b`));
    expect(await fetcher({ rests }).get(`${web.origin}/a`)).toMatchObject({ code: 'http-error' });
    expect(web.asked.filter((path) => path !== '/robots.txt')).toEqual(['/a']);
  });
});
