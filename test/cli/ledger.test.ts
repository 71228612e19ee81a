import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lines, newFolder, onrecord } from './onrecord.ts';

const REPORTS = 24;
const PAGE = 4096;
let cwd = '';

const report = (number: number) =>
  `Bridge ${number}\n\n“Bridge ${number} is not safe,” Mayor Mina Pell said. The talks, planned for March 3, will now be held on March ${4 + number}, she said.\n`;

beforeAll(async () => {
  cwd = await newFolder();
  await mkdir(join(cwd, 'reports'));
  for (let number = 0; number < REPORTS; number++)
    await writeFile(join(cwd, 'reports', `${number}.txt`), report(number));
  await writeFile(join(cwd, 'new.txt'), report(99));
  await onrecord(['add', 'reports'], { cwd });
}, 120_000);

/** Overwrites some pages of the ledger, as a failing disk would: which ones and with what follows from the seed. */
async function damaged(name: string, seed: number): Promise<void> {
  let state = (seed * 2_654_435_761) >>> 0;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const bytes = await readFile(join(cwd, 'onrecord.ledger'));
  // Rows lie at the end of a page: where nothing lies there, rubbish does no harm.
  const used = Array.from({ length: bytes.length / PAGE }, (_, page) => page * PAGE).filter((start) =>
    bytes.subarray(start + PAGE - 8, start + PAGE).some((byte) => byte !== 0),
  );
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const start = used[Math.floor(random() * used.length)] ?? 0;
    for (let at = start + Math.floor(random() * (PAGE / 2)); at < start + PAGE; at++)
      bytes[at] = Math.floor(random() * 256);
  }
  await writeFile(join(cwd, name), bytes);
  await copyFile(join(cwd, 'onrecord.ledger-head'), join(cwd, `${name}-head`));
}

describe('a ledger with pages of rubbish', () => {
  test.each([1, 2, 3])(
    'every command ends in a line, and the proof tells of it: %i',
    {
      timeout: 300_000,
    },
    async (seed) => {
      for (const args of [
        ['verify', '--all'],
        ['find', 'bridge'],
        ['find', '--json', 'safe'],
        ['calendar'],
        ['verify', 'Bridge 3 is not safe'],
        ['backup', 'copy.ledger'],
        ['add', 'new.txt'],
      ]) {
        await damaged('damaged.ledger', seed);
        const { status, out, err } = await onrecord([...args, '--ledger', 'damaged.ledger'], { cwd });
        expect(err, args.join(' ')).not.toMatch(/^ +at |node:/m);
        expect([0, 1, 3, 4], args.join(' ')).toContain(status);
        if (status === 1 && args[1] !== '--all')
          expect(lines(err).at(-1)).toMatch(/^onrecord: expected .* \[[a-z-]+\]$/);
        if (args[1] === '--all') {
          expect(status).toBe(1);
          expect(out + err).toMatch(/^broken|\[no-ledger\]|\[damaged-ledger\]/m);
        }
        for (const file of await readdir(cwd)) if (/^(?:damaged|copy)/.test(file)) await rm(join(cwd, file));
      }
    },
  );
});

test('a copy holds to its end, and no file is written over', async () => {
  const made = await onrecord(['backup', 'second.ledger'], { cwd });
  expect(made).toEqual({ status: 0, out: '', err: 'second.ledger is a copy of onrecord.ledger\n' });
  const proof = await onrecord(['verify', '--all', '--json', '--ledger', 'second.ledger'], { cwd });
  expect(JSON.parse(proof.out)).toMatchObject({ reports: REPORTS, log: REPORTS, broken: [], unproved: [] });
  const again = await onrecord(['backup', 'second.ledger'], { cwd });
  expect(again.status).toBe(1);
  expect(again.err).toContain('found one: name another file for the copy [file-exists]');
});

test('what nothing can prove is told, and is no failure', async () => {
  await copyFile(join(cwd, 'onrecord.ledger'), join(cwd, 'alone.ledger'));
  const { status, out } = await onrecord(['verify', '--all', '--ledger', 'alone.ledger'], { cwd });
  expect(status).toBe(0);
  expect(lines(out)[0]).toMatch(/^not proved {2}the end: no head stands beside the ledger/);
  expect(lines(out)[1]).toMatch(new RegExp(`^everything holds: ${REPORTS} reports`));
});

test('an empty file is no ledger: neither to add to nor to ask', async () => {
  await writeFile(join(cwd, 'empty.ledger'), '');
  for (const args of [
    ['add', 'new.txt'],
    ['find', 'bridge'],
    ['verify', '--all'],
  ]) {
    const { status, err } = await onrecord([...args, '--ledger', 'empty.ledger'], { cwd });
    expect(status).toBe(1);
    expect(lines(err).at(-1)).toMatch(
      /^onrecord: expected a ledger at empty\.ledger, found an empty file: .* \[empty-ledger\]$/,
    );
  }
});
