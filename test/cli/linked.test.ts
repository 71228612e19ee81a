import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await newFolder();
  await run('add', EXAMPLE_REPORTS);
});

const run = (...args: string[]) => onrecord(args, { cwd });

describe('one picture from the example reports', () => {
  test('who somebody is, and what they said, each thing once', async () => {
    const who = JSON.parse((await run('who', '--json', 'Petra Lunn')).out);
    expect(who.actor.speaksFor.some(({ name }: { name: string }) => name.startsWith('Ostrey'))).toBe(true);
    expect(who.manifest).toMatchObject({ command: 'who', query: { name: 'Petra Lunn' } });
    const [most] = who.utterances.toSorted(
      (a: { outlets: number }, b: { outlets: number }) => b.outlets - a.outlets,
    );
    expect(most.outlets).toBeGreaterThan(1);
    const said = JSON.parse((await run('said', '--json', most.id)).out);
    expect(said.utterance).toEqual(most);
    expect(said.renditions).toHaveLength(most.renditions.length);
    const { out: csv } = await run('said', '--csv', most.renditions[0].statement);
    expect(csv.trim().split('\r\n')).toHaveLength(1 + most.renditions.length);
    expect(await run('who', 'Nobody Anywhere')).toMatchObject({ status: 1, out: '' });
  });

  test('an issue is a decision, positions are found on it, and it is undone', async () => {
    const proposition = 'The pier at Sannow may be discussed';
    const added = await run('issue', 'add', proposition, '--terms', 'pier, treaty', '--by', 'A tester');
    const issue = added.out.split('\t')[0] ?? '';
    expect(issue).toMatch(/^issue:[0-9a-f]{16}$/);
    const on = JSON.parse((await run('positions', '--json', 'pier at Sannow', '--actor', 'Lunn')).out);
    expect(on.issue).toMatchObject({ id: issue, proposition });
    expect(on.positions.some(({ stance }: { stance: string }) => stance === 'against')).toBe(true);
    expect((await run('issue', 'list')).out).toContain(proposition);
    expect((await run('issue', 'undo', issue, '--by', 'A tester')).status).toBe(0);
    expect((await run('issue', 'list', '--json')).out).toBe('');
    expect((await run('positions', issue)).err).toContain('expected an issue, found none');
  });

  test('an issue is suggested from the record, accepted by its own line, and not suggested again', async () => {
    const asked = () => run('issue', 'suggest', '--json', '--limit', '50');
    const before = await asked();
    expect(before.err).toMatch(/^\d+ issues? suggested; nothing is kept\n$/);
    const [first, ...others] = lines(before.out).map((line) => JSON.parse(line));
    expect(first.statements).toContain(first.from);
    expect(first.speakers.length).toBeGreaterThan(1);
    expect(first.accept).toContain(`onrecord issue add "${first.proposition}"`);
    const printed = await run('issue', 'suggest', '--limit', '1');
    expect(printed.out).toContain(`${first.proposition} · suggested`);
    expect(printed.out).toContain(`worded after: `);
    expect(printed.out).toContain(first.from);
    expect((await run('issue', 'list')).out).toBe('');
    const made = await run(
      'issue',
      'add',
      first.proposition,
      '--terms',
      first.terms.join(', '),
      '--by',
      'A tester',
    );
    const after = lines((await asked()).out).map((line) => JSON.parse(line).proposition);
    expect(after).not.toContain(first.proposition);
    expect(after.length).toBeLessThanOrEqual(others.length);
    expect((await run('positions', made.out.split('\t')[0] ?? '')).err).toMatch(/[1-9]\d* positions?/);
    await run('issue', 'undo', made.out.split('\t')[0] ?? '', '--by', 'A tester');
    expect((await run('issue', 'suggest', '--words', 'zebra')).err).toBe(
      '0 issues suggested; nothing is kept\n',
    );
    expect(await run('issue', 'suggest', '--since', 'soon')).toMatchObject({ status: 2, out: '' });
  });

  test('made again it is the same, and proves itself', async () => {
    const again = await run('rebuild');
    expect(again.out).toMatch(
      /^0 reports analysed again, 12 linked: the picture is the one that stood before/,
    );
    expect(await run('verify', '--all')).toMatchObject({ status: 0 });
  });
});
