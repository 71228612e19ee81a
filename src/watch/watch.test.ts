import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faulty, THROWS } from '../../test/faults/faulty.ts';
import { openWeb, reportPage, rss, type TestWeb } from '../../test/web.ts';
import { openFetcher } from '../ingest/beyond.ts';
import { NOTHING_GIVEN } from '../ingest/index.ts';
import { type Lanes, oneLane } from '../lanes/index.ts';
import { type Ledger, openSqlite } from '../ledger/index.ts';
import { loadKit } from '../load/index.ts';
import { type Told, Watch } from './index.ts';

const HOUR = 3_600_000;
const kit = await loadKit({ tagger: 'linear' });
const whole = oneLane(kit);
const broken = oneLane(faulty(kit));

let web: TestWeb;
let ledger: Ledger;
let clock = 0;
let close: () => Promise<void> = async () => {};

beforeEach(async () => {
  web = await openWeb();
  ledger = openSqlite(':memory:');
  clock = Date.parse('2034-02-02T10:00:00Z');
});
afterEach(async () => {
  await close();
  await ledger.close();
  await web.close();
});

function watch(...feeds: string[]): Watch {
  return watchIn(whole, feeds);
}

function watchIn(lanes: Lanes, feeds: readonly string[], signal?: AbortSignal): Watch {
  const now = () => new Date(clock);
  const pause = async (milliseconds: number) => {
    clock += milliseconds;
  };
  const fetcher = openFetcher({ allowPrivate: true, now, pause, delay: 0, patience: 2000 });
  close = () => fetcher.close();
  return new Watch(
    feeds.map((feed) => web.origin + feed),
    { ledger, lanes, fetcher, given: NOTHING_GIVEN, now, every: HOUR / 4, signal },
  );
}

/** What a round told, in a word each, with the path of what it is about. */
async function round(watching: Watch): Promise<string[]> {
  const told: string[] = [];
  for await (const one of watching.round()) told.push(inWords(one));
  return told;
}

function inWords(told: Told): string {
  const path = (address: string) => address.replace(web.origin, '');
  if (told.kind === 'listed') {
    const { fresh, changed, vanished } = told.listed;
    return `${path(told.feed)}: ${fresh} new, ${changed} changed, ${vanished} vanished`;
  }
  if (told.kind === 'moved') return `${path(told.feed)}: moved to ${path(told.to)}`;
  if (told.kind === 'resting') return `resting until ${told.until}`;
  if (told.kind === 'failed') return `${path(told.path)}: ${told.refusal.code}`;
  if (told.kind === 'unchanged') return `${path(told.path)}: not modified`;
  return `${path(told.path)}: ${told.outcome} ${told.version}`;
}

const list = (...names: string[]) =>
  web.answers.set(
    '/feed',
    rss(
      'The Courier',
      names.map((name) => ({ link: `${web.origin}/${name}` })),
    ),
  );

