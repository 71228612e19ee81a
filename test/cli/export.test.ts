import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { parquetReadObjects } from 'hyparquet';
import ICAL from 'ical.js';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { lines, newFolder, onrecord } from './onrecord.ts';

const FIRST =
  'Pier stays\n\n“The pier will stay,” Mayor Mina Pell said. Mina Pell said that the ferry would sail on Monday.\n';
const SECOND = 'Harbour shut\n\n“The harbour is shut,” Otto Quist said.\n';
let cwd = '';

/** The name and first day of each event of a calendar. */
const eventsIn = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((one) => {
    const { uid, startDate } = new ICAL.Event(one);
    return [uid, startDate.toString()];
  });

beforeAll(async () => {
  cwd = await newFolder();
  await writeFile(join(cwd, 'a.txt'), FIRST);
  await writeFile(join(cwd, 'b.txt'), SECOND);
  await onrecord(['add', 'a.txt', '--outlet', 'The Echo', '--published', '2031-02-06'], { cwd });
  await onrecord(['add', 'b.txt', '--outlet', 'Quay Wire', '--published', '2032-03-01'], { cwd });
}, 60_000);

describe('onrecord export', () => {
  test('writes all on record where nothing is asked, and has the lines that find has', async () => {
    const all = await onrecord(['export', 'jsonl'], { cwd });
    expect(all.err).toBe('3 statements of 2 reports, 3 entries\n');
    const found = await onrecord(['find', 'pier', '--json'], { cwd });
    const asked = await onrecord(['export', 'jsonl', 'pier'], { cwd });
    expect(lines(found.out)).not.toEqual([]);
    expect(asked.out).toBe(found.out);
    expect(lines(all.out)).toContain(lines(found.out)[0]);
  });

  test('asks by the filters of find', async () => {
    const entries = async (...args: string[]) =>
      (await onrecord(['export', ...args], { cwd })).err.replace('\n', '');
    expect(await entries('csl', '--by', 'Quist')).toBe('1 statement of 1 report, 1 entry');
    expect(await entries('csv', '--since', '2032')).toBe('1 statement of 1 report, 1 entry');
    expect(await entries('schema-org', '--kind', 'indirect')).toBe('1 statement of 1 report, 0 entries');
    expect(await entries('csl', 'nobody')).toBe('0 statements of 0 reports, 0 entries');
  });

  test('writes a file and what it holds beside it, and never over another', async () => {
    const out = ['export', 'csl', 'harbour', '--held', '--out', 'harbour.json'];
    expect((await onrecord(out, { cwd })).err).toBe('1 statement of 1 report, 1 entry in harbour.json\n');
    const file = await readFile(join(cwd, 'harbour.json'));
    expect(JSON.parse(String(file))).toMatchObject([
      { title: 'Harbour shut', 'container-title': 'Quay Wire' },
    ]);
    const manifest = JSON.parse(await readFile(join(cwd, 'harbour.json.manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      command: 'export csl',
      query: { words: 'harbour', by: null, held: 'true', when: null },
      counts: { statements: 1, reports: 1, entries: 1 },
      ledger: { reports: 2 },
      analysers: [{ reports: 2 }],
      file: {
        name: 'harbour.json',
        bytes: file.length,
        sha256: createHash('sha256').update(file).digest('hex'),
      },
    });
    const again = await onrecord(out, { cwd });
    expect(again.status).toBe(1);
    expect(again.err).toContain('[file-exists]');
    expect(await readFile(join(cwd, 'harbour.json'))).toEqual(file);
    const nowhere = await onrecord(['export', 'csl', '--out', 'gone/a.json'], { cwd });
    expect(nowhere.status).toBe(1);
    expect(nowhere.err).toContain('[unwritable-file]');
  });

  test('writes Parquet, which another reader opens', async () => {
    const { err } = await onrecord(['export', 'parquet', '--out', 'all.parquet'], { cwd });
    expect(err).toBe('3 statements of 2 reports, 3 entries in all.parquet\n');
    const bytes = await readFile(join(cwd, 'all.parquet'));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows.map(({ speaker, report_outlet: outlet }) => [speaker, outlet])).toEqual([
      ['Mina Pell', 'The Echo'],
      ['Mina Pell', 'The Echo'],
      ['Otto Quist', 'Quay Wire'],
    ]);
  });

  test('writes what tells of actors and events too, of the reports that are found', async () => {
    const exported = async (format: string) =>
      (await onrecord(['export', format, '--by', 'Pell'], { cwd })).out;
    const entities = lines(await exported('ftm')).map((line) => JSON.parse(line));
    expect(entities.map(({ schema }) => schema)).toEqual([
      ...['Article', 'Person', 'Mention', 'Documentation', 'Documentation'],
    ]);
    const tei = XmlDocument.fromString(await exported('tei'));
    const find = (path: string) => tei.find(path, { t: 'http://www.tei-c.org/ns/1.0' });
    expect(find('//t:person/t:persName').map(({ content }) => content)).toEqual(['Mina Pell']);
    expect(find('//t:spanGrp')).toHaveLength(2);
    const { err } = await onrecord(['export', 'plover', 'harbour'], { cwd });
    expect(err).toMatch(/^1 statement of 1 report, \d+ entr/);
  });

  test('writes feeds that readers of feeds take, with every statement and whole addresses', async () => {
    const asked = ['--site', 'https://record.example/', '--outlet', 'The Echo'];
    const atom = parseAtomFeed((await onrecord(['export', 'atom', ...asked], { cwd })).out);
    expect(atom.title?.value).toBe('Onrecord: The Echo');
    expect(atom.updated).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(atom.entries).toHaveLength(2);
    expect(atom.entries?.[0]?.links?.[0]?.href).toMatch(/^https:\/\/record\.example\/s\/statement:/);
    const feed = parseJsonFeed((await onrecord(['export', 'json-feed', ...asked], { cwd })).out);
    expect(feed.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id));
    expect(feed.items?.[0]?.content_html).toContain('“The pier will stay,”');
    const nothing = await onrecord(['export', 'json-feed', 'nobody'], { cwd });
    expect(parseJsonFeed(nothing.out).items ?? []).toEqual([]);
    expect(parseAtomFeed((await onrecord(['export', 'atom', 'nobody'], { cwd })).out).entries ?? []).toEqual(
      [],
    );
  });

  test('writes the calendar, which a reader of calendars takes, and asks by what it knows', async () => {
    const { out, err } = await onrecord(['export', 'ics'], { cwd });
    expect(err).toBe('1 event\n');
    const events = eventsIn(out);
    expect(events.map(([, day]) => day)).toEqual(['2031-02-10']);
    expect(events.every(([uid]) => uid?.endsWith('@onrecord'))).toBe(true);
    expect(eventsIn((await onrecord(['export', 'ics', '--when', '2031-02'], { cwd })).out)).toHaveLength(1);
    expect(eventsIn((await onrecord(['export', 'ics', '--when', '2031-03'], { cwd })).out)).toEqual([]);
    const asked = await onrecord(['export', 'ics', '--act', 'deny'], { cwd });
    expect([asked.status, asked.err]).toEqual([2, expect.stringContaining('found --act')]);
  });

  test('is wrong usage with another format, or without a letter in the words', async () => {
    for (const args of [['pdf'], ['csv', '?!'], ['csv', '--by', '…'], []])
      expect((await onrecord(['export', ...args], { cwd })).status, args.join(' ')).toBe(2);
  });
});
