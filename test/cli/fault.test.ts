import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../src/record/index.ts';
import { ENDS, THROWS } from '../faults/faulty.ts';
import { openWeb, rss } from '../web.ts';
import { BROKEN, lines, newFolder, onrecord } from './onrecord.ts';

const REPORTS = 40;
const CULPRIT = 21;

let cwd = '';
beforeEach(async () => {
  cwd = await newFolder();
});

const text = (number: number, words = '') =>
  `Bridge ${number}\n\n“Bridge ${number} is not safe,” Mayor Mina Pell said. ${number === CULPRIT ? words : ''}\n`;
const numbers = Array.from({ length: REPORTS }, (_, index) => index);
const run = (...args: string[]) => onrecord(args, { cwd });
const broken = (...args: string[]) => onrecord(args, { cwd, command: BROKEN });
const json = (out: string) => lines(out).map((line) => JSON.parse(line));
const STACK = /^\s+at /m;

async function jsonl(words: string): Promise<void> {
  const line = (number: number) => JSON.stringify({ id: number, text: text(number, words) });
  await writeFile(join(cwd, 'all.jsonl'), `${numbers.map(line).join('\n')}\n`);
}

describe.each([
  ['throws, in one lane', '1', THROWS],
  ['throws, in two', '2', THROWS],
  ['ends its thread', '2', ENDS],
])('a report on which the program %s', { timeout: 240_000 }, (_, jobs, words) => {
  test('is a failure in its place when it is read, and the others are as they were', async () => {
    await jsonl(words);
    const whole = await run('read', '--json', '--jobs', jobs, 'all.jsonl');
    const { status, out, err } = await broken('read', '--json', '--jobs', jobs, 'all.jsonl');
    expect(status).toBe(1);
    expect(err).not.toMatch(STACK);
    const failed = json(out)[CULPRIT];
    expect(failure.parse(failed)).toMatchObject({
      path: `all.jsonl#${CULPRIT}`,
      error: { code: 'internal' },
    });
    expect(lines(out).toSpliced(CULPRIT, 1)).toEqual(lines(whole.out).toSpliced(CULPRIT, 1));
  });

  test('is told when it is added, the reports behind it get in, and a whole program adds it later', async () => {
    await jsonl(words);
    const first = await broken('add', '--json', '--jobs', jobs, 'all.jsonl');
    expect(first.status).toBe(1);
    expect(json(first.out).map((line) => line.outcome ?? line.error.code)).toEqual(
      numbers.map((number) => (number === CULPRIT ? 'internal' : 'added')),
    );
    expect(first.err).not.toMatch(STACK);
    const proof = async () => JSON.parse((await run('verify', '--all', '--json')).out);
    expect(await proof()).toMatchObject({ reports: REPORTS - 1, broken: [] });
    const later = await run('add', '--json', 'all.jsonl');
    expect([later.status, json(later.out)[CULPRIT].outcome]).toEqual([0, 'added']);
    expect(await proof()).toMatchObject({ reports: REPORTS, broken: [] });
  });
});

test('without --json it is one line, and the stack with --debug alone', async () => {
  await jsonl(THROWS);
  const plain = await broken('read', 'all.jsonl');
  // On a slow machine the progress is told too.
  expect(lines(plain.err).filter((line) => !line.endsWith(' a second'))).toEqual([
    `onrecord: all.jsonl#${CULPRIT}: expected to read this input, found a fault of Onrecord itself: TypeError: a fault put in on purpose [internal]`,
  ]);
  expect((await broken('read', '--debug', 'all.jsonl')).err).toMatch(STACK);
});

test('a draft that breaks the program fails alone when drafts are checked', async () => {
  await writeFile(join(cwd, 'a.txt'), text(CULPRIT, THROWS));
  await writeFile(join(cwd, 'b.txt'), 'Profit jumps 18%\n\nNorrfalk reported profit up 12%, it said.\n');
  const { status, out, err } = await broken('check', 'a.txt', 'b.txt');
  expect([status, lines(out)]).toEqual([
    1,
    ['b.txt:1:14 number-differs-from-headline The headline says 18%; the text does not.'],
  ]);
  expect(lines(err)).toEqual([expect.stringMatching(/^onrecord: a\.txt: .*\[internal\]$/)]);
});

test('a page that breaks the program is a visit that failed, and the watch goes on', async () => {
  const web = await openWeb();
  try {
    const page = (number: number) =>
      `<!doctype html><html lang="en"><h1>Bridge ${number}</h1><article>${'<p>The council voted on Monday to close the bridge to lorries, which had been expected since autumn.</p>'.repeat(3)}<p>${text(number, THROWS)}</p></article></html>`;
    for (const number of numbers) web.answers.set(`/${number}`, page(number));
    web.answers.set(
      '/feed',
      rss(
        'T',
        numbers.map((number) => ({ link: `${web.origin}/${number}` })),
      ),
    );
    const args = ['watch', '--once', '--json', '--allow-private', '--delay', '0', `${web.origin}/feed`];
    const { status, out } = await broken(...args);
    const [, ...told] = json(out).map((line) => line.outcome ?? line.error.code);
    expect([status, told.filter((one) => one === 'added').length]).toEqual([1, REPORTS - 1]);
    expect(told.filter((one) => one !== 'added')).toEqual(['internal']);
  } finally {
    await web.close();
  }
});

test('a draft that breaks the program is a problem of its own request, and the server goes on', async () => {
  await writeFile(join(cwd, 'a.txt'), text(1));
  await run('add', 'a.txt');
  const child = spawn(process.execPath, [...BROKEN, 'serve', '--port', '0'], { cwd });
  try {
    const origin = await new Promise<string>((found) => {
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (words: string) => {
        out += words;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
        if (address !== undefined) found(address);
      });
    });
    const check = async (draft: string) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ text: draft });
      const answer = await fetch(`${origin}/check.json`, { method: 'POST', headers, body });
      return [answer.status, await answer.json()];
    };
    expect(await check(text(CULPRIT, THROWS))).toMatchObject([500, { status: 500 }]);
    expect((await check(text(1)))[0]).toBe(200);
  } finally {
    child.kill();
    await new Promise((done) => child.on('close', done));
  }
});
