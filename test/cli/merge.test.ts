import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await newFolder();
  await run('add', EXAMPLE_REPORTS);
}, 60_000);

const run = (...args: string[]) => onrecord(args, { cwd });
const idOf = async (name: string): Promise<string> =>
  JSON.parse((await run('who', '--json', name)).out).actor.id;

describe('what is one', () => {
  test('is decided, shown with who and why, listed, and stays when all is made again', async () => {
    const [lunn, wend] = [await idOf('Petra Lunn'), await idOf('Casimir Wend')];
    const merged = await run('merge', lunn, wend, '--by', 'A tester', '--why', 'only to try');
    expect(merged).toMatchObject({ status: 0, err: '' });
    expect(merged.out).toMatch(/^in force\ttaken for one: “Petra Lunn” in report:\w+ and “Casimir Wend” in/);
    const who = await run('who', lunn);
    expect(who.out).toContain('also Petra Lunn');
    expect(who.out).toMatch(/by A tester on \d{4}-\d\d-\d\d: only to try · decision:[0-9a-f]{16}\n/);
    const told = JSON.parse((await run('who', '--json', wend)).out);
    expect(told.decisions).toMatchObject([
      { state: 'in force', decision: { kind: 'merge', by: 'A tester', why: 'only to try' } },
    ]);
    expect(
      told.actor.members.some(({ link }: { link: { rule: string } | null }) => link?.rule === 'decided'),
    ).toBe(true);
    expect((await run('rebuild')).out).toContain('the picture is the one that stood before');
    expect(await run('verify', '--all')).toMatchObject({ status: 0 });
    const listed = await run('decisions');
    expect(listed.out).toMatch(/^taken for one: “Petra Lunn” in .*; by A tester · .* · only to try\n$/);
    expect(listed.err).toBe('1 decision: 1 in force\n');
  });

  test('is parted: an utterance and an event', async () => {
    const events = lines((await run('calendar', '--json')).out).map((line) => JSON.parse(line).event);
    const event = events.find(({ members }: { members: unknown[] }) => members.length > 2);
    const split = await run('split', event.id, event.members[2].event, '--why', 'a second round', '--json');
    expect(JSON.parse(split.out)).toMatchObject({
      state: 'in force',
      decision: { kind: 'split', of: 'event' },
    });
    expect((await run('calendar')).out).toContain('kept apart: “talks” in report:');
    const { utterances } = JSON.parse((await run('who', '--json', 'Petra Lunn')).out);
    const most = utterances.find(({ renditions }: { renditions: unknown[] }) => renditions.length > 1);
    const [, taken] = most.renditions;
    expect((await run('split', most.id, taken.statement)).status).toBe(0);
    const said = JSON.parse((await run('said', '--json', taken.statement)).out);
    const beside = new Set(said.utterance.renditions.map((one: { statement: string }) => one.statement));
    expect(most.renditions.filter((one: { statement: string }) => beside.has(one.statement))).toHaveLength(1);
    expect(said.decisions).toHaveLength(1);
  });

  test('is taken apart again as soon as it is undone', async () => {
    const [lunn, wend] = [await idOf('Petra Lunn'), await idOf('Casimir Wend')];
    expect(lunn).toBe(wend);
    const [merged] = lines((await run('decisions', '--json')).out).map((line) => JSON.parse(line).decision);
    expect(await run('undo', merged.id)).toMatchObject({ status: 0, out: `undone\t${merged.id}\n` });
    expect(await idOf('Petra Lunn')).not.toBe(await idOf('Casimir Wend'));
    const listed = await run('decisions');
    expect(listed.out).toMatch(/^undone taken for one: “Petra Lunn” in /);
    expect(listed.err).toBe('4 decisions: 1 undone, 3 in force\n');
    expect((await run('rebuild')).out).toContain('the picture is the one that stood before');
  });

  test('is not what two ids cannot be, in one line that says why', async () => {
    const lunn = await idOf('Petra Lunn');
    const wrong = [
      [['merge', lunn], 'expected two ids or more to take for one, found 1'],
      [['merge', lunn, lunn], 'are one already'],
      [['merge', lunn, 'Petra Lunn'], 'expected an id on record such as who:…'],
      [['split', lunn, 'report:0000000000000000'], 'expected a member of who:'],
      [['merge', lunn, lunn, '--ledger', 'nowhere.ledger'], 'expected a ledger at nowhere.ledger'],
    ] as const;
    for (const [args, why] of wrong) {
      const ran = await run(...args);
      expect(ran).toMatchObject({ status: 1, out: '' });
      expect(ran.err).toContain(why);
      expect(lines(ran.err)).toHaveLength(1);
    }
  });
});

test('a process decides while another adds: both are there, and the same when all is made again', async () => {
  const folder = await newFolder();
  const at = (...args: string[]) => onrecord(args, { cwd: folder });
  const text = (name: string, words: string) =>
    `Pier of Lorn\n\n${name}, the harbour master of Lorn, said: “${words}”\n`;
  const names = ['Edda Pell', 'Edda Grebel'];
  for (const [nth, name] of names.entries()) {
    await writeFile(join(folder, `${nth}.txt`), text(name, `Plank ${nth} of the old pier is rotten.`));
    await at('add', `${nth}.txt`, '--outlet', `Outlet ${nth}`);
  }
  const found = [];
  for (const name of names) found.push(JSON.parse((await at('who', '--json', name)).out).actor.id);
  const more = Array.from({ length: 24 }, (_, nth) =>
    JSON.stringify({
      text: text(names[nth % 2] ?? '', `The ferry number ${nth} goes from the fish quay today.`),
      outlet: `Outlet ${nth}`,
      id: String(nth),
    }),
  );
  await writeFile(join(folder, 'more.jsonl'), more.join('\n'));
  const [adding, merging] = await Promise.all([at('add', 'more.jsonl'), at('merge', ...found)]);
  expect([adding.status, merging.status]).toEqual([0, 0]);
  const whole = JSON.parse((await at('who', '--json', 'Edda Grebel')).out);
  expect(whole.actor.names.toSorted()).toEqual(names.toSorted());
  expect(whole.actor.members).toHaveLength(26);
  expect((await at('rebuild')).out).toContain('the picture is the one that stood before');
});
