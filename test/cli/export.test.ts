import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lines, newFolder, onrecord } from './onrecord.ts';

const FIRST =
  'Pier stays\n\n“The pier will stay,” Mayor Mina Pell said. Mina Pell said that the ferry would sail on Monday.\n';
const SECOND = 'Harbour shut\n\n“The harbour is shut,” Otto Quist said.\n';
let cwd = '';

beforeAll(async () => {
  cwd = await newFolder();
  await writeFile(join(cwd, 'a.txt'), FIRST);
  await writeFile(join(cwd, 'b.txt'), SECOND);
  await onrecord(['add', 'a.txt', '--outlet', 'The Echo', '--published', '2031-02-06'], { cwd });
  await onrecord(['add', 'b.txt', '--outlet', 'Quay Wire', '--published', '2032-03-01'], { cwd });
}, 60_000);

describe('onrecord export', () => {
  test('writes all on record where nothing is asked, and has the lines that find has', async () => {
    const all = await onrecord(['export', 'jsonl'], { cwd });
    expect(all.err).toBe('3 statements of 2 reports, 3 entries\n');
    const found = await onrecord(['find', 'pier', '--json'], { cwd });
    const asked = await onrecord(['export', 'jsonl', 'pier'], { cwd });
    expect(lines(found.out)).not.toEqual([]);
    expect(asked.out).toBe(found.out);
    expect(lines(all.out)).toContain(lines(found.out)[0]);
  });

  test('asks by the filters of find', async () => {
    const entries = async (...args: string[]) =>
      (await onrecord(['export', ...args], { cwd })).err.replace('\n', '');
    expect(await entries('csl', '--by', 'Quist')).toBe('1 statement of 1 report, 1 entry');
    expect(await entries('csv', '--since', '2032')).toBe('1 statement of 1 report, 1 entry');
    expect(await entries('schema-org', '--kind', 'indirect')).toBe('1 statement of 1 report, 0 entries');
    expect(await entries('csl', 'nobody')).toBe('0 statements of 0 reports, 0 entries');
  });

  test('writes a file and what it holds beside it, and never over another', async () => {
    const out = ['export', 'csl', 'harbour', '--held', '--out', 'harbour.json'];
    expect((await onrecord(out, { cwd })).err).toBe('1 statement of 1 report, 1 entry in harbour.json\n');
    const file = await readFile(join(cwd, 'harbour.json'));
    expect(JSON.parse(String(file))).toMatchObject([
      { title: 'Harbour shut', 'container-title': 'Quay Wire' },
    ]);
    const manifest = JSON.parse(await readFile(join(cwd, 'harbour.json.manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      command: 'export csl',
      query: { words: 'harbour', by: null, held: 'true', when: null },
      counts: { statements: 1, reports: 1, entries: 1 },
      ledger: { reports: 2 },
      analysers: [{ reports: 2 }],
      file: {
        name: 'harbour.json',
        bytes: file.length,
        sha256: createHash('sha256').update(file).digest('hex'),
      },
    });
    const again = await onrecord(out, { cwd });
    expect(again.status).toBe(1);
    expect(again.err).toContain('[file-exists]');
    expect(await readFile(join(cwd, 'harbour.json'))).toEqual(file);
    const nowhere = await onrecord(['export', 'csl', '--out', 'gone/a.json'], { cwd });
    expect(nowhere.status).toBe(1);
    expect(nowhere.err).toContain('[unwritable-file]');
  });

  test('is wrong usage with another format, or without a letter in the words', async () => {
    for (const args of [['pdf'], ['csv', '?!'], ['csv', '--by', '…'], []])
      expect((await onrecord(['export', ...args], { cwd })).status, args.join(' ')).toBe(2);
  });
});
