import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepPrinted } from '../contract.ts';

export const BIN = fileURLToPath(new URL('../../dist/program/bin.js', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Node's arguments for a command that breaks on texts that are marked for it: the compiled one, whose modules can be put in place of. */
export const BROKEN = [
  '--import',
  new URL('../faults/built.ts', import.meta.url).href,
  fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url)),
];

/** Runs the built command as a process of its own, in a folder of its own. */
export async function onrecord(
  args: readonly string[],
  options: { cwd: string; input?: string; env?: Record<string, string>; command?: readonly string[] },
): Promise<Ran> {
  const child = spawn(process.execPath, [...(options.command ?? [BIN]), ...args], {
    cwd: options.cwd,
    env: {
      PATH: process.env.PATH,
      ONRECORD_TAGGER: process.env.ONRECORD_TAGGER,
      HOME: options.cwd,
      ...options.env,
    },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const status = await new Promise<number | null>((done) => child.on('close', done));
  keepPrinted(out);
  return { status, out, err };
}

export const newFolder = () => mkdtemp(join(tmpdir(), 'onrecord-cli-'));

export const lines = (text: string) => text.split('\n').filter((line) => line !== '');
