import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleLedger } from '../../../test/examples.ts';
import type { Ledger } from '../../ledger/index.ts';
import { app } from '../app.ts';
import { sizeOf } from './ready.ts';
import { type Answered, routeName } from './requests.ts';

let ledger: Ledger;
let web: ReturnType<typeof app>;
const told: Answered[] = [];
const handed = { check: async () => ({ refused: 'no' }), bytePlaces: () => new Uint32Array() };
const ask = async (path: string, host = '127.0.0.1') =>
  await web.request(`http://127.0.0.1${path}`, { headers: { host } });

beforeAll(async () => {
  ledger = await exampleLedger();
  web = app(ledger, { ...handed, onAnswered: (answered) => told.push(answered) });
}, 60_000);
afterAll(async () => {
  await ledger?.close();
});

/** A ledger whose answer to one question is another. */
const broken = (counts: Ledger['counts']): Ledger => ({ ...ledger, counts });

describe('health and readiness', () => {
  test('the server lives, and its ledger answers', async () => {
    const [health, ready] = [await ask('/-/health'), await ask('/-/ready')];
    expect(await health.json()).toEqual({ data: { status: 'lives' } });
    const { reports, statements } = await ledger.counts();
    expect(await ready.json()).toEqual({ data: { status: 'ready', reports, statements, unlinked: 0 } });
    expect([health, ready].map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-store',
      'no-store',
    ]);
  });

  test('a ledger that breaks is told with the reason, and the server still lives', async () => {
    const counts = async () => {
      throw new Error('the disk is gone');
    };
    const other = app(broken(counts), handed);
    const ready = await other.request('/-/ready', { headers: { host: 'localhost' } });
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await ready.json()).toMatchObject({ title: 'Not ready', detail: 'the disk is gone' });
    expect((await other.request('/-/health', { headers: { host: 'localhost' } })).status).toBe(200);
    const metrics = await (await other.request('/-/metrics', { headers: { host: 'localhost' } })).text();
    expect(metrics).toContain('\nonrecord_ledger_up 0\n');
  });

  test('so is one that does not answer in time', async () => {
    const size = await sizeOf(
      broken(() => new Promise(() => {})),
      20,
    );
    expect(size).toEqual({ why: 'the ledger did not answer within 20 milliseconds' });
  });
});

const COMMENT = /^# (?:HELP [a-z_]+ .+|TYPE [a-z_]+ (?:counter|gauge|histogram))$/;
const SAMPLE = /^([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? ([0-9.e+-]+|\+Inf)$/;

/** Reads the text format of Prometheus 0.0.4, and nothing else. */
function samplesIn(text: string) {
  expect(text.endsWith('\n')).toBe(true);
  const types = new Set<string>();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      if (line.startsWith('#')) {
        expect(line).toMatch(COMMENT);
        if (line.startsWith('# TYPE')) types.add(line.split(' ')[2] ?? '');
        return [];
      }
      const read = SAMPLE.exec(line);
      expect(read, line).not.toBeNull();
      const [, name = '', labels = '', value = ''] = read ?? [];
      expect(types, line).toContain(name.replace(/_(?:bucket|sum|count)$/, ''));
      const pairs = [...labels.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = '', of = '']) => [key, of]);
      return [
        { name, labels: Object.fromEntries(pairs), value: Number(value === '+Inf' ? Infinity : value) },
      ];
    });
}

describe('metrics', () => {
  test('count requests by route and status, and tell how long they took', async () => {
    for (const path of ['/reports', '/reports.json', '/r/report:none.json', '/r/report:other', '/nowhere'])
      await ask(path);
    await ask('/reports', 'evil.example');
    const response = await ask('/-/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const samples = samplesIn(await response.text());
    const requests = (route: string, status: string) =>
      samples.find(
        ({ name, labels }) =>
          name === 'onrecord_requests_total' && labels.route === route && labels.status === status,
      )?.value;
    expect(requests('/reports', '200')).toBe(2);
    expect(requests('/r/:id', '404')).toBe(2);
    expect(requests('none', '421')).toBe(1);
    expect(requests('none', '404')).toBe(1);
    const buckets = samples.filter(
      ({ name, labels }) => name === 'onrecord_request_seconds_bucket' && labels.route === '/reports',
    );
    expect(buckets.map(({ value }) => value)).toEqual(
      buckets.map(({ value }) => value).toSorted((a, b) => a - b),
    );
    expect(buckets.at(-1)).toMatchObject({ labels: { le: '+Inf' }, value: 2 });
    const { reports, statements } = await ledger.counts();
    const gauge = (name: string) => samples.find((one) => one.name === name)?.value;
    expect(gauge('onrecord_reports')).toBe(reports);
    expect(gauge('onrecord_statements')).toBe(statements);
    expect([gauge('onrecord_reports_unlinked'), gauge('onrecord_ledger_up')]).toEqual([0, 1]);
  });

  test('routes stay few, whatever is asked', async () => {
    for (let nth = 0; nth < 30; nth++) await ask(`/${nth}/x?y=${nth}`);
    const samples = samplesIn(await (await ask('/-/metrics')).text());
    const routes = new Set(samples.flatMap(({ labels }) => labels.route ?? []));
    expect([...routes].filter((route) => /\d|\{/.test(route))).toEqual([]);
  });

  test.each([
    ['/:page{reports(?:[.]json)?}', '/reports'],
    ['/r/:id/:page{snapshot(?:[.]json|[.]bytes)?}', '/r/:id/snapshot'],
    ['/i/:id{.+[.]csv}', '/i/:id.csv'],
    ['/-/fonts/:font/files/:file{[a-z0-9-]+[.]woff2}', '/-/fonts/:font/files/:file'],
    ['/*', 'none'],
  ])('%s is called %s', (pattern, name) => {
    expect(routeName(pattern)).toBe(name);
  });
});

test('a log is told each request, and not what was asked', async () => {
  told.length = 0;
  await ask('/search?q=secret');
  expect(told).toEqual([
    { method: 'GET', path: '/search', route: '/search', status: 200, seconds: expect.any(Number) },
  ]);
});
