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
  const response = await fetch(`${site.url}/calendar.ics`);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  const events = calendar.getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(3);
  expect(events.every((one) => new ICAL.Event(one).startDate.isDate)).toBe(true);
});

describe('data and errors', () => {
  const get = (path: string, init: RequestInit = {}) => fetch(site.url + path, init);

  test.each([
    '/reports.json',
    '/search.json?q=pier',
    '/search.json?q=pier&when=2034-05',
    '/r/{report}.json',
    '/s/{statement}.json',
    '/actors.json',
    '/a/{actor}.json',
    '/flags.json',
    '/issues.json',
    '/calendar.json',
    '/e/{event}.json',
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
    expect(Object.keys((await response.json()) as object)).toEqual(['data']);
  });

  test.each([
    ['/r/report:none.json', {}, 404],
    ['/s/statement:none.json', {}, 404],
    ['/nothing.json', {}, 404],
    ['/-/../../package.json', {}, 404],
    ['/-/fonts/inter/files/..%2f..%2fpackage.json', {}, 404],
    [`/search.json?q=${'x'.repeat(1001)}`, {}, 400],
    ['/reports', { method: 'POST' }, 405],
    ['/a/actor:none.json', {}, 404],
    ['/flags.json?kind=taste', {}, 400],
    ['/calendar.json?month=2034-13', {}, 400],
    ['/search.json?q=pier&when=soon', {}, 400],
    ['/e/event:none.json', {}, 404],
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
      type: 'about:blank',
      status,
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

  test('what did not change is not sent again', async () => {
    const tag = (await get('/reports')).headers.get('etag') ?? '';
    expect((await get('/reports', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });
});
