import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { warcOf } from '../warc.ts';
import { openWeb, reportPage, rss } from '../web.ts';
import { BIN, lines, newFolder, onrecord } from './onrecord.ts';

const PAGES = 150;
const KILLS = 5;

/** Runs a command and kills it after so many told reports; gives the ids that it told. */
async function killAfter(cwd: string, args: readonly string[], after: number): Promise<string[]> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (lines(out).filter((line) => line.startsWith('added')).length >= after) child.kill('SIGKILL');
  });
  await new Promise((done) => child.on('close', done));
  // The last line may be cut: what was not told to its end was not told.
  return out
    .slice(0, out.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((line) => /^(?:added|unchanged)\t(report:\S+)/.exec(line)?.[1] ?? []);
}

const proof = async (cwd: string) => JSON.parse((await onrecord(['verify', '--all', '--json'], { cwd })).out);
const numbers = Array.from({ length: PAGES }, (_, index) => index);

test(`kill -9 ${KILLS} times in a web archive: nothing lost, nothing twice, and it goes on where it was`, {
  timeout: 300_000,
}, async () => {
  const cwd = await newFolder();
  const archive = await warcOf(
    numbers.map((number) => ({ url: `https://a.example/${number}`, body: reportPage(number) })),
    true,
  );
  await writeFile(join(cwd, 'all.warc.gz'), archive);
  const told: string[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    told.push(...(await killAfter(cwd, ['add', '--jobs', '1', 'all.warc.gz'], 22)));
    const { reports, log, broken } = await proof(cwd);
    expect(broken).toEqual([]);
    expect(reports).toBe(log);
    expect(reports).toBeGreaterThanOrEqual(new Set(told).size);
  }
  const last = await onrecord(['add', 'all.warc.gz'], { cwd });
  expect(last.status).toBe(0);
  // What was done before the last kill is not read again but for its last batches.
  expect(lines(last.out).length).toBeLessThan(PAGES - 16);
  const { reports, log, broken } = await proof(cwd);
  expect([reports, log, broken]).toEqual([PAGES, PAGES, []]);
  // A whole reading that was finished begins anew.
  expect(lines((await onrecord(['add', 'all.warc.gz'], { cwd })).out)).toHaveLength(PAGES);
});

test(`kill -9 ${KILLS} times in a watch: nothing lost, nothing twice`, { timeout: 300_000 }, async () => {
  const cwd = await newFolder();
  const web = await openWeb();
  try {
    for (const number of numbers) web.answers.set(`/${number}`, reportPage(number));
    web.answers.set(
      '/feed',
      rss(
        'The Courier',
        numbers.map((number) => ({ link: `${web.origin}/${number}` })),
      ),
    );
    const args = ['watch', '--once', '--allow-private', '--delay', '0', `${web.origin}/feed`];
    const told = new Set<string>();
    for (let kill = 1; kill <= KILLS; kill++) {
      for (const id of await killAfter(cwd, args, 22)) told.add(id);
      const { reports, log, broken } = await proof(cwd);
      expect(broken).toEqual([]);
      expect(reports).toBe(log);
      expect(reports).toBeGreaterThanOrEqual(told.size);
    }
    expect((await onrecord(args, { cwd })).status).toBe(0);
    const { reports, log, broken } = await proof(cwd);
    expect([reports, log, broken]).toEqual([PAGES, PAGES, []]);
    // Of each killed run at most one batch of pages is asked for again.
    expect(web.asked.filter((path) => /^\/\d/.test(path)).length).toBeLessThanOrEqual(PAGES + KILLS * 2 * 16);
  } finally {
    await web.close();
  }
});
