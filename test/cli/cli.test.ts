import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, firstBrokenSpan, type ReportRecord, reportRecord } from '../../src/record/index.ts';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { BIN, lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await newFolder();
});

const run = (...args: string[]) => onrecord(args, { cwd });
const TEXT = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.\n';

/** Every id that a record refers to stands in it, and none stands there twice. */
function idsThatLeadNowhere({ statements, events, actors }: ReportRecord): string[] {
  const own = [
    ...statements.map(({ id }) => id),
    ...events.map(({ id }) => id),
    ...actors.map(({ actor }) => actor),
  ];
  const twice = own.filter((id, at) => own.indexOf(id) !== at);
  const asked = [
    ...statements.flatMap(({ within, event, to, chain }) => [
      within,
      event,
      ...to.map(({ actor }) => actor),
      ...chain.map(({ actor }) => actor),
    ]),
    ...events.flatMap(({ participants, schedule }) => [
      ...participants.map(({ actor }) => actor),
      ...schedule.flatMap(({ by, statement }) => [by, statement]),
    ]),
  ];
  return [...twice, ...asked.flatMap((id) => (id === null || (own as string[]).includes(id) ? [] : [id]))];
}

describe('onrecord read', () => {
  test('--json prints a record a line, in the order of the input, and obeys the contract', async () => {
    const { status, out, err } = await run('read', '--json', EXAMPLE_REPORTS);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const records = lines(out).map((line) => reportRecord.parse(JSON.parse(line)));
    expect(records.map(({ report }) => report.path?.slice(-12))).toHaveLength(12);
    expect(records.map(({ report }) => report.path)).toEqual(
      records.map(({ report }) => report.path).toSorted(),
    );
    for (const record of records) {
      expect(firstBrokenSpan(record)).toBeNull();
      expect(record.statements.length).toBeGreaterThan(0);
      expect(idsThatLeadNowhere(record)).toEqual([]);
    }
  });

  test('gives a failed input its own line in its place, and status 1', async () => {
    await writeFile(join(cwd, 'a.txt'), TEXT);
    await writeFile(join(cwd, 'b.txt'), '');
    const { status, out } = await run('read', '--json', 'a.txt', 'b.txt', 'none.txt', 'a.txt');
    expect(status).toBe(1);
    const [one, two, three, four] = lines(out).map((line) => JSON.parse(line));
    expect(reportRecord.parse(one).report.text).toBe(TEXT);
    expect(failure.parse(two)).toMatchObject({ path: 'b.txt', error: { code: 'empty' } });
    expect(failure.parse(three)).toMatchObject({ path: 'none.txt', error: { code: 'not-found' } });
    expect(four).toEqual(one);
  });

  test('prints the same bytes, whatever the number of threads', async () => {
    for (let number = 0; number < 60; number++)
      await writeFile(
        join(cwd, `${number}.txt`),
        number % 20 === 7 ? '' : `${TEXT}It is report ${number}.\n`,
      );
    const one = await run('read', '--json', '--jobs', '1', '.');
    expect(lines(one.out)).toHaveLength(60);
    // What is left to do is told on a slow machine only, and belongs to no output.
    const { out, status } = one;
    expect(await run('read', '--json', '--jobs', '3', '.')).toMatchObject({ out, status });
  });

  test('leaves out what is less sure than --min-confidence', async () => {
    await writeFile(join(cwd, 'a.txt'), TEXT);
    const statements = async (...options: string[]) =>
      JSON.parse((await run('read', '--json', ...options, 'a.txt')).out).statements.length;
    expect(await statements()).toBe(1);
    expect(await statements('--min-confidence', '1')).toBe(0);
  });

  test('takes date and outlet for all, and a sidecar over them', async () => {
    await writeFile(join(cwd, 'a.txt'), TEXT);
    await writeFile(join(cwd, 'b.txt'), TEXT);
    await writeFile(join(cwd, 'b.json'), '{"outlet":"B"}');
    const { out } = await run('read', '--json', '--published', '2031-02-26', '--outlet', 'A', '.');
    const reports = lines(out).map((line) => reportRecord.parse(JSON.parse(line)).report);
    expect(reports.map(({ path, outlet, published }) => [path, outlet, published])).toEqual([
      ['a.txt', 'A', '2031-02-26'],
      ['b.txt', 'B', '2031-02-26'],
    ]);
  });

  test('reads standard input', async () => {
    const { status, out } = await onrecord(['read', '--json', '-'], { cwd, input: TEXT });
    expect(status).toBe(0);
    expect(reportRecord.parse(JSON.parse(out)).report).toMatchObject({
      path: '-',
      headline: 'Bridge closed',
    });
  });

  test('prints for people without colour, and lets no escape sequence of a report through', async () => {
    const hostile = 'Red \u001b[31malert\u001b[0m\n\n“It is \u001b]0;owned\u0007red,” the mayor said.\n';
    await writeFile(
      join(cwd, 'a.txt'),
      hostile + 'The rest of the report has nothing of that kind in it.\n'.repeat(5),
    );
    const { out } = await run('read', 'a.txt');
    expect(out).toContain('the mayor');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is for them
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  test('paints when asked to, and never with NO_COLOR', async () => {
    await writeFile(join(cwd, 'a.txt'), TEXT);
    const painted = await onrecord(['read', 'a.txt'], { cwd, env: { FORCE_COLOR: '1' } });
    const plain = await onrecord(['read', 'a.txt'], { cwd, env: { NO_COLOR: '1' } });
    expect(painted.out).toContain('\u001b[');
    expect(plain.out).not.toContain('\u001b[');
  });
});

describe('onrecord add, find and verify', () => {
  test('keep, find and prove', async () => {
    const added = await run('add', EXAMPLE_REPORTS);
    expect(added.status).toBe(0);
    expect(lines(added.out).map((line) => line.split('\t')[0])).toEqual(Array(12).fill('added'));
    expect(added.err).toContain('onrecord.ledger holds 12 reports');
    const again = await run('add', '--json', EXAMPLE_REPORTS);
    expect(lines(again.out).map((line) => JSON.parse(line).outcome)).toEqual(Array(12).fill('unchanged'));

    const found = await run('find', '--json', '"under it"', '--by', 'Lunn');
    expect(
      lines(found.out)
        .map((line) => JSON.parse(line).report.outlet)
        .toSorted(),
    ).toEqual(['Quillwire', 'The Maravel Gazette', 'The Strait Observer']);
    const csv = await run('find', '--csv', 'pier', '--limit', '2');
    expect(csv.out.split('\r\n')).toHaveLength(4);

    const verified = await run(
      'verify',
      '--json',
      'The pier is not on the table, and it was never under it',
      '--by',
      'Petra Lunn',
    );
    expect(JSON.parse(verified.out)).toMatchObject({
      verdict: 'exact',
      reports: 12,
      earliest: { report: { outlet: 'Quillwire' }, by: { answer: 'matches' } },
    });
    expect(await run('verify', 'Nobody ever said these words here')).toMatchObject({
      out: 'not on record: not in 12 reports\n',
      status: 5,
    });

    const then = await run('find', '--json', 'tolls', '--when', '2034-05-20/2034-06');
    expect(lines(then.out).every((line) => JSON.parse(line).report.published > '2034-05-20')).toBe(true);
    expect(lines((await run('find', '--json', 'tolls', '--when', '2033')).out)).toEqual([]);

    const acts = async (...asked: string[]) =>
      lines((await run('find', '--json', ...asked)).out).map((line) => JSON.parse(line));
    const promised = await acts('--act', 'promise', '--since', '2034-05-20');
    expect(promised.map(({ statement }) => statement.act)).toEqual(['promise']);
    expect(await acts('--act', 'promise', '--until', '2034-05-01')).toEqual([]);
    for (const { statement } of await acts('--for', 'Maravel'))
      expect(statement.speaker.speaksFor.name).toBe('Maravel');

    const may = await run('calendar', '--json', '--when', '2034-05');
    const talks = lines(may.out)
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event.what === 'talks');
    // Five reports and more tell of them, and they are one entry with every date they had.
    expect(talks).toHaveLength(1);
    expect(talks[0].event.when).toBe('2034-06-02/2034-06-03');
    expect(talks[0].reports.length).toBeGreaterThan(4);
    const dates = talks[0].event.schedule.map(({ when }: { when: string | null }) => when);
    expect(dates).toEqual(
      expect.arrayContaining(['2034-05-12', '2034-05-19', null, '2034-06-02/2034-06-03']),
    );
    const shown = await run('calendar');
    const told = shown.out.replaceAll(/\s+/g, ' ');
    expect(told).toContain('before: Fri, 12 May');
    expect(told).toContain('on the word of Ambrose Teale');

    const ics = await run('calendar', '--ics');
    expect(ics.out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(ics.out).toContain('DTSTART;VALUE=DATE:20340602');

    const proof = await run('verify', '--all');
    expect(proof).toMatchObject({ status: 0 });
    expect(proof.out).toMatch(/^everything holds: 12 reports/);
  });

  test('verify looks in files when they are named', async () => {
    await writeFile(join(cwd, 'a.txt'), TEXT);
    expect((await run('verify', 'the bridge is not safe', 'a.txt')).out).toContain('exact but for case');
    expect((await run('verify', 'the bridge is now safe', 'a.txt')).out).toContain(
      'The bridge is [-now-] {+not+} safe',
    );
    expect(await run('verify', 'the bridge', 'none.txt')).toMatchObject({ status: 1 });
  });

  test('a changed file is a new version', async () => {
    await writeFile(join(cwd, 'a.txt'), TEXT);
    await run('add', 'a.txt');
    await writeFile(join(cwd, 'a.txt'), TEXT.replace('not safe', 'safe again'));
    const { out } = await run('add', '--json', 'a.txt');
    expect(JSON.parse(out)).toMatchObject({ outcome: 'changed', version: 2 });
  });

  test('JSONL keeps line by line, and its text is proved from its line', async () => {
    await writeFile(
      join(cwd, 'a.jsonl'),
      `${JSON.stringify({ text: TEXT, id: 'x', outlet: 'A' })}\nbroken\n`,
    );
    expect(await run('add', 'a.jsonl')).toMatchObject({ status: 1 });
    expect((await run('verify', '--all')).out).toMatch(/^everything holds: 1 report/);
  });

  test('two processes add to one ledger at once', async () => {
    for (const folder of ['one', 'two']) {
      await mkdir(join(cwd, folder));
      for (let index = 0; index < 40; index++)
        await writeFile(join(cwd, folder, `${index}.txt`), `${TEXT}Number ${index} in ${folder}.`);
    }
    const both = await Promise.all([run('add', 'one'), run('add', 'two')]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect((await run('verify', '--all')).out).toMatch(/^everything holds: 80 reports/);
  });
});

describe('errors', () => {
  test.each([
    [['read'], /missing required argument 'source'/],
    [[], /Usage: onrecord/],
    [['red', 'a.txt'], /unknown command 'red'/],
    [['read', '--jsn', 'a.txt'], /unknown option '--jsn'/],
    [['read', '--published', 'yesterday', 'a.txt'], /expected a date such as 2026-02-02/],
    [['read', '--min-confidence', '2', 'a.txt'], /expected a number from 0 to 1/],
    [['read', '--jobs', '0', 'a.txt'], /expected a number from 1 to 64/],
    [['find', '--limit', 'many', 'x'], /expected a whole number/],
    [['find', '--limit', '', 'x'], /expected a whole number/],
    [['serve', '--port', '99999'], /expected a port from 0 to 65535/],
    [['serve', '--port', '0x10'], /expected a port from 0 to 65535/],
    [['add', '--ledger', '', 'a.txt'], /expected the name of a file/],
    [['find', '--json', '--csv', 'x'], /cannot be used with/],
    [['find', '--when', 'tomorrow', 'x'], /expected a date such as 2031-05-12/],
    [['calendar', '--json', '--ics'], /cannot be used with/],
    [['verify'], /expected a quotation or --all, found neither/],
    [['verify', '--all', 'x'], /expected a quotation or --all, found both/],
    [['verify', '…'], /expected a quotation with words/],
    [['find', '"…"'], /expected words to look for, found none/],
    [['find'], /expected words to look for, found none/],
    [['find', '--act', 'sing'], /Allowed choices are/],
    [['find', 'x', '--when', '2031', '--since', '2030'], /cannot be used with/],
    [['backup', ' '], /expected the name of a file/],
  ])('wrong usage is status 2: %j', async (args, message) => {
    const { status, err, out } = await run(...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(out).toBe('');
  });

  test.each([
    [['find', 'x']],
    [['calendar']],
    [['verify', 'some words']],
    [['verify', '--all']],
    [['serve']],
  ])('a ledger that is not there is told in one line, and none is made: %j', async (args) => {
    const { status, err } = await run(...args);
    expect(status).toBe(1);
    expect(lines(err)).toEqual([
      'onrecord: expected a ledger at onrecord.ledger, found none: run onrecord add SOURCE first, or name one with --ledger [no-ledger]',
    ]);
  });

  test('a fault of the program is told in one line, with its stack where that is asked for', async () => {
    // The schema is the one thing that is printed indented.
    const fault = `const own = JSON.stringify; JSON.stringify = (value, replacer, indent) => {
      if (indent === 2) throw new TypeError('a fault\\nput in on purpose');
      return own(value, replacer, indent);
    };`;
    const command = ['--import', `data:text/javascript,${encodeURIComponent(fault)}`, BIN];
    const { status, err } = await onrecord(['schema'], { cwd, command });
    expect([status, err]).toEqual([
      1,
      'onrecord: a fault of Onrecord itself ended it: TypeError: a fault [internal]\n',
    ]);
    expect((await onrecord(['schema', '--debug'], { cwd, command })).err).toMatch(/^\s+at /m);
  });

  test('a file that is no ledger is told in one line', async () => {
    await writeFile(
      join(cwd, 'onrecord.ledger'),
      'this is not a database, though it has that name and some length to it',
    );
    const { status, err } = await run('find', 'x');
    expect({ status, lines: lines(err).length }).toEqual({ status: 1, lines: 1 });
    expect(err).toContain('expected a ledger at onrecord.ledger');
  });

  test.each([
    [['backup', 'none/copy.ledger']],
    [['backup', 'a.txt/copy.ledger']],
    [['backup', 'a'.repeat(250)]],
    [['add', '--ledger', 'none/new.ledger', 'a.txt']],
    [['add', '--ledger', 'a.txt/new.ledger', 'a.txt']],
  ])('a place where no file can be made is told in one line: %j', async (args) => {
    await writeFile(join(cwd, 'a.txt'), TEXT);
    await run('add', 'a.txt');
    const { status, err } = await run(...args);
    expect({ status, lines: lines(err).length }).toEqual({ status: 1, lines: 1 });
    expect(err).toMatch(/^onrecord: expected .* at .*: (?:make its folder, or )?name another file/);
  });

  test('a reader that has seen enough is no error', async () => {
    const child = spawn(process.execPath, [BIN, 'read', '--json', EXAMPLE_REPORTS], { cwd });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
  });
});

test('help names every command and every option, with examples and the exit statuses', async () => {
  const { out, status } = await run('--help');
  expect(status).toBe(0);
  for (const command of ['read', 'add', 'find', 'calendar', 'verify', 'serve', 'schema']) {
    expect(out).toContain(`  ${command}`);
    expect((await run(command, '--help')).out).toMatch(/Examples?:\n {2}onrecord/);
  }
  expect(out).toContain('0 done, 1 an input failed, 2 wrong usage');
});

test('schema prints the JSON Schema, and --version the version', async () => {
  expect(JSON.parse((await run('schema')).out)).toHaveProperty('anyOf');
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect((await run('--version')).out.trim()).toBe(version);
});
