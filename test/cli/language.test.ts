import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lines, newFolder, onrecord } from './onrecord.ts';

const GERMAN = 'Die Brücke bleibt zu\n\n„Wir werden die Brücke nicht bezahlen“, sagte Mina Pell am Montag.\n';
const TOLD = 'expected English; this reads as German: it is kept where it is added, and not analysed';

let cwd = '';
beforeAll(async () => {
  cwd = await newFolder();
  await writeFile(join(cwd, 'german.txt'), GERMAN);
  await writeFile(join(cwd, 'german.md'), GERMAN);
  await writeFile(join(cwd, 'lines.jsonl'), `${JSON.stringify({ text: GERMAN, id: 'x' })}\n`);
  await writeFile(join(cwd, 'good.txt'), 'Bridge\n\n“The bridge is not safe,” Mayor Mina Pell said.\n');
});

describe('a text in another language', () => {
  test.each(['german.txt', 'german.md', 'lines.jsonl', '-'])(
    'is told and not read as nothing: %s',
    async (source) => {
      const { out, status } = await onrecord(['read', '--json', source], { cwd, input: GERMAN });
      expect(status).toBe(1);
      expect(JSON.parse(out).error).toEqual({ code: 'not-english', message: TOLD });
    },
  );

  test('is told by check, and by add, which goes on and keeps its bytes', async () => {
    const checked = await onrecord(['check', 'german.txt'], { cwd });
    expect(checked).toMatchObject({ status: 1, out: '' });
    expect(lines(checked.err)).toEqual([`onrecord: german.txt: ${TOLD} [not-english]`]);
    const added = await onrecord(['add', '--json', 'german.txt', 'good.txt'], { cwd });
    expect(lines(added.out).map((line) => JSON.parse(line).error?.code ?? JSON.parse(line).outcome)).toEqual([
      'not-english',
      'added',
    ]);
    expect(added.status).toBe(1);
  });
});
