import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { lines, newFolder, onrecord } from './onrecord.ts';

let cwd: string;
const run = (...args: string[]) => onrecord(args, { cwd });

beforeAll(async () => {
  cwd = await newFolder();
  const added = await run('add', '--tagger', 'linear', EXAMPLE_REPORTS);
  expect(added.status).toBe(0);
}, 120_000);

describe('onrecord timeline', () => {
  test('prints the dates of what is called so in their order, each with its report', async () => {
    const { status, out, err } = await run('timeline', 'talks', '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { manifest, entries } = JSON.parse(out);
    const dates = entries.map(({ when }: { when: string }) => when);
    expect(dates.length).toBeGreaterThan(3);
    expect(dates).toEqual(dates.toSorted());
    expect(dates).toEqual(expect.arrayContaining(['2034-05-12', '2034-05-19', '2034-06-02/2034-06-03']));
    expect(manifest).toMatchObject({
      command: 'timeline',
      query: { asked: 'talks', when: null },
      counts: { entries: entries.length },
      ledger: { reports: 12 },
    });
    const [{ event }] = entries;
    const one = JSON.parse((await run('timeline', event, '--json')).out);
    expect(one.manifest.counts.events).toBe(1);
    const shown = await run('timeline', event);
    expect(lines(shown.out)[0]).toContain('12 May 2034');
    expect(shown.err).toBe(`${one.entries.length} dates of 1 event\n`);
  }, 60_000);

  test('prints those of an actor, as a table with the manifest beside it', async () => {
    const { out, err } = await run('timeline', 'Casimir Wend', '--csv', '--when', '2034');
    const [head, ...rows] = lines(out);
    expect(head?.trim()).toBe('when,status,event,title,place,by,published,outlet,report,words');
    expect(rows.some((row) => row.includes(',Casimir Wend,'))).toBe(true);
    expect(JSON.parse(err).manifest.counts.entries).toBe(rows.length);
  }, 60_000);

  test('finds nothing where nothing is, and says what is wrong', async () => {
    expect(await run('timeline', 'submarine')).toMatchObject({
      status: 0,
      out: '',
      err: '0 dates of 0 events\n',
    });
    expect((await run('timeline', 'talks', '--when', 'soon')).err).toContain('expected a date such as');
    expect((await run('timeline')).status).toBe(2);
    expect((await run('timeline', 'talks', '--ledger', 'none.ledger')).err).toContain('none.ledger');
  }, 60_000);
});
