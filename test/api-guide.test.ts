import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../src/ledger/index.ts';
import { app } from '../src/serve/app.ts';
import { exampleLedger } from './examples.ts';

const guide = readFileSync(new URL('../docs/guide/api.md', import.meta.url), 'utf8');
const EXAMPLE = /```http\nGET (\S+)\n```\n\n```json\n([\s\S]+?)\n```/g;
const examples = [...guide.matchAll(EXAMPLE)].map(([, path = '', answer = '']) => [path, answer] as const);

let ledger: Ledger;
let web: ReturnType<typeof app>;
const ask = async (path: string) =>
  await web.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });

beforeAll(async () => {
  ledger = await exampleLedger();
  web = app(ledger, { check: async () => ({ refused: 'no' }), bytePlaces: () => new Uint32Array() });
}, 60_000);
afterAll(async () => {
  await ledger?.close();
});

test('every example of docs/guide/api.md is one of these', () => {
  expect(examples.length).toBeGreaterThan(4);
  expect(guide.match(/```http/g)).toHaveLength(examples.length);
});

test.each(examples)('GET %s answers what docs/guide/api.md says', async (path, answer) => {
  expect(await (await ask(path)).json()).toMatchObject(JSON.parse(answer));
});

test('its program walks the whole list', async () => {
  const [, program = ''] = /```js\n([\s\S]+?)\n```/.exec(guide) ?? [];
  const server = createServer(getRequestListener(web.fetch));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const printed: unknown[][] = [];
  const run = new Function('console', `return (async () => {${program.replace('4600', String(port))}})()`);
  await run({ log: (...words: unknown[]) => printed.push(words) });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  expect(printed).toHaveLength((await ledger.find({ words: 'ferry' })).total);
});

test('it names every metric, and every address that it names is there', async () => {
  const metrics = await (await ask('/-/metrics')).text();
  for (const [, name = ''] of metrics.matchAll(/^# TYPE (\S+)/gm)) expect(guide).toContain(`\`${name}\``);
  for (const [, path = ''] of guide.matchAll(/`(\/-\/[\w.]+)`/g))
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
});
