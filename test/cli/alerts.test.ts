import { cp, mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { openWeb, reportPage, rss } from '../web.ts';
import { lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
const received: { headers: IncomingMessage['headers']; body: string }[] = [];
let status = 500;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += String(part);
  received.push({ headers: request.headers, body });
  response.writeHead(status).end();
});
let hook = '';

const run = (...args: string[]) => onrecord(args, { cwd });

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  cwd = await newFolder();
  await mkdir(join(cwd, 'first'));
  for (const name of ['04-lunn-via-wend.txt', '04-lunn-via-wend.json'])
    await cp(join(EXAMPLE_REPORTS, name), join(cwd, 'first', name));
  await run('add', 'first');
}, 60_000);
afterAll(() => new Promise((done) => server.close(done)));

describe('alerts as commands', () => {
  test('what cannot be asked is told in a line', async () => {
    for (const [args, why] of [
      [['nothing'], /expected something to look for/],
      [['a', '--words', '…'], /expected something to look for/],
      [['a', '--actor', 'Nobody'], /found nobody of the name "Nobody"/],
      [['a', '--issue', 'none'], /expected an issue/],
      [['a', '--event', 'what:none'], /expected the id of an event/],
      [['a', '--words', 'pier', '--webhook', hook], /no public address: --allow-private/],
      [['a', '--words', 'pier', '--webhook', 'desk.example'], /expected an address/],
      [['x'.repeat(101), '--words', 'pier'], /at most 100 characters/],
      [['a', '--words', 'pier', '--ledger', 'none.ledger'], /expected a ledger/],
    ] as const) {
      const ran = await run('alert', 'add', ...args);
      expect(ran.status, args.join(' ')).toBe(1);
      expect(ran.err).toMatch(why);
      expect(lines(ran.err)).toHaveLength(1);
    }
    expect((await run('alert', 'remove', 'a')).err).toMatch(/expected the name of an alert, found none "a"/);
    expect((await run('alert', 'list')).out).toBe('');
  });

  test('news is told by digest and webhook, each once', { timeout: 120_000 }, async () => {
    const added = await run('alert', 'add', 'pier', '--words', 'pier', '--webhook', hook, '--allow-private');
    const [id = '', secret = ''] = lines(added.out).map((line) =>
      line.split('\t').at(line.startsWith('secret') ? 1 : 0),
    );
    expect(id).toMatch(/^alert:/);
    expect((await run('alert', 'add', 'Pier', '--words', 'pier')).err).toContain('expected a new name');
    expect(await run('alert', 'send')).toMatchObject({ status: 0, out: '', err: '0 new\n' });
    await run('add', EXAMPLE_REPORTS);
    const failing = await run('alert', 'send');
    expect(failing.status).toBe(1);
    expect(failing.err).toMatch(/alert "pier": status 500 from 127\.0\.0\.1:\d+; tried again from /);
    // Left alone for a minute.
    expect((await run('alert', 'send')).status).toBe(0);
    expect(received).toHaveLength(1);
    const { headers, body } = received[0] ?? { headers: {}, body: '' };
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      data: { alert: { id } },
    });
    status = 200;
    const listed = JSON.parse((await run('alert', 'list', '--json')).out);
    expect(listed).toMatchObject({ id, delivery: { failures: 1 } });
    expect(listed.waiting).toBe(listed.news);
    expect(listed).not.toHaveProperty('secret');
    const digest = await run('digest');
    expect(digest.out).toContain('http://127.0.0.1:4600/s/statement:');
    expect(digest.err).toBe(`${listed.news} new, of 1 alert\n`);
    expect(await run('digest')).toMatchObject({ out: '', err: '0 new, of 0 alerts\n' });
    const again = JSON.parse((await run('digest', '--json', '--since', '2020')).out);
    expect(again.alerts[0].news).toHaveLength(listed.news);
    expect(JSON.stringify(again)).not.toContain('whsec_');
    expect((await run('digest', '--html', '--since', '2020')).out).toMatch(/^<!doctype html>/);
    expect((await run('digest', '--since', 'soon')).status).toBe(2);
    expect((await run('verify', '--all')).status).toBe(0);
    expect((await run('alert', 'remove', 'PIER')).out).toContain(`removed\t${id}`);
    expect((await run('digest', '--since', '2020')).out).toBe('');
  });

  test('a watch sends what it notices', { timeout: 120_000 }, async () => {
    const web = await openWeb();
    web.answers.set('/feed', rss('The Courier', [{ link: `${web.origin}/1` }]));
    web.answers.set('/1', reportPage(1));
    await run('alert', 'add', 'bridge', '--words', 'bridge', '--webhook', hook, '--allow-private');
    received.length = 0;
    const ran = await run('watch', '--once', '--allow-private', '--delay', '0', `${web.origin}/feed`);
    await web.close();
    expect(ran.status).toBe(0);
    expect(received.map(({ body }) => body).join()).toContain('The bridge is not safe');
    const [one] = received;
    expect(JSON.parse(one?.body ?? '{}').data.news.from).toMatchObject({ url: `${web.origin}/1` });
  });
});
