import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, lines, newFolder, onrecord } from './onrecord.ts';

const FILES = 400;
const KILLS = 8;

/** Runs `add` and kills it after so many told reports; gives the ids that it told. */
async function addAndKill(cwd: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [BIN, 'add', 'reports'], { cwd });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (lines(out).length >= after) child.kill('SIGKILL');
  });
  await new Promise((done) => child.on('close', done));
  // The last line may be cut: what was not told to its end was not told.
  return out
    .slice(0, out.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => /^(?:added|unchanged)/.test(line))
    .map((line) => line.split('\t')[1] ?? '');
}

test(`kill -9 ${KILLS} times during add: every report told as added is there once, the chain whole`, {
  timeout: 300_000,
}, async () => {
  const cwd = await newFolder();
  await mkdir(join(cwd, 'reports'));
  for (let index = 0; index < FILES; index++)
    await writeFile(
      join(cwd, 'reports', `${index}.txt`),
      `Bridge ${index}\n\n“Bridge ${index} is not safe,” Mayor Mina Pell said.\n`,
    );
  const told = new Set<string>();
  for (let kill = 1; kill <= KILLS; kill++) {
    for (const id of await addAndKill(cwd, kill * 40)) told.add(id);
    const proof = JSON.parse((await onrecord(['verify', '--all', '--json'], { cwd })).out);
    expect(proof.broken).toEqual([]);
    expect(proof.reports).toBe(proof.log);
    expect(proof.reports).toBeGreaterThanOrEqual(told.size);
    const there = JSON.parse((await onrecord(['find', '--json', '--limit', '1', 'bridge'], { cwd })).out);
    expect(told.has(there.report.id) || proof.reports > told.size).toBe(true);
  }
  const finished = await onrecord(['add', '--json', 'reports'], { cwd });
  const outcomes = lines(finished.out).map((line) => JSON.parse(line) as { outcome: string; report: string });
  expect(outcomes).toHaveLength(FILES);
  for (const id of told) expect(outcomes.find(({ report }) => report === id)?.outcome).toBe('unchanged');
  expect(JSON.parse((await onrecord(['verify', '--all', '--json'], { cwd })).out)).toMatchObject({
    reports: FILES,
    log: FILES,
    broken: [],
  });
});
