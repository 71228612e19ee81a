import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { check, open, read, readAll, verify } from './index.ts';

const TEXT =
  '“The ferry will run all winter,” harbour master Anna Brandt told reporters on Monday. Mayor Peter Verran said the council would meet about the pier on 12 March.';
const ABOUT = { outlet: 'The Courier', published: '2031-02-04', headline: 'Ferry to stay' };
const folder = await mkdtemp(join(tmpdir(), 'onrecord-node-'));
afterAll(async () => await rm(folder, { recursive: true, force: true }));
const path = join(folder, 'report.txt');
await writeFile(path, TEXT);

const recordOf = async (...asked: Parameters<typeof read>) => {
  const record = await read(...asked);
  if ('code' in record) throw new Error(record.message);
  return record;
};

describe('read', () => {
  test('a text, a path and an address of a file give one record, with what is given of it', async () => {
    const record = await recordOf({ text: TEXT, ...ABOUT });
    expect(record.report).toMatchObject({ ...ABOUT, path: 'text', url: null });
    expect(record.statements.length).toBe(2);
    for (const one of [path, pathToFileURL(path)]) {
      const same = await recordOf(one, ABOUT);
      expect(same.report.path).toBe(path);
      expect(same.statements.map(({ id }) => id)).toEqual(record.statements.map(({ id }) => id));
    }
  });

  test('what stands in the text’s own fields counts before the options', async () => {
    const { report } = await recordOf({ text: TEXT, outlet: 'The Courier' }, { outlet: 'The Lantern' });
    expect(report.outlet).toBe('The Courier');
  });

  test('a page as text is read as a page', async () => {
    const html = `<!doctype html><html lang="en"><title>Ferry</title><main><article><h1>Ferry to stay</h1>${`<p>${TEXT}</p>`.repeat(3)}</article></main></html>`;
    const { report } = await recordOf({ text: html, format: 'html' });
    expect(report.text).toContain('The ferry will run');
    expect(report.text).not.toContain('<p>');
  });

  test.each([
    [{ text: ' \n' }, 'empty'],
    [
      {
        text: 'Die Fähre wird den ganzen Winter über fahren, sagte die Bürgermeisterin am Montag vor der Presse.',
      },
      'not-english',
    ],
    [join(folder, 'nothing.txt'), 'not-found'],
  ])('what is no report is a value: %j', async (source, code) => {
    expect(await read(source)).toMatchObject({ kind: 'refusal', code });
  });

  test.each([
    ['', {}, /a source/],
    [{ text: TEXT, published: 'last week' }, {}, /published/],
    [{ text: TEXT, title: 'Ferry' }, {}, /title/],
    [TEXT, { tagger: 'other' }, /tagger/],
    [TEXT, { leastConfidence: 2 }, /leastConfidence/],
  ])('what is not as its type has it is a Fault that names it: %j %j', async (source, options, named) => {
    const asked: unknown[] = [source, options];
    const reading = Reflect.apply(read, null, asked);
    await expect(reading).rejects.toMatchObject({
      code: 'bad-option',
      message: expect.stringMatching(named),
    });
  });

  test('several reports are a Fault, and readAll gives each with what broke in its place', async () => {
    const lines = [
      { text: TEXT, url: 'https://courier.example/1' },
      { text: '' },
      { text: TEXT, url: 'https://courier.example/2' },
    ];
    const many = join(folder, 'many.jsonl');
    await writeFile(many, lines.map((line) => JSON.stringify(line)).join('\n'));
    await expect(read(many)).rejects.toMatchObject({ code: 'several-reports' });
    const outcomes = await Array.fromAsync(readAll([many, { text: TEXT }]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['read', 'refused', 'read', 'read']);
  });

  test('a signal ends it', async () => {
    expect(await Array.fromAsync(readAll([path, path], { signal: AbortSignal.abort() }))).toEqual([]);
  });

  test('ONRECORD_TAGGER names what reads, and another name is a Fault', async () => {
    vi.stubEnv('ONRECORD_TAGGER', 'other');
    await expect(read({ text: TEXT })).rejects.toMatchObject({ code: 'bad-tagger' });
    expect(await read({ text: TEXT }, { tagger: 'linear' })).toHaveProperty('statements');
    vi.unstubAllEnvs();
  });
});

describe('a ledger', () => {
  test('keeps a report once, and a changed one as a new version', async () => {
    await using ledger = await open(':memory:');
    const report = { text: TEXT, ...ABOUT, url: 'https://courier.example/ferry' };
    const [first] = await ledger.add(report);
    expect(first).toMatchObject({ kind: 'added', version: 1, statements: 2 });
    const outcomes = await ledger.add([
      report,
      { ...report, text: `${TEXT} The pier stays open.` },
      { text: '' },
    ]);
    expect(outcomes).toMatchObject([
      { kind: 'unchanged', version: 1 },
      { kind: 'added', version: 2 },
      { kind: 'refused', refusal: { code: 'empty' } },
    ]);
    expect(first?.kind === 'added' && (await ledger.report(first.report ?? ''))?.versions).toBe(2);
    expect(await ledger.report('report:0000000000000000')).toBeNull();
  });

  test('answers with what was added', async () => {
    await using ledger = await open(':memory:');
    await ledger.add({ text: TEXT, ...ABOUT });
    expect(await ledger.find('ferries')).toMatchObject({ total: 1 });
    expect(await ledger.find({ by: 'Verran', when: '2031-02' })).toMatchObject({ total: 1 });
    expect(await ledger.find({ by: 'Verran', when: '2031-03' })).toMatchObject({ total: 0 });
    const { actor, utterances, total } = await ledger.who('Brandt');
    expect([actor?.name, utterances.length, total]).toEqual(['Anna Brandt', 1, 1]);
    expect(await ledger.who('Nobody')).toEqual({ actor: null, utterances: [], persons: [], total: 0 });
    const { events } = await ledger.calendar({ when: '2031-03' });
    expect(events.map(({ event }) => event.when)).toEqual(['2031-03-12']);
    const issue = await ledger.addIssue('The ferry should run all winter', { by: 'desk' });
    expect(await ledger.issues()).toEqual([issue]);
    const { positions } = await ledger.positions('ferry');
    expect(positions.map(({ name, stance }) => [name, stance])).toContainEqual(['Anna Brandt', 'for']);
    expect((await ledger.verify('The ferry will run all winter', { by: 'Brandt' })).utterance).not.toBeNull();
  });

  test('throws a Fault for what nobody can answer, and once it is closed', async () => {
    const ledger = await open(':memory:');
    await expect(ledger.find({})).rejects.toMatchObject({ code: 'bad-option' });
    await expect(ledger.find({ words: 'ferry', when: 'soon' })).rejects.toMatchObject({ code: 'bad-option' });
    await expect(ledger.positions('nothing')).rejects.toMatchObject({ code: 'no-issue' });
    await expect(ledger.verify('')).rejects.toMatchObject({ code: 'bad-quotation' });
    await ledger.close();
    await ledger.close();
    await expect(ledger.find('ferry')).rejects.toMatchObject({ code: 'closed-ledger' });
    await expect(check({ text: TEXT }, { ledger })).rejects.toMatchObject({ code: 'closed-ledger' });
    await expect(open(join(folder, 'none.ledger'), { readOnly: true })).rejects.toMatchObject({
      code: 'no-ledger',
    });
  });
});

test('verify looks in one record or in several; check says how a draft stands against the ledger', async () => {
  const record = await recordOf({ text: TEXT });
  expect(await verify('The ferry will run all winter', record)).toMatchObject({
    verdict: 'exact',
    reports: 1,
  });
  expect(await verify('The ferry will run all summer', [record])).toMatchObject({ verdict: 'altered' });
  expect(await verify('The pier was sold to nobody', [])).toMatchObject({ verdict: 'absent', reports: 0 });
  await using ledger = await open(':memory:');
  await ledger.add({ text: TEXT, ...ABOUT });
  const draft = { text: 'Harbour master Anna Brandt said: “The ferry will run all summer.”' };
  const alone = await check(draft);
  expect(alone).toEqual({ findings: [], quotations: [] });
  expect(await check(draft, { ledger })).toMatchObject({
    findings: [{ line: 1, column: 34, rule: 'quotation-differs-from-record' }],
    quotations: [{ record: { verdict: 'altered' } }],
  });
  expect(await check({ text: '' })).toMatchObject({ code: 'empty' });
});
