import { mkdtemp } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWeb, reportPage, rss, type TestWeb } from '../../test/web.ts';
import { openFetcher } from '../ingest/beyond.ts';
import { NOTHING_GIVEN } from '../ingest/index.ts';
import { oneLane } from '../lanes/index.ts';
import { openSqlite } from '../ledger/index.ts';
import { loadKit } from '../load/index.ts';
import { type Told, Watch } from './index.ts';

const HOUR = 3_600_000;
const lanes = oneLane(await loadKit({ tagger: 'linear' }));

/** What a path of the site is: a body with what its server tells by, or a place it has moved to, or a status. */
interface Page {
  readonly body?: string;
  readonly tells?: 'etag' | 'modified' | 'nothing';
  readonly headers?: Record<string, string>;
  readonly status?: number;
}

let web: TestWeb;
let path = '';
let clock = Date.parse('2034-02-02T10:00:00Z');
let version = 0;
/** What the server was asked and how it answered, but for its rules for programs. */
let log: string[] = [];
beforeAll(async () => {
  web = await openWeb();
  path = join(await mkdtemp(join(tmpdir(), 'onrecord-rounds-')), 'test.ledger');
});
afterAll(() => web.close());

/** Puts a page of the site at a path; what it is told by changes with each. */
function put(at: string, page: Page): void {
  const { body = '', tells = 'nothing', headers = {}, status = 200 } = page;
  version++;
  const by = {
    etag: { etag: `"${version}"` },
    modified: { 'last-modified': new Date(Date.UTC(2006, 0, 1, 0, version)).toUTCString() },
    nothing: {},
  }[tells];
  web.answers.set(at, (request: IncomingMessage, response: ServerResponse) => {
    const { 'if-none-match': none, 'if-modified-since': since } = request.headers;
    const isKnown = Object.values(by).some((value) => value === none || value === since);
    const answered = isKnown ? 304 : status;
    log.push(`${at} ${answered}${!isKnown && (none ?? since) !== undefined ? ' asked on a condition' : ''}`);
    const type = body.startsWith('<?xml') ? 'application/xml' : 'text/html';
    response.writeHead(answered, { 'content-type': type, ...by, ...headers }).end(isKnown ? '' : body);
  });
}

const feed = (at: string, page: Omit<Page, 'body'>, ...items: [name: string, title: string][]) => {
  const listed = items.map(([name, title]) => ({ link: `${web.origin}/${name}`, title }));
  put(at, { ...page, body: rss('The Courier', listed) });
};

const inWords = (told: Told): string => {
  const short = (address: string) => address.replace(web.origin, '');
  switch (told.kind) {
    case 'listed':
      return `${short(told.feed)} ${Object.values(told.listed).join(' ')}`;
    case 'moved':
      return `${short(told.feed)} moved to ${short(told.to)}`;
    case 'resting':
      return `resting until ${told.until.slice(11, 16)}`;
    case 'failed':
      return `${short(told.path)} ${told.refusal.code}`;
    case 'unchanged':
      return `${short(told.path)} not modified`;
    case 'added':
      return `${short(told.path)} ${told.outcome} ${told.version}${told.changes.length === 0 ? '' : ', with changes'}`;
    default:
      return told satisfies never;
  }
};

/** A round of a new process, as cron starts one: what it told, and what it asked. */
async function round(hours: number): Promise<{ told: string[]; asked: string[] }> {
  clock += hours * HOUR;
  log = [];
  const now = () => new Date(clock);
  const ledger = openSqlite(path);
  const fetcher = openFetcher({
    allowPrivate: true,
    now,
    pause: async () => {},
    delay: 0,
    patience: 2000,
    rests: ledger,
  });
  const watching = { ledger, lanes, fetcher, given: NOTHING_GIVEN, now, every: HOUR / 4 };
  const told: string[] = [];
  for await (const one of new Watch([`${web.origin}/feed`, `${web.origin}/sport`], watching).round())
    told.push(inWords(one));
  await fetcher.close();
  await ledger.close();
  return { told, asked: log };
}

/** Every visit on record, as the ledger has them. */
function visits(): string[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('select place, outcome from visit order by number').all();
  database.close();
  return rows.map(({ place, outcome }) => `${String(place).replace(web.origin, '')} ${outcome}`);
}

const old = (name: string) => reportPage(name);
const corrected = (name: string) => reportPage(name, 'The bridge is safe');
const WALL =
  '<!doctype html><html lang="en"><head><title>Page not found</title></head><body><h1>Page not found</h1><p>The page that you are looking for does not exist.</p></body></html>';