describe('a watch', () => {
  test('adds what a feed lists, and nothing twice', async () => {
    for (const name of ['1', '2']) web.answers.set(`/${name}`, reportPage(name));
    list('1', '2');
    const one = watch('/feed');
    expect(await round(one)).toEqual(['/feed: 2 new, 0 changed, 0 vanished', '/1: added 1', '/2: added 1']);
    expect(await round(one)).toEqual([]);
    clock += HOUR / 2;
    expect(await round(one)).toEqual(['/feed: 0 new, 0 changed, 0 vanished']);
    expect((await ledger.counts()).reports).toBe(2);
  });

  test('reads a page again after an hour: the same, changed, gone', async () => {
    for (const name of ['1', '2', '3']) web.answers.set(`/${name}`, reportPage(name));
    list('1', '2', '3');
    const one = watch('/feed');
    await round(one);
    web.answers.set('/2', reportPage('2', 'The bridge is safe'));
    web.answers.delete('/3');
    clock += HOUR;
    expect(await round(one)).toEqual([
      '/feed: 0 new, 0 changed, 0 vanished',
      '/1: unchanged 1',
      '/2: added 2',
      '/3: gone',
    ]);
    const [first] = (await ledger.reports({ limit: 10, offset: 0 })).filter(({ version }) => version === 2);
    expect(await ledger.versions(first?.id ?? '')).toHaveLength(2);
    clock += 30 * 24 * HOUR;
    web.asked.length = 0;
    await round(one);
    expect(web.asked).not.toContain('/3');
  });

  test('tells what a feed no longer lists, and reads at once what it says something new of', async () => {
    for (const name of ['1', '2']) web.answers.set(`/${name}`, reportPage(name));
    list('1', '2');
    const one = watch('/feed');
    await round(one);
    web.answers.set('/1', reportPage('1', 'The bridge is safe'));
    web.answers.set('/feed', rss('The Courier', [{ link: `${web.origin}/1`, title: 'Bridge 1 is safe' }]));
    clock += HOUR / 2;
    expect(await round(one)).toEqual(['/feed: 0 new, 1 changed, 1 vanished', '/1: added 2']);
    expect((await ledger.coverage()).feeds).toMatchObject([{ items: 2, vanished: 1 }]);
  });

  test('tells nothing as no longer listed that the part of a feed which it got does not list', async () => {
    for (const name of ['1', '2', '3']) web.answers.set(`/${name}`, reportPage(name));
    list('1', '2');
    const one = watch('/feed');
    await round(one);
    list('3', '1', '2');
    const whole = `${web.answers.get('/feed')}`;
    web.answers.set('/feed', whole.slice(0, whole.indexOf('</item>') + 20));
    clock += HOUR / 4;
    expect(await round(one)).toEqual(['/feed: 1 new, 0 changed, 0 vanished', '/3: added 1']);
    // Broken off on its way, the same.
    web.answers.set('/feed', (_, response) => {
      response.writeHead(200, { 'content-type': 'application/xml', 'content-length': whole.length });
      response.write(whole.slice(0, -200), () => setTimeout(() => response.destroy(), 20));
    });
    clock += HOUR / 4;
    expect(await round(one)).toEqual(['/feed: 0 new, 0 changed, 0 vanished']);
    list('3', '1');
    clock += HOUR / 4;
    expect((await round(one))[0]).toBe('/feed: 0 new, 0 changed, 1 vanished');
  });

  test('asks only whether a page has changed', async () => {
    web.answers.set('/1', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"a"';
      response.writeHead(isKnown ? 304 : 200, {
        etag: '"a"',
        'content-type': 'text/html',
        'cache-control': 'no-cache',
      });
      response.end(isKnown ? undefined : reportPage('1'));
    });
    list('1');
    const one = watch('/feed');
    await round(one);
    clock += HOUR;
    expect(await round(one)).toContain('/1: not modified');
  });

  test('goes on with what fails: a page now and then, a feed less and less often', async () => {
    web.answers.set('/1', (_, response) => response.writeHead(500).end());
    list('1');
    const one = watch('/feed', '/broken');
    expect(await round(one)).toEqual([
      '/feed: 1 new, 0 changed, 0 vanished',
      '/broken: gone',
      '/1: http-error',
    ]);
    web.answers.set('/1', reportPage('1'));
    clock += HOUR;
    expect(await round(one)).toContain('/1: added 1');
    const { feeds, failures } = await ledger.coverage();
    expect(feeds.find(({ place }) => place.endsWith('/broken'))).toMatchObject({ failures: 2 });
    expect(failures.map(({ code }) => code)).toContain('http-error');
    expect(await one.untilDue()).toBeGreaterThan(0);
  });

  test('asks now and then for a page behind a wall, and as for any other once that has fallen', async () => {
    const wall =
      '<h1>We value your privacy</h1><p>We and our partners use cookies. Accept all cookies to go on.</p>';
    web.answers.set('/1', `<!doctype html><html><body>${wall}<button>Accept all</button></body></html>`);
    list('1');
    const one = watch('/feed');
    const told: string[][] = [];
    for (const hours of [0, 1, 6, 1, 6]) {
      clock += hours * HOUR;
      told.push((await round(one)).slice(1));
      if (hours === 1) web.answers.set('/1', reportPage('1'));
    }
    const later = ['/1: unchanged 1'];
    expect(told).toEqual([['/1: consent-wall'], ['/1: consent-wall'], ['/1: added 1'], later, later]);
  });

  test('asks daily for a page that broke the program, until a version of it reads the page', async () => {
    web.answers.set('/1', reportPage('1', `The bridge is not safe, ${THROWS}`));
    web.answers.set('/2', reportPage('2'));
    list('1', '2');
    const one = watchIn(broken, ['/feed']);
    expect((await round(one)).slice(1)).toEqual(['/1: internal', '/2: added 1']);
    const { reasons, failures } = await ledger.coverage();
    expect(reasons).toEqual([{ code: 'internal', visits: 1 }]);
    expect(failures).toMatchObject([{ place: `${web.origin}/1`, outcome: 'failed', report: null }]);
    for (let day = 0; day < 10; day++) {
      clock += 24 * HOUR;
      expect(await round(one)).toContain('/1: internal');
    }
    await close();
    clock += 24 * HOUR;
    expect(await round(watch('/feed'))).toContain('/1: added 1');
  });

  test('stops behind the pages that it keeps, and what was not visited stays due', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `${index}`);
    for (const name of names) web.answers.set(`/${name}`, reportPage(name));
    list(...names);
    const stopping = new AbortController();
    const told: string[] = [];
    for await (const one of watchIn(whole, ['/feed'], stopping.signal).round()) {
      told.push(inWords(one));
      if (told.length === 10) stopping.abort();
    }
    const added = told.filter((one) => one.includes(': added')).length;
    expect(added).toBeLessThan(names.length);
    expect((await ledger.counts()).reports).toBe(added);
    await close();
    expect((await round(watch('/feed'))).filter((one) => one.includes(': added'))).toHaveLength(
      names.length - added,
    );
  });

  test('follows lists of feeds, and goes on after a new start', async () => {
    for (const name of ['1', '2']) web.answers.set(`/${name}`, reportPage(name));
    list('1', '2');
    web.answers.set(
      '/list',
      `<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" text="a" xmlUrl="${web.origin}/feed"/></body></opml>`,
    );
    const stopped = new AbortController();
    const told: string[] = [];
    for await (const one of watchIn(whole, ['/list'], stopped.signal).round()) {
      told.push(inWords(one));
      if (told.length === 2) stopped.abort();
    }
    // Stopped in the middle of a round: what is due is due still.
    expect(told).toEqual(['/list: 0 new, 0 changed, 0 vanished', '/feed: 2 new, 0 changed, 0 vanished']);
    await close();
    const later = await round(watch('/list'));
    expect(later.filter((line) => line.includes(': added'))).toHaveLength(2);
    expect((await ledger.counts()).reports).toBe(2);
  });

  test('follows the feed that a page names', async () => {
    web.answers.set('/1', reportPage('1'));
    list('1');
    const link = '<link rel="alternate" type="application/rss+xml" href="/feed">';
    web.answers.set('/front', reportPage('front').replace('<head>', `<head>${link}`));
    expect(await round(watch('/front'))).toEqual([
      '/front: 0 new, 0 changed, 0 vanished',
      '/feed: 1 new, 0 changed, 0 vanished',
      '/1: added 1',
    ]);
  });

  test('is not led astray by a page that stands in for a feed for a time', async () => {
    web.answers.set('/1', reportPage('1'));
    list('1');
    const feed = `${web.answers.get('/feed')}`;
    const one = watch('/feed');
    await round(one);
    const link = '<link rel="alternate" type="application/rss+xml" href="/all">';
    web.answers.set('/feed', `<html><head>${link}</head><body><p>We will be back soon.</p></body></html>`);
    web.answers.set('/all', rss('All', [{ link: `${web.origin}/2` }]));
    clock += HOUR / 4;
    expect(await round(one)).toEqual(['/feed: bad-feed']);
    web.answers.set('/feed', feed);
    clock += HOUR / 2;
    expect(await round(one)).toEqual(['/feed: 0 new, 0 changed, 0 vanished']);
  });

  test('a batch that is kept is told to its end, whoever stops meanwhile', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `${index}`);
    for (const name of names) web.answers.set(`/${name}`, reportPage(name));
    list(...names);
    const stopped = new AbortController();
    let added = 0;
    for await (const told of watchIn(whole, ['/feed'], stopped.signal).round())
      if (told.kind === 'added') {
        added++;
        stopped.abort();
      }
    expect(added).toBe(8);
    expect((await ledger.counts()).reports).toBe(8);
  });

  test('keeps the snapshot of what is not English, and why', async () => {
    const german =
      '<p>Der Rat der Stadt hat am Montag beschlossen, die alte Brücke für Lastwagen zu sperren, sagte die Bürgermeisterin.</p>';
    web.answers.set('/1', `<html lang="de"><h1>Brücke gesperrt</h1><article>${german.repeat(4)}</article>`);
    list('1');
    expect(await round(watch('/feed'))).toContain('/1: not-english');
    const { reasons } = await ledger.coverage();
    expect(reasons).toEqual([{ code: 'not-english', visits: 1 }]);
  });
});
