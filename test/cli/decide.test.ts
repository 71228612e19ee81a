import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await newFolder();
  await run('add', EXAMPLE_REPORTS);
});

const run = (...args: string[]) =>
  onrecord(args, { cwd, env: { ONRECORD_BY: 'Ada Moor', ONRECORD_TAGGER: 'linear' } });

const found = async (...args: string[]) =>
  lines((await run('find', '--json', ...args)).out).map((line) => JSON.parse(line));

describe('onrecord decide', () => {
  test('corrects, shows what was read beside it, and undoes', async () => {
    const [first] = await found('"under it"', '--by', 'Lunn');
    expect(first.decided).toBeNull();
    const made = await run(
      'decide',
      'correct',
      first.permalink,
      '--speaker',
      'Otto Nobody',
      '--why',
      'a slip',
    );
    expect(made).toMatchObject({ status: 1, out: '' });
    expect(made.err).toMatch(/expected an actor on record.*--speaker-kind person \[no-actor\]\n$/);
    const whole = [
      '--speaker',
      'Otto Nobody',
      '--speaker-kind',
      'person',
      '--act',
      'refuse',
      '--why',
      'a slip',
    ];
    const corrected = await run('decide', 'correct', first.permalink, ...whole);
    expect(corrected.out).toMatch(
      /^decision:[0-9a-f]{16}\tcorrected by Ada Moor: .*; speaker was Petra Lunn, is Otto Nobody; act was say, is refuse\n$/,
    );
    const [now] = await found('--by', 'Nobody', '--act', 'refuse');
    expect(now).toMatchObject({
      statement: { id: first.statement.id, speaker: { name: 'Otto Nobody', how: 'decided' } },
      decided: { status: 'corrected', found: first.statement },
    });
    expect((await run('find', '--by', 'Nobody')).out).toMatch(
      /corrected by Ada Moor, .*speaker was Petra Lunn, is Otto Nobody; act was say, is refuse; why: a slip/,
    );
    const who = JSON.parse((await run('who', '--json', 'Otto Nobody')).out);
    expect(who.utterances).toHaveLength(1);
    const id = corrected.out.split('\t')[0] ?? '';
    expect((await run('undo', id)).out).toBe(`undone\t${id}\n`);
    expect(await found('--by', 'Nobody')).toEqual([]);
    expect((await run('undo', id)).err).toMatch(/expected a decision that stands/);
    expect((await run('undo', 'decision:0')).err).toMatch(/expected the id of a decision.*no-decision/);
  });

  test('lists what was decided, with what became of it', async () => {
    const [one] = await found('lorries');
    await run('decide', 'reject', one.statement.id, '--why', 'a caption');
    expect((await run('find', 'lorries')).out).not.toContain(one.permalink);
    const listed = await run('decisions');
    expect(listed.out).toMatch(/^undone corrected by Ada Moor: .*a slip$/m);
    expect(listed.out).toMatch(/^rejected by Ada Moor: .*a caption$/m);
    expect(listed.err).toMatch(/decisions: 1 undone, 2 in force\n$/);
    const data = lines((await run('decisions', '--json')).out).map((line) => JSON.parse(line));
    expect(data.at(-1)).toMatchObject({
      state: 'in force',
      statement: one.statement.id,
      decision: { kind: 'reject' },
    });
  });

  test('says in one line what is wrong', async () => {
    const [{ statement }] = await found('"under it"', '--by', 'Lunn');
    const wrong: [string[], number, RegExp][] = [
      [['correct', statement.id], 2, /expected something to correct/],
      [['correct', statement.id, '--stance', 'for'], 2, /--stance and --issue together/],
      [['correct', statement.id, '--date', 'yesterday'], 2, /expected a date such as/],
      [['correct', statement.id, '--act', 'sing'], 2, /Allowed choices/],
      [['correct', statement.id, '--range', '12'], 2, /expected a place such as/],
      [['correct', statement.id, '--content', 'nobody wrote this'], 1, /expected words of report:/],
      [['correct', statement.id, '--stance', 'for', '--issue', 'x'], 1, /define one with onrecord issue add/],
      [['accept', 'statement:0'], 1, /expected a statement on record/],
      [['accept', statement.id, '--ledger', 'none.ledger'], 1, /expected a ledger at none.ledger/],
    ];
    for (const [args, status, told] of wrong) {
      const said = await run('decide', ...args);
      expect(said).toMatchObject({ status, out: '' });
      expect(said.err).toMatch(told);
    }
  });

  test('is linked again at once, in a ledger of one report too', async () => {
    const folder = await newFolder();
    const at = (...args: string[]) => onrecord(args, { cwd: folder, env: { ONRECORD_TAGGER: 'linear' } });
    await writeFile(join(folder, 'pier.txt'), 'Pier shut\n\n“The pier is rotten,” Edda Pell said.\n');
    await at('add', 'pier.txt');
    const utterances = async () => JSON.parse((await at('who', '--json', 'Edda Pell')).out).utterances;
    const [{ renditions }] = await utterances();
    const made = await at('decide', 'reject', renditions[0].statement);
    expect(await utterances()).toEqual([]);
    await at('undo', made.out.split('\t')[0] ?? '');
    expect(await utterances()).toHaveLength(1);
  });

  test('is kept whole when several decide at once, survives a rebuild and is proved', async () => {
    const some = (await found('pier', '--limit', '6')).map(({ statement }) => statement.id as string);
    const before = lines((await run('decisions')).out).length;
    const ran = await Promise.all(
      some.map((id, nth) => run('decide', nth % 2 === 0 ? 'accept' : 'reject', id, '--why', String(nth))),
    );
    expect(ran.map(({ status, err }) => ({ status, err }))).toEqual(some.map(() => ({ status: 0, err: '' })));
    expect(lines((await run('decisions')).out)).toHaveLength(before + some.length);
    const proved = await run('verify', '--all');
    expect(proved.status).toBe(0);
    expect(proved.out).toMatch(new RegExp(`and ${before + some.length} decisions chained`));
    expect((await run('rebuild')).out).toMatch(/the picture is the one that stood before/);
  });
});
