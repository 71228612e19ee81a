import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await newFolder();
  await writeFile(
    join(cwd, 'good.txt'),
    'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.\n',
  );
  await writeFile(
    join(cwd, 'bad.txt'),
    'Profit jumps 18%\n\n“The date stands, Hanne Vold said.\n\nNorrfalk reported profit up 12% on Saturday, April 13, 2031.\n',
  );
});
const check = (...args: string[]) => onrecord(['check', ...args], { cwd });

describe('onrecord check', () => {
  test('is silent about a clean draft', async () => {
    expect(await check('good.txt')).toEqual({ status: 0, out: '', err: '' });
  });

  test('prints path, line, column, rule and message, and exits with 2', async () => {
    const { status, out } = await check('bad.txt');
    expect(status).toBe(2);
    expect(lines(out)).toEqual([
      'bad.txt:1:14 number-differs-from-headline The headline says 18%; the text does not.',
      'bad.txt:3:1 unbalanced-quotation-mark This quotation mark opens and is never closed.',
      'bad.txt:5:36 weekday-does-not-fit 2031-04-13 is a Sunday, not a Saturday.',
    ]);
  });

  test('fails only on the rules that it is told', async () => {
    expect((await check('--fail-on', 'quotation-without-speaker', 'bad.txt')).status).toBe(0);
    expect((await check('--fail-on', 'weekday-does-not-fit', 'bad.txt')).status).toBe(2);
  });

  test('is silenced by a comment for the next line', async () => {
    await writeFile(
      join(cwd, 'told.txt'),
      'Match moved\n\n<!-- onrecord-ignore weekday-does-not-fit -->\nThe match is on Saturday, April 13, 2031.\n',
    );
    expect((await check('told.txt')).status).toBe(0);
  });

  test('speaks to programs: JSON lines, GitHub’s annotations, SARIF', async () => {
    const json = lines((await check('--json', 'bad.txt')).out).map((line) => JSON.parse(line));
    expect(json[1]).toMatchObject({ path: 'bad.txt', line: 3, column: 1, rule: 'unbalanced-quotation-mark' });
    const github = (await check('--format', 'github', 'bad.txt')).out;
    expect(github).toContain(
      '::warning file=bad.txt,line=3,endLine=3,col=1,title=unbalanced-quotation-mark::',
    );
    const sarif = JSON.parse((await check('--format', 'sarif', 'bad.txt')).out);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results).toHaveLength(3);
    expect(sarif.runs[0].results[2].locations[0].physicalLocation.region).toEqual({
      startLine: 5,
      startColumn: 36,
      endLine: 5,
      endColumn: 60,
    });
  });

  test('compares quotations with the record when asked', async () => {
    const words = 'repair the old stone bridge before the winter storms arrive';
    await writeFile(join(cwd, 'record.txt'), `Bridge\n\n“We will ${words},” Mayor Mina Pell said.\n`);
    await onrecord(['add', '--outlet', 'The Courier', '--published', '2031-04-01', 'record.txt'], { cwd });
    await writeFile(
      join(cwd, 'draft.txt'),
      `Bridge\n\n“We will ${words.replace('stone', 'wooden')},” Mayor Mina Pell said.\n\n“We will ${words},” Pell said.\n\n“Nobody ever asked me about the harbour wall,” Pell said.\n`,
    );
    const { status, out } = await check('--against-record', 'draft.txt');
    expect(lines(out)).toEqual([
      'draft.txt:3:1 quotation-differs-from-record The record has it otherwise: “We will repair the old stone bridge before the winter storms arrive,” Mayor Mina Pell said. [Mina Pell, stated by name-in-source; The Courier, 2031-04-01]',
      'draft.txt:7:1 quotation-not-on-record Not in the one report of the ledger.',
    ]);
    expect(status).toBe(2);
    const only = await check('--against-record', '--fail-on', 'quotation-not-on-record', 'draft.txt');
    expect(only.status).toBe(2);
    expect((await check('--against-record', '--ledger', 'none.ledger', 'draft.txt')).status).toBe(1);
  });

  test('tells whose words they were first, although a later report gives them to the draft’s speaker', async () => {
    const words = 'repair the old stone bridge before the winter storms arrive';
    const said = (name: string) => `Bridge\n\nIt rained. “We will ${words},” ${name} said. Nobody left.\n`;
    const add = async (name: string, day: string) => {
      await writeFile(join(cwd, `${day}.txt`), `${said(name)}\nNumber ${day}.\n`);
      await onrecord(['add', '--outlet', 'The Courier', '--published', day, `${day}.txt`], { cwd });
    };
    await writeFile(join(cwd, 'draft.txt'), `${said('Oren Wend').replace('It rained', 'It was cold')}`);
    await add('Mina Pell', '2031-04-01');
    const wrong = 'draft.txt:3:14 quotation-differs-from-record On record';
    const told = (name: string, day: string) =>
      `as words of ${name}: “We will ${words},” ${name} said. [stated by name-in-source; The Courier, ${day}]`;
    const findings = async () => lines((await check('--against-record', 'draft.txt')).out);
    expect(await findings()).toEqual([`${wrong} ${told('Mina Pell', '2031-04-01')}`]);
    await add('Oren Wend', '2031-04-02');
    expect(await findings()).toEqual([`${wrong} first ${told('Mina Pell', '2031-04-01')}`]);
    // Had he the words first, nothing is wrong with the draft.
    await add('Oren Wend', '2031-03-31');
    expect(await findings()).toEqual([]);
  });

  test('never takes an inferred speaker for another, in the draft or on record', async () => {
    const words = 'repair the old stone bridge before the winter storms arrive';
    await writeFile(join(cwd, 'record.txt'), `Bridge\n\nMina Pell rose. “We will ${words},” she said.\n`);
    await onrecord(['add', 'record.txt'], { cwd });
    await writeFile(join(cwd, 'named.txt'), `Bridge\n\n“We will ${words},” Oren Wend said.\n`);
    await writeFile(
      join(cwd, 'inferred.txt'),
      `Bridge\n\nOren Wend sat down. “We will ${words},” he said.\n`,
    );
    expect(await check('--against-record', 'named.txt', 'inferred.txt')).toMatchObject({
      status: 0,
      out: '',
    });
  });

  test('takes a table of actors, and tells the line that is none', async () => {
    await writeFile(join(cwd, 'actors.tsv'), '# mine\nMina Pell\tperson\tNOR\tGOV\n');
    const { out } = await onrecord(['read', '--json', '--actors', 'actors.tsv', 'good.txt'], { cwd });
    expect(JSON.parse(out).actors[0]).toMatchObject({ name: 'Mina Pell', country: 'NOR', sector: 'GOV' });
    await writeFile(join(cwd, 'actors.tsv'), '# mine\nMina Pell\twizard\n');
    const { status, err } = await check('--actors', 'actors.tsv', 'good.txt');
    expect(status).toBe(1);
    expect(err).toContain('actors.tsv:2: expected a kind');
  });

  test('an unreadable draft and wrong usage are status 1', async () => {
    expect((await check('none.txt')).status).toBe(1);
    expect((await check('--fail-on', 'taste', 'good.txt')).status).toBe(1);
    expect((await check()).status).toBe(1);
  });
});
