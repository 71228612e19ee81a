import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { BIN, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await newFolder();
  await writeFile(
    join(cwd, 'a.txt'),
    'Sannow to close its bridge\n\nThe bridge will be closed in May, Mayor Edda Vold said on Monday.\n',
  );
});

const read = (args: readonly string[], more: Partial<Parameters<typeof onrecord>[1]> = {}) =>
  onrecord(['read', '--json', '--jobs', '1', ...args, 'a.txt'], { cwd, ...more });
const WITHOUT_RUNTIME = ['--import', new URL('../faults/no-runtime.ts', import.meta.url).href, BIN];

describe('where the encoder cannot be had', () => {
  test('the linear tagger reads, and one line says why', async () => {
    const { status, out, err } = await read([], { command: WITHOUT_RUNTIME, env: { ONRECORD_TAGGER: '' } });
    expect(status).toBe(0);
    expect(err).toBe(
      "onrecord: the linear tagger reads in place of the encoder: expected the package onnxruntime-node, found none that runs here: Cannot find package 'onnxruntime-node'\n",
    );
    expect(out).toBe((await read(['--tagger', 'linear'])).out);
  });

  test('whoever asks for it by name hears that it is not there', async () => {
    const { status, out, err } = await read(['--tagger', 'encoder'], { command: WITHOUT_RUNTIME });
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('[no-runtime]');
  });
});

test('a tagger that nobody knows is refused by name', async () => {
  const { status, err } = await read([], { env: { ONRECORD_TAGGER: 'oracle' } });
  expect(status).toBe(1);
  expect(err).toContain('expected ONRECORD_TAGGER to be encoder or linear, found "oracle"');
});