test('fifteen rounds of a changing site: nothing twice, nothing missed, every visit true', {
  timeout: 60_000,
}, async () => {
  const FRESH = { 'cache-control': 'max-age=864000' };
  put('/1', { body: old('1'), tells: 'etag', headers: FRESH });
  put('/2', { body: old('2'), headers: FRESH });
  put('/3', { body: old('3'), tells: 'modified' });
  put('/4', { body: old('4'), tells: 'etag' });
  feed('/feed', { tells: 'etag', headers: FRESH }, ['1', 'a'], ['2', 'a'], ['3', 'a']);
  feed('/sport', { tells: 'modified' }, ['3', 'x'], ['4', 'x']);
  const asked: string[] = [];
  const rounds: string[][] = [];
  const next = async (hours: number) => {
    const done = await round(hours);
    rounds.push(done.told);
    asked.push(...done.asked);
    return done;
  };

  // 1: what two feeds list is visited once.
  expect(await next(0)).toEqual({
    told: ['/feed 3 0 0', '/sport 2 0 0', '/1 added 1', '/2 added 1', '/3 added 1', '/4 added 1'],
    asked: ['/feed 200', '/sport 200', '/1 200', '/2 200', '/3 200', '/4 200'],
  });

  // 2: all are asked, however fresh they were called; a page without anything to tell by in full.
  put('/3', { body: corrected('3'), tells: 'modified' });
  expect(await next(1)).toEqual({
    told: ['/1 not modified', '/2 unchanged 1', '/3 added 2, with changes', '/4 not modified'],
    asked: ['/feed 304', '/sport 304', '/1 304', '/2 200', '/3 200 asked on a condition', '/4 304'],
  });

  // 3: what a feed says something new of is asked at once.
  put('/1', { body: corrected('1'), tells: 'etag', headers: FRESH });
  feed('/feed', { tells: 'etag', headers: FRESH }, ['1', 'b'], ['2', 'a'], ['3', 'a']);
  expect(await next(1)).toEqual({
    told: ['/feed 0 1 0', '/1 added 2, with changes'],
    asked: ['/feed 200 asked on a condition', '/sport 304', '/1 200 asked on a condition'],
  });

  // 4: and an hour later, like what is new.
  expect(await next(1)).toEqual({
    told: ['/1 not modified'],
    asked: ['/feed 304', '/sport 304', '/1 304'],
  });

  // 5: a page that changes back.
  put('/3', { body: old('3'), tells: 'modified' });
  expect(await next(4)).toEqual({
    told: ['/2 unchanged 1', '/3 changed back 1, with changes', '/4 not modified'],
    asked: ['/feed 304', '/sport 304', '/2 200', '/3 200 asked on a condition', '/4 304'],
  });

  // 6: a page that moves for good is the report that it was.
  put('/2', { status: 301, headers: { location: '/new/2' } });
  put('/new/2', { body: old('2'), tells: 'etag' });
  feed('/feed', { tells: 'etag' }, ['1', 'b'], ['2', 'b'], ['3', 'a']);
  expect(await next(1)).toEqual({
    told: ['/feed 0 1 0', '/2 unchanged 1'],
    asked: ['/feed 200 asked on a condition', '/sport 304', '/2 301', '/new/2 200'],
  });

  // 7: its feed lists it there now: that is no news; what is due is asked for.
  feed('/feed', { tells: 'etag' }, ['1', 'b'], ['new/2', 'b'], ['3', 'a']);
  expect(await next(1)).toEqual({
    told: ['/feed 0 0 0', '/1 not modified', '/new/2 not modified'],
    asked: ['/feed 200 asked on a condition', '/sport 304', '/1 304', '/new/2 304'],
  });

  // 8: and is corrected there: the second version of the same report.
  put('/new/2', { body: corrected('2'), tells: 'etag' });
  feed('/feed', { tells: 'etag' }, ['1', 'b'], ['new/2', 'c'], ['3', 'a']);
  expect(await next(1)).toEqual({
    told: ['/feed 0 1 0', '/new/2 added 2, with changes'],
    asked: ['/feed 200 asked on a condition', '/sport 304', '/new/2 200 asked on a condition'],
  });

  // 9: the feed moves for good; no condition goes along.
  put('/feed', { status: 301, headers: { location: '/rss' } });
  feed('/rss', { tells: 'etag' }, ['1', 'b'], ['new/2', 'c'], ['3', 'a']);
  expect(await next(1)).toEqual({
    told: ['/feed moved to /rss', '/feed 0 0 0', '/new/2 not modified'],
    asked: ['/feed 301 asked on a condition', '/rss 200', '/sport 304', '/new/2 304'],
  });

  // 10: it is asked where it is.
  expect(await next(1)).toEqual({ told: [], asked: ['/rss 304', '/sport 304'] });

  // 11: what is gone is told once,
  put('/4', { status: 404 });
  feed('/sport', { tells: 'modified' }, ['3', 'x'], ['4', 'y']);
  expect(await next(1)).toEqual({
    told: ['/sport 0 1 0', '/4 gone'],
    asked: ['/rss 304', '/sport 200 asked on a condition', '/4 404 asked on a condition'],
  });

  // 12: and is not asked for,
  feed('/sport', { tells: 'modified' }, ['3', 'x']);
  expect(await next(1)).toEqual({
    told: ['/sport 0 0 1'],
    asked: ['/rss 304', '/sport 200 asked on a condition'],
  });

  // 13: until its feed lists it again; on no condition, since its last answer was no report.
  put('/4', { body: old('4') });
  feed('/sport', { tells: 'modified' }, ['3', 'x'], ['4', 'y']);
  expect(await next(1)).toEqual({
    told: ['/sport 0 0 0', '/4 unchanged 1'],
    asked: ['/rss 304', '/sport 200 asked on a condition', '/4 200'],
  });

  // 14: one page too many: the host is left alone, over processes, and no visit is told that was not made.
  put('/5', { status: 429, headers: { 'retry-after': '7200' } });
  put('/6', { body: old('6') });
  feed('/sport', { tells: 'modified' }, ['3', 'x'], ['4', 'y'], ['5', 'x'], ['6', 'x']);
  expect(await next(1)).toEqual({
    told: ['/sport 2 0 0', '/4 unchanged 1', '/5 http-error', 'resting until 04:00'],
    asked: ['/rss 304', '/sport 200 asked on a condition', '/4 200', '/5 429'],
  });
  put('/5', { body: old('5') });
  expect(await next(1)).toEqual({ told: ['resting until 04:00'], asked: [] });

  // 15: the rest is over: all that waited is asked for.
  expect(await next(1)).toEqual({
    told: ['/5 added 1', '/6 added 1', '/new/2 not modified'],
    asked: ['/rss 304', '/sport 304', '/5 200', '/6 200', '/new/2 304'],
  });

  // 16: what is no report is no version: the page is asked again soon, and stands as it was.
  put('/1', { body: WALL });
  feed('/rss', { tells: 'etag' }, ['1', 'c'], ['new/2', 'c'], ['3', 'a']);
  expect((await next(0.5)).told).toEqual(['/feed 0 1 0', '/1 error-page']);
  put('/1', { body: corrected('1') });
  expect((await next(0.25)).told).toEqual(['/1 unchanged 2']);

  const pages = asked.filter((one) => /^\/(?:\d|new)/.test(one) && !one.startsWith('/2 301'));
  expect(visits()).toHaveLength(pages.length);
  expect(visits()).toEqual(rounds.flat().flatMap(visitTold));
  await standsRight();
});

