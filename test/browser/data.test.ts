import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExampleSite, exampleSite } from './example-site.ts';

let site: ExampleSite;

beforeAll(async () => {
  site = await exampleSite();
});
afterAll(async () => {
  await site?.close();
});

test('the calendar is there to subscribe to', async () => {
  const response = await fetch(`${site.url}/calendar.ics?deeds=1`);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  const events = calendar.getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(3);
  expect(events.every((one) => new ICAL.Event(one).startDate.isDate)).toBe(true);
});

describe('data and errors', () => {
  const get = (path: string, init: RequestInit = {}) => fetch(site.url + path, init);

  test.each([
    '/today.json',
    '/today.json?day=2034-05-20',
    '/reports.json',
    '/search.json?q=pier',
    '/search.json?q=pier&when=2034-05',
    '/r/{report}.json',
    '/s/{statement}.json',
    '/u/{statement}.json',
    '/actors.json',
    '/a/{actor}.json',
    '/flags.json',
    '/issues.json',
    '/calendar.json',
    '/e/{event}.json',
    '/alerts.json',
  ])('%s has its data in one envelope', async (path) => {
    const response = await get(
      path
        .replace('{report}', site.report)
        .replace('{statement}', site.statement)
        .replace('{actor}', site.actor)
        .replace('{event}', site.event),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(['data', 'data,next']).toContain(Object.keys((await response.json()) as object).join());
  });

  test.each([
    ['/r/report:none.json', {}, 404],
    ['/s/statement:none.json', {}, 404],
    ['/u/utterance:none.json', {}, 404],
    ['/u/utterance:none.csv', {}, 404],
    ['/nothing.json', {}, 404],
    ['/-/../../package.json', {}, 404],
    ['/-/fonts/inter/files/..%2f..%2fpackage.json', {}, 404],
    [`/search.json?q=${'x'.repeat(1001)}`, {}, 400],
    ['/reports', { method: 'POST' }, 405],
    ['/a/actor:none.json', {}, 404],
    ['/flags.json?kind=taste', {}, 400],
    ['/calendar.json?month=2034-13', {}, 400],
    ['/calendar.ics?status=odd', {}, 400],
    ['/calendar.csv?month=2034', {}, 400],
    ['/search.json?q=pier&when=soon', {}, 400],
    ['/e/event:none.json', {}, 404],
    ['/alerts/alert:none.json', {}, 404],
    ['/alerts/alert:none.atom', {}, 404],
    ['/check.json', { method: 'POST', body: '{}' }, 400],
    ['/check.json', { method: 'POST', body: '{"text":"\\u0000"}' }, 422],
    ['/check.json', { method: 'POST', body: `{"text":"${'x'.repeat(200_001)}"}` }, 400],
    [
      '/check.json',
      { method: 'POST', body: '{"text":"A"}', headers: { origin: 'https://evil.example' } },
      403,
    ],
  ])('%s %j is a problem of one shape', async (path, init, status) => {
    const response = await get(path, init as RequestInit);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: expect.stringMatching(/^\/-\/api#[a-z-]+$/),
      status,
      instance: new URL(path, site.url).href.slice(site.url.length),
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  test('every answer forbids everything that is not its own', async () => {
    for (const path of ['/reports', '/reports.json', '/nothing', '/-/style.css']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|data:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('another name for this machine is refused, so that no page elsewhere can read the ledger', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((done) => {
      request(`${site.url}/reports.json`, { headers: { host: 'evil.example' } }, (response) =>
        done(response.statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });

  test.each([
    ['atom', 'application/atom+xml; charset=utf-8'],
    ['json', 'application/feed+json; charset=utf-8'],
  ])('an alert has its %s feed, which is sent again only where it changed', async (kind, type) => {
    const path = `/alerts/${site.alert}.${kind}`;
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    const text = await response.text();
    const links = (kind === 'atom' ? parseAtomFeed(text).entries : parseJsonFeed(JSON.parse(text)).items)
      ?.length;
    expect(links).toBeGreaterThan(3);
    const tag = response.headers.get('etag') ?? '';
    const modified = response.headers.get('last-modified') ?? '';
    expect(modified).toBe('Sun, 02 Jun 2024 09:00:00 GMT');
    const status = async (headers: Record<string, string>) => (await get(path, { headers })).status;
    expect(await status({ 'if-none-match': tag })).toBe(304);
    expect(await status({ 'if-none-match': '"other"' })).toBe(200);
    expect(await status({ 'if-modified-since': modified })).toBe(304);
    expect(await status({ 'if-modified-since': 'Sun, 02 Jun 2024 08:59:59 GMT' })).toBe(200);
    expect(await status({ 'if-modified-since': modified, 'if-none-match': '"other"' })).toBe(200);
    expect(await status({ 'if-modified-since': 'soon' })).toBe(200);
  });

  test('a page tells its feeds, and every link of a feed leads to a page', async () => {
    const page = await (await get(`/alerts/${site.alert}`)).text();
    for (const [, address = ''] of page.matchAll(
      /<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)"/g,
    ))
      expect((await get(address)).status, address).toBe(200);
    const feed = parseJsonFeed(await (await get(`/alerts/${site.alert}.json`)).json());
    for (const { url = '' } of feed.items ?? []) expect((await fetch(url)).status, url).toBe(200);
    expect((await get(feed.home_page_url?.slice(site.url.length) ?? '')).status).toBe(200);
    expect(JSON.stringify(await (await get('/alerts.json')).json())).not.toMatch(/secret|webhook/);
  });

  test('what did not change is not sent again', async () => {
    const tag = (await get('/reports')).headers.get('etag') ?? '';
    expect((await get('/reports', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });
});
