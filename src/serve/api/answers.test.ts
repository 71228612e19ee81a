import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exampleLedger } from '../../../test/examples.ts';
import type { Ledger } from '../../ledger/index.ts';
import { app } from '../app.ts';
import { PROBLEMS, problemType } from './problems.ts';

let ledger: Ledger;
let web: ReturnType<typeof app>;
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  web.request(`http://127.0.0.1${path}`, { method, headers: { host: '127.0.0.1', ...headers } });

const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().min(1),
  instance: z.string(),
  errors: z.array(z.strictObject({ parameter: z.string(), detail: z.string().min(1) })).optional(),
});

beforeAll(async () => {
  ledger = await exampleLedger();
  web = app(ledger, { check: async () => ({ refused: 'no' }), bytePlaces: () => new Uint32Array() });
}, 60_000);
afterAll(async () => {
  await ledger?.close();
});

describe('problems', () => {
  test('one has its type, title, status, detail and instance (RFC 9457)', async () => {
    const answer = await ask('/r/report:none.json?x=1');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await answer.json()).toEqual({
      type: '/-/api#no-such-report',
      title: 'No such report',
      status: 404,
      detail: 'there is no report report:none in this ledger',
      instance: '/r/report:none.json?x=1',
    });
  });

  test.each([
    ['/search.json?act=sing&when=soon', ['act', 'when']],
    ['/flags.json?kind=taste', ['kind']],
    ['/actors.json?kind=ghost', ['kind']],
    ['/sources.json?kind=ghost', ['kind']],
    ['/calendar.json?month=2034-13', ['month']],
    ['/calendar.json?status=odd', ['status']],
    [`/calendar.json?who=${'x'.repeat(201)}`, ['who']],
    ['/today.json?day=soon', ['day']],
    ['/review.json?doubt=all&report=1', ['doubt', 'report']],
    ['/review/decisions.json?before=x', ['before']],
    ['/review/merge.json', ['of']],
  ])('%s lists the parameters that are wrong', async (path, parameters) => {
    const answer = await ask(path);
    expect(answer.status).toBe(400);
    const { errors = [], instance } = problem.parse(await answer.json());
    expect(errors.map(({ parameter }) => parameter).toSorted()).toEqual(parameters);
    expect(instance).toBe(path);
  });

  test.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=UTF-8'],
    ['application/json', 'application/problem+json'],
    ['application/json, text/html;q=0.5', 'application/problem+json'],
    ['text/html;q=0.2, application/problem+json', 'application/problem+json'],
    ['*/*', 'application/problem+json'],
  ])('whoever takes %s is answered with %s', async (accept, type) => {
    const answer = await ask('/r/report:none', { accept });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('vary')).toBe('Accept');
  });

  test('an address of data answers with data, whatever is taken', async () => {
    const answer = await ask('/nothing.json', { accept: 'text/html' });
    expect(problem.parse(await answer.json()).title).toBe('No such page');
  });

  test('no two kinds of problem have one address', () => {
    const titles = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[];
    expect(new Set(titles.map(problemType)).size).toBe(titles.length);
  });
});

describe('what did not change is not sent again', () => {
  test.each(['/', '/reports', '/reports.json', '/search.json?q=pier', '/calendar.ics', '/search.csv?q=pier'])(
    '%s',
    async (path) => {
      const whole = await ask(path);
      const body = new Uint8Array(await whole.arrayBuffer());
      const tag = whole.headers.get('etag') ?? '';
      expect(whole.headers.get('cache-control')).toBe('no-cache');
      if (body.length < 250_000) expect(tag).toBe(`"${createHash('sha256').update(body).digest('hex')}"`);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const again = await ask(path, { 'if-none-match': known });
        expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
        expect(again.headers.get('etag')).toBe(tag);
        expect(again.headers.get('cache-control')).toBe('no-cache');
      }
      expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
      const head = await ask(path, {}, 'HEAD');
      expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
      expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'));
      expect((await ask(path, { 'if-none-match': tag }, 'HEAD')).status).toBe(304);
    },
  );

  test('a page and its data have tags of their own, and a problem has none', async () => {
    const [page, data, none] = [await ask('/reports'), await ask('/reports.json'), await ask('/none.json')];
    expect(page.headers.get('etag')).not.toBe(data.headers.get('etag'));
    expect(none.headers.get('etag')).toBeNull();
    expect(none.headers.get('cache-control')).toBe('no-cache');
  });
});
