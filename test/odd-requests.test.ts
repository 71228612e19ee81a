import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bytePlaces } from '../src/ingest/index.ts';
import { oneLane } from '../src/lanes/index.ts';
import { openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { addPages } from '../src/pipeline/index.ts';
import { app } from '../src/serve/app.ts';
import { pageOf } from './reports.ts';

/** What nobody types and anybody may send. */
const ODD = [
  '%00',
  'a%00b',
  'bridge%00',
  '%ED%A0%80',
  '%FF',
  '%',
  '%22',
  '%27',
  '%22%00',
  '*',
  'a*',
  '(',
  'NEAR',
  'a+OR+b',
  '^a',
  '-a',
  ':a',
  '%7Ba%7D',
  '%E2%80%8B',
  '%0a',
  '%01',
  '%F0%9F%98%80',
  '%F0%9F%98',
  '-1',
  '1e99',
  '2031-13',
  '..%2f..',
  '__proto__',
  'constructor',
  'null',
  '9'.repeat(400),
  'a'.repeat(900),
  'a'.repeat(20_000),
  'a+'.repeat(450),
  'a+'.repeat(3000),
];
const ROUTES = [
  '/?day=X',
  '/?since=X',
  '/today.json?behind=X',
  '/search?q=X',
  '/search.json?q=X',
  '/search?by=X',
  '/search?q=a&by=X',
  '/search?q=a&outlet=X',
  '/search?q=a&when=X',
  '/search?q=a&page=X',
  '/actors?page=X',
  '/reports?page=X',
  '/flags?kind=X',
  '/flags?page=X',
  '/calendar?month=X',
  '/calendar?from=X',
  '/coverage?page=X',
  '/a/X',
  '/a/X.json',
  '/r/X',
  '/r/X.json',
  '/s/X',
  '/e/X',
  '/r/X/versions',
  '/alerts/X',
  '/alerts/X.atom',
  '/alerts/X.json',
  '/alerts/alert:0?page=X',
  '/review?at=X',
  '/review?speaker=X',
  '/review?report=X',
  '/review.csv?doubt=X',
  '/review/decisions?before=X',
  '/review/merge?of=X',
  '/review/merge?of=actor:X',
  '/review/X',
  '/-/X',
  '/-/fonts/X/index.css',
  '/X',
];

const ledger = openSqlite(join(mkdtempSync(join(tmpdir(), 'onrecord-odd-')), 'odd.ledger'));
const web = app(ledger, { check: async () => ({ refused: '' }), bytePlaces });
const ask = (path: string) => web.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });

async function* one() {
  yield pageOf('Bridge closed\n“The bridge is not safe at all,” Mayor Mina Pell said on Monday.', {
    outlet: 'A',
  });
}

beforeAll(async () => {
  for await (const added of addPages(one(), {
    lanes: oneLane(await loadKit({ tagger: 'linear' })),
    ledger,
    now: () => new Date(0),
  }))
    expect(added.kind).toBe('added');
});

test.each(ROUTES)('nothing that is sent is an error of the server: %s', async (route) => {
  for (const odd of ODD) {
    const { status } = await ask(route.replace('X', odd));
    expect([odd.slice(0, 40), status]).toEqual([
      odd.slice(0, 40),
      expect.toSatisfy((one: number) => one < 500),
    ]);
  }
});

test('a control character only parts words: what is asked for is found', async () => {
  for (const asked of ['bridge%00safe', 'bridge%01safe', '%00bridge'])
    expect((await (await ask(`/search.json?q=${asked}`)).json()) as unknown).toMatchObject({
      data: { total: 1 },
    });
});