/** The visit that a line of a round tells of. */
function visitTold(line: string): string[] {
  const [at = '', what = '', number = ''] = line.split(/[ ,]+/);
  if (!/^\/(?:\d|new)/.test(at)) return [];
  const outcomes: Record<string, string> = {
    not: 'unchanged',
    added: number === '1' ? 'added' : 'changed',
    changed: 'changed back',
    'http-error': 'failed',
    'error-page': 'refused',
  };
  return [`${at} ${outcomes[what] ?? what}`];
}

/** What the ledger says in the end, of each page: its versions and the one that stands. */
async function standsRight(): Promise<void> {
  const ledger = openSqlite(path);
  const stands: Record<string, string> = {};
  for (const { id, headline } of await ledger.reports({ limit: 99, offset: 0 })) {
    const stood = await ledger.stood(id);
    stands[headline ?? ''] = stood.map((time) => time.version).join(' ');
  }
  expect(stands).toEqual({
    'Bridge 1 closed to lorries': '1 2',
    'Bridge 2 closed to lorries': '1 2',
    'Bridge 3 closed to lorries': '1 2 1',
    'Bridge 4 closed to lorries': '1',
    'Bridge 5 closed to lorries': '1',
    'Bridge 6 closed to lorries': '1',
  });
  const wall = (await ledger.coverage()).failures.find(({ code }) => code === 'error-page');
  expect(wall).toMatchObject({ outcome: 'refused', report: null });
  await ledger.close();
}
