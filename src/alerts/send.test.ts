import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alertOf } from '../ledger/alerts.contract.ts';
import { type Ledger, openSqlite } from '../ledger/index.ts';
import { entryOf } from '../ledger/ledger.contract.ts';
import { type Alert, news } from '../record/index.ts';
import { refusedFor } from './post.ts';
import { sendNews } from './send.ts';
import { newSecret } from './sign.ts';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let ledger: Ledger;
let clock = 0;
/** What the receiver answers, one after the other; 200 when nothing is left. */
let answers: (number | 'silence' | Record<string, string>)[] = [];
let received: Received[] = [];
let close: () => Promise<void>;
let url = '';

const now = () => new Date(clock);
const MINUTE = 60_000;

beforeEach(async () => {
  clock = Date.parse('2031-03-02T08:00:00Z');
  answers = [];
  received = [];
  ledger = openSqlite(':memory:');
  await ledger.add(await entryOf('Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.'));
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    received.push({ headers: request.headers, body });
    const answer = answers.shift() ?? 200;
    if (answer === 'silence') return;
    if (typeof answer === 'number') response.writeHead(answer).end('what a receiver says is not read');
    else response.writeHead(Number(answer.status), answer).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?desk=1`;
  close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
});
afterEach(async () => {
  await close();
  await ledger.close();
});

const send = (patience = 5000) => sendNews({ ledger, now, patience });

/** An alert with a webhook, and so many pieces of news that wait. */
async function waiting(count: number, allowPrivate = true): Promise<{ alert: Alert; secret: string }> {
  const alert = alertOf('bridge', { words: 'bridge' }, { webhook: { url, allowPrivate } });
  const secret = newSecret();
  await ledger.addAlert(alert, secret);
  const kept = await ledger.alertNamed(alert.id);
  const [found] = (await ledger.find({ words: 'bridge' })).statements;
  if (kept === null || found === undefined) throw new Error('expected an alert and a statement');
  const some = Array.from({ length: count }, (_, nth) =>
    news.parse({
      kind: 'statement',
      id: `news:${String(nth).padStart(16, '0')}`,
      at: '2031-03-01T08:00:00.000Z',
      statement: found.statement.id,
      who: 'Mina Pell',
      cue: 'said',
      stance: null,
      from: {
        report: found.report.id,
        outlet: null,
        published: null,
        headline: 'Bridge closed',
        url: null,
        start: 15,
        end: 42,
        words: '“The bridge is not safe,”',
      },
    }),
  );
  const looked = { ...kept.looked, statements: 2 };
  await ledger.keepNews(alert.id, { former: kept.looked, looked, news: some, found: now().toISOString() });
  return { alert, secret };
}

test('each piece of news arrives once, signed so that Standard Webhooks’ own library takes it', async () => {
  clock = Date.now();
  const { alert, secret } = await waiting(25);
  expect(await send()).toMatchObject([{ sent: 25, why: null, due: null }]);
  expect(await send()).toEqual([]);
  expect(received).toHaveLength(25);
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  const told = new Webhook(secret).verify(body, headers as Record<string, string>);
  expect(told).toMatchObject({
    type: 'news.statement',
    timestamp: '2031-03-01T08:00:00.000Z',
    data: { alert: { id: alert.id, name: 'bridge' }, news: { who: 'Mina Pell', kind: 'statement' } },
  });
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': 'news:0000000000000000',
  });
  expect(() => new Webhook(newSecret()).verify(body, headers as Record<string, string>)).toThrow();
  expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
});

test('what is not taken is sent again by the same id, after a wait that doubles; what was taken is not', async () => {
  await waiting(3);
  answers = [200, 500];
  expect(await send()).toMatchObject([{ sent: 1, why: `status 500 from ${new URL(url).host}` }]);
  expect(await send()).toEqual([]);
  clock += MINUTE;
  answers = [503];
  expect(await send()).toMatchObject([{ sent: 0, due: '2031-03-02T08:03:00.000Z' }]);
  clock += MINUTE;
  expect(await send()).toEqual([]);
  clock += MINUTE;
  expect(await send()).toMatchObject([{ sent: 2, why: null, due: null }]);
  expect(received.map(({ headers }) => Number(String(headers['webhook-id']).slice(5)))).toEqual([
    0, 1, 1, 1, 2,
  ]);
  expect(await ledger.alertNamed('bridge')).toMatchObject({
    delivery: { failures: 0, why: null },
    waiting: 0,
  });
});

test.each([
  ['a redirect', { status: '302', location: 'https://elsewhere.example/' }, /^status 302/, MINUTE],
  ['a wish to wait', { status: '429', 'retry-after': '3600' }, /^status 429/, 60 * MINUTE],
  ['a wish to wait for a week', { status: '503', 'retry-after': '604800' }, /^status 503/, 1440 * MINUTE],
  ['silence', 'silence' as const, /^no answer within 0.2 seconds/, MINUTE],
])('%s is a failure', async (_, answer, why, wait) => {
  await waiting(1);
  answers = [answer];
  const [told] = await send(200);
  expect(told?.why).toMatch(why);
  expect(Date.parse(told?.due ?? '')).toBe(clock + wait);
});

test('a receiver that is gone is left alone', async () => {
  await waiting(2);
  answers = [410];
  expect(await send()).toMatchObject([{ sent: 0, due: null }]);
  clock += 1440 * MINUTE;
  expect(await send()).toEqual([]);
  expect(received).toHaveLength(1);
});

test('nobody listens, and a private address that was not allowed: both told, nothing arrives', async () => {
  await waiting(1, false);
  expect((await send())[0]?.why).toMatch(/^127\.0\.0\.1:\d+ is 127\.0\.0\.1, no public address/);
  expect(received).toEqual([]);
  await ledger.removeAlert((await ledger.alertNamed('bridge'))?.alert.id as Alert['id']);
  await waiting(1);
  await close();
  expect((await send())[0]?.why).toMatch(/^no answer from .*ECONNREFUSED/);
});

test('two that send at the same time send everything once', async () => {
  await waiting(10);
  await Promise.all([send(), send(), send()]);
  expect(received).toHaveLength(10);
});

test('an alert that is removed while it is sent ends quietly', async () => {
  const { alert } = await waiting(2);
  answers = ['silence'];
  const sending = send(300);
  await expect.poll(() => received.length).toBe(1);
  await ledger.removeAlert(alert.id);
  expect(await sending).toMatchObject([{ sent: 0 }]);
  expect(await ledger.alerts()).toEqual([]);
});

test.each([
  ['https://desk.example/hook', false, null],
  ['http://93.184.216.34/hook', false, null],
  ['http://127.0.0.1/hook', true, null],
  ['http://[::1]/hook', true, null],
  ['http://127.0.0.1/hook', false, /no public address: --allow-private/],
  ['http://localhost:80/', false, /--allow-private/],
  ['http://[::ffff:10.0.0.1]/', false, /--allow-private/],
  ['http://10.1.2.3/', false, /--allow-private/],
  ['http://2130706433/', false, /127\.0\.0\.1/],
  ['http://169.254.169.254/latest', true, /no public address$/],
  ['ftp://desk.example/', false, /ftp/],
  ['desk.example', false, /desk/],
  ['https://a:b@desk.example/', false, /password/],
])('%s, private allowed: %s', (address, allowPrivate, why) => {
  const told = refusedFor(address, allowPrivate);
  if (why === null) expect(told).toBeNull();
  else expect(told).toMatch(why);
});
