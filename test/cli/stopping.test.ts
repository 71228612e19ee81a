import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWeb, rss, type TestWeb } from '../web.ts';
import { BIN, lines, newFolder, onrecord } from './onrecord.ts';

const FILES = 60;
const LINES = 600;

let cwd = '';
let web: TestWeb;
beforeEach(async () => {
  cwd = await newFolder();
  web = await openWeb();
});
afterEach(() => web.close());

const text = (number: number) =>
  `Bridge ${number}\n\n“Bridge ${number} is not safe,” Mayor Mina Pell said.\n`;

async function folder(): Promise<void> {
  await mkdir(join(cwd, 'reports'));
  for (let number = 0; number < FILES; number++)
    await writeFile(join(cwd, 'reports', `${number}.txt`), text(number));
}

async function jsonl(): Promise<void> {
  const all = Array.from({ length: LINES }, (_, id) => JSON.stringify({ id, text: text(id) }));
  await writeFile(join(cwd, 'all.jsonl'), `${all.join('\n')}\n`);
}

const reportsKept = async () => {
  const { reports, log, broken } = JSON.parse((await onrecord(['verify', '--all', '--json'], { cwd })).out);
  expect([log, broken]).toEqual([reports, []]);
  return reports as number;
};

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Runs a command whose standard input nobody closes, and does something to it whenever it has written. */
async function watched(args: readonly string[], onWritten: (child: Child, out: string) => void) {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    out += words;
    onWritten(child as unknown as Child, out);
  });
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    err += words;
  });
  onWritten(child as unknown as Child, out);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, out, err };
}

describe('a reader that has seen enough', () => {
  const closeAtOnce = (child: Child, out: string) => {
    if (out !== '') child.stdout.destroy();
  };

  test('ends the printing of add and not the adding', async () => {
    await folder();
    const { status, err } = await watched(['add', '--json', 'reports'], closeAtOnce);
    expect([status, err]).toEqual([0, expect.stringContaining(`${FILES} added; onrecord.ledger holds`)]);
    expect(await reportsKept()).toBe(FILES);
  });

  test('ends read, which says how far it came', async () => {
    await jsonl();
    const { status, err } = await watched(['read', '--json', '--jobs', '1', 'all.jsonl'], closeAtOnce);
    expect(status).toBe(0);
    const told =
      /^onrecord: stopped, since nobody reads the output any more: (\d+) read, how many are left is not known$/m;
    expect(Number(told.exec(err)?.[1])).toBeLessThan(LINES);
  });

  test('takes nothing from the status of what failed before', async () => {
    await folder();
    const args = ['read', '--json', 'none.txt', 'reports'];
    expect((await watched(args, closeAtOnce)).status).toBe(1);
  });
});

test.skipIf(!existsSync('/dev/full'))(
  'a disk that takes no output ends the printing, not the adding, and is told',
  async () => {
    await folder();
    await using full = await open('/dev/full', 'w');
    const child = spawn(process.execPath, [BIN, 'add', '--json', 'reports'], {
      cwd,
      stdio: ['ignore', full.fd, 'pipe'],
    });
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      err += words;
    });
    expect(await new Promise((done) => child.on('close', done))).toBe(1);
    expect(lines(err).at(-1)).toMatch(/^onrecord: the output could not be written: ENOSPC/);
    expect(await reportsKept()).toBe(FILES);
  },
);

/** Sends a signal once so many lines were told. */
function sendBehind(told: number, signal: NodeJS.Signals) {
  let isSent = false;
  return (child: Child, out: string) => {
    if (isSent || lines(out).length < told) return;
    isSent = true;
    child.kill(signal);
  };
}

describe('a signal', () => {
  // On a machine that does something else the signal may come when all is added.
  test('stops add behind what it tells, and the same command goes on from there', { retry: 2 }, async () => {
    await jsonl();
    const args = ['add', '--json', '--jobs', '1', 'all.jsonl'];
    const { status, out, err } = await watched(args, sendBehind(40, 'SIGINT'));
    const told = lines(out).length;
    expect([status, lines(err).at(-1)]).toEqual([
      130,
      expect.stringContaining(
        `onrecord: stopped by SIGINT: ${told} added, how many are left is not known; onrecord.ledger holds ${told} reports`,
      ),
    ]);
    expect(told).toBeLessThan(LINES);
    expect(await reportsKept()).toBe(told);
    const rest = await onrecord(args, { cwd });
    expect(rest.status).toBe(0);
    expect(await reportsKept()).toBe(LINES);
    // What was done is not read again, but for its last batch.
    expect(lines(rest.out).length).toBeLessThanOrEqual(LINES - told + 16);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('such as %s stops read, which says how much is left', async (signal, expected) => {
    await folder();
    const { status, out, err } = await watched(
      ['read', '--json', '--jobs', '1', 'reports'],
      sendBehind(1, signal),
    );
    const told = lines(out).length;
    expect([status, lines(err).at(-1)]).toEqual([
      expected,
      `onrecord: stopped by ${signal}: ${told} read, ${FILES - told} left`,
    ]);
  });

  test('stops add that waits for a server or for standard input, and a watch that waits', async () => {
    let asked = 0;
    web.answers.set('/slow', () => {
      asked++;
    });
    web.answers.set('/feed', rss('T', [{ link: `${web.origin}/slow` }]));
    const ours = ['--allow-private', '--delay', '0'];
    for (const [args, waits] of [
      [['add', ...ours, `${web.origin}/slow`], () => asked > 0],
      [['watch', ...ours, `${web.origin}/feed`], () => asked > 1],
      // The ledger is opened when signals are heeded already.
      [['add', '--ledger', 'own.ledger', '-'], () => existsSync(join(cwd, 'own.ledger'))],
    ] as const) {
      const { status, err } = await watched(args, (child, out) => {
        if (out !== '') return;
        const timer = setInterval(() => {
          if (!waits()) return;
          clearInterval(timer);
          child.kill('SIGTERM');
        }, 50);
      });
      expect([status, lines(err).at(-1)]).toEqual([
        143,
        expect.stringContaining('stopped by SIGTERM: 0 added'),
      ]);
    }
  });
});
