import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = join(ROOT, 'dist/program/bin.js');
/** Guides whose commands are run, each in a folder of its own. */
const GUIDES = new URL('../../docs/guide/for/', import.meta.url);
const BLOCK = /^```console\n([\s\S]*?)^```$/gm;
const MOST_SECONDS = 60;

/** The guides by name, as they are written. */
export async function guides(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(GUIDES)).filter((name) => name.endsWith('.md')).toSorted();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(new URL(name, GUIDES), 'utf8')] as const),
    ),
  );
}

export const writeGuide = (name: string, page: string): Promise<void> =>
  writeFile(new URL(name, GUIDES), page);

/**
 * A guide with what its commands answer now, one after the other in one folder, as the linear tagger has it: each line that
 * begins with `$` is a command, and what follows up to the next is what it prints, or what it complains of where it prints
 * nothing, with its exit status where that is not 0.
 */
export async function answered(guide: string): Promise<string> {
  const folder = await folderOfItsOwn();
  try {
    let page = '';
    let end = 0;
    for (const match of guide.matchAll(BLOCK)) {
      const commands = (match[1] ?? '').split('\n').filter((line) => line.startsWith('$ '));
      page += `${guide.slice(end, match.index)}\`\`\`console\n`;
      for (const line of commands) page += `${line}\n${await answerOf(line.slice(2), folder)}`;
      page += '```';
      end = match.index + match[0].length;
    }
    return page + guide.slice(end);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function folderOfItsOwn(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-guide-'));
  await symlink(join(ROOT, 'examples'), join(folder, 'examples'));
  await mkdir(join(folder, 'bin'));
  const command = join(folder, 'bin/onrecord');
  await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  await chmod(command, 0o755);
  return folder;
}

async function answerOf(command: string, cwd: string): Promise<string> {
  const child = spawn('bash', ['-c', command], {
    cwd,
    env: {
      PATH: [join(cwd, 'bin'), process.env.PATH].join(delimiter),
      HOME: cwd,
      LC_ALL: 'C.UTF-8',
      ONRECORD_TAGGER: 'linear',
    },
    timeout: MOST_SECONDS * 1000,
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const status = await new Promise<number | null>((done) => child.on('close', done));
  const printed = out === '' ? err : out;
  const told = printed === '' || printed.endsWith('\n') ? printed : `${printed}\n`;
  return status === 0 ? told : `${told}[exit status ${status}]\n`;
}
