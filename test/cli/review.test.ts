import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { BIN, lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
let server: ChildProcess | null = null;
beforeAll(async () => {
  cwd = await newFolder();
  await run('add', EXAMPLE_REPORTS);
});
afterEach(async () => {
  const child = server;
  server = null;
  if (child === null || child.exitCode !== null) return;
  const ended = new Promise((done) => child.on('close', done));
  child.kill();
  await ended;
});

const run = (...args: string[]) =>
  onrecord(args, { cwd, env: { ONRECORD_BY: 'Bea Holt', ONRECORD_TAGGER: 'linear' } });

/** Starts the server, and gives its address. */
async function served(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ONRECORD_TAGGER: 'linear' },
  });
  server = child;
  return await new Promise<string>((found) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (words: string) => {
      out += words;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (address !== undefined) found(address);
    });
  });
}

interface Queue {
  readonly data: { readonly queue: readonly { readonly statement: { readonly id: string } }[] };
}
const queueOf = async (origin: string) =>
  ((await (await fetch(`${origin}/review.json`)).json()) as Queue).data.queue.map(
    ({ statement }) => statement.id,
  );

const post = async (origin: string, path: string, fields: Record<string, string>) =>
  await fetch(origin + path, {
    method: 'POST',
    body: new URLSearchParams({ by: 'Ada Moor', why: '', ...fields }),
    headers: { origin },
    redirect: 'manual',
  });

test('a server and the command decide in one ledger at once, and it is proved whole', async () => {
  const origin = await served();
  const [first = '', second = '', third = ''] = await queueOf(origin);
  const answers = await Promise.all([
    post(origin, '/review/decide', { statement: first, seen: '', what: 'accept' }),
    post(origin, '/review/decide', { statement: second, seen: '', what: 'reject' }),
    run('decide', 'accept', third),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 0]);
  expect(await queueOf(origin)).not.toContain(third);
  const stale = await post(origin, '/review/decide', { statement: third, seen: '', what: 'reject' });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('Bea Holt');
  const made = lines((await run('decisions', '--json')).out).map((line) => JSON.parse(line));
  expect(made.map(({ decision: { kind, by }, state }) => `${kind} ${by} ${state}`).toSorted()).toEqual([
    'accept Ada Moor in force',
    'accept Bea Holt in force',
    'reject Ada Moor in force',
  ]);
  const rejected = made.find(({ decision }) => decision.kind === 'reject');
  expect((await post(origin, '/review/undo', { decision: rejected.decision.id })).status).toBe(303);
  expect(await queueOf(origin)).toContain(second);
  expect((await run('verify', '--all')).status).toBe(0);
});

test('a server that only shows takes no decisions', async () => {
  const origin = await served('--read-only');
  const [first = ''] = await queueOf(origin);
  const refused = await post(origin, '/review/decide', { statement: first, seen: '', what: 'accept' });
  expect(refused.status).toBe(403);
  expect(await queueOf(origin)).toContain(first);
});
