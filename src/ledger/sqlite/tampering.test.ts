import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Decision, decision } from '../../record/index.ts';
import { entryOf } from '../ledger.contract.ts';
import type { FoundStatement, Proof } from '../port.ts';
import type { NewVisit } from '../visits.ts';
import { askSqlite, openSqlite } from './index.ts';
import { knowWeights } from './review.ts';
import { knowMarks } from './words.ts';

const TEXT =
  'Talks moved\n\nThe talks, planned for March 3, will now be held on March 10, Mayor Mina Pell said. “We need 12 days more,” she said. “The bridge is not safe, the council said.';
const ADDRESS = 'https://a.example/1';
const readAgain = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const newFolder = () => mkdtemp(join(tmpdir(), 'onrecord-tampering-'));

const FAILED: NewVisit = {
  place: 'https://b.example/2',
  feed: null,
  at: '2031-03-02T08:00:00.000Z',
  outcome: 'refused',
  code: 'not-english',
  message: 'not English',
  report: null,
  bytes: Buffer.from('Die Brücke'),
  policy: null,
};

/** A ledger of eight reports, one of them a page in two versions, and a page that gave none. */
let whole = '';
beforeAll(async () => {
  whole = join(await newFolder(), 'whole.ledger');
  const ledger = openSqlite(whole);
  for (let index = 0; index < 6; index++)
    await ledger.add(
      await entryOf(`${TEXT} Day ${index}.`, { path: `${index}.txt`, published: '2031-02-26' }),
    );
  for (const text of [TEXT, `${TEXT} Again.`])
    await ledger.add({
      ...(await entryOf(text, { url: ADDRESS, outlet: 'The Courier', published: '2031-02-26' })),
      origin: {
        encoding: 'utf-8',
        address: ADDRESS,
        segments: [{ start: 0, end: 11, from: 0, to: 11 }],
        choices: [],
      },
      place: ADDRESS,
    });
  await ledger.visit(FAILED);
  await ledger.close();
});

async function copied(): Promise<string> {
  const path = join(await newFolder(), 'copy.ledger');
  await copyFile(whole, path);
  await copyFile(`${whole}-head`, `${path}-head`);
  return path;
}

/** Alters a ledger as somebody would who knows it: triggers away, and back again as they were. */
function tamper(path: string, sql: string): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  knowMarks(database);
  knowWeights(database);
  const triggers = database.prepare("select name, sql from sqlite_schema where type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`drop trigger ${name}`);
  database.exec(sql);
  for (const trigger of triggers) database.exec(String(trigger.sql));
  database.close();
}

async function proofOf(path: string): Promise<Proof> {
  const ledger = askSqlite(path);
  try {
    return await ledger.prove(readAgain);
  } finally {
    await ledger.close();
  }
}

const wordsOf = ({ broken }: Proof) => broken.map(({ what, why }) => `${what}: ${why}`).join('\n');

/** The head that a ledger of fewer reports had. */
const CUT = `delete from log where number > 5;
  delete from statement_words where rowid in (select number from statement where report > 5);
  delete from report_words where rowid > 5;
  ${['statement', 'actor', 'flag', 'event', 'time', 'analysis', 'origin'].map((table) => `delete from ${table} where report > 5;`).join(' ')}
  delete from visit where number > 5;
  delete from report where number > 5;
  delete from snapshot where id not in (select snapshot from report);`;

describe('an untampered ledger', () => {
  test('holds, to its end', async () => {
    const proof = await proofOf(await copied());
    expect(proof).toMatchObject({ reports: 8, log: 8, visits: 9, broken: [], unproved: [] });
    expect(proof.statements).toBeGreaterThan(16);
  });

  test('holds when the head beside it is older than the ledger: the commit was done, the file not yet renamed', async () => {
    const path = await copied();
    const old = await readFile(`${path}-head`);
    const ledger = openSqlite(path);
    await ledger.add(await entryOf(`${TEXT} Late.`));
    await ledger.close();
    await writeFile(`${path}-head`, old);
    expect(await proofOf(path)).toMatchObject({ reports: 9, broken: [], unproved: [] });
  });

  test('without its head is told as such, and not as broken', async () => {
    const path = await copied();
    await rm(`${path}-head`);
    const { broken, unproved } = await proofOf(path);
    expect(broken).toEqual([]);
    expect(unproved).toEqual([{ what: 'the end', why: expect.stringContaining('no head') }]);
  });
});

describe('what breaks the contract', () => {
  const BROKEN = "update time set body = json_set(body, '$.value', '-2994') where number = 1;";

  test('is no tampering where an older version found it: that is left unproved, with what to do', async () => {
    const path = await copied();
    await rm(`${path}-head`);
    tamper(path, `${BROKEN} update visit set hash = null, digest = null`);
    const { broken, unproved } = await proofOf(path);
    expect(broken).toEqual([]);
    expect(unproved.map(({ why }) => why)).toContain(
      'values-are-times: times[0].value has "-2994"; an older version found it: add the report again',
    );
  });

  test('is broken where this version found it', async () => {
    const path = await copied();
    tamper(path, BROKEN);
    expect(wordsOf(await proofOf(path))).toMatch(/values-are-times/);
  });
});

describe('every kind of tampering is noticed:', () => {
  const ONE = 'where number = (select number from report where outlet is not null limit 1)';
  const STATEMENT = 'where number = (select min(number) from statement)';
  test.each<[kind: string, sql: string, told: RegExp]>([
    ['an outlet', `update report set outlet = 'Another' ${ONE}`, /column outlet/],
    ['a date of publication', `update report set published = '2031-02-27' ${ONE}`, /column published/],
    ['a headline', `update report set headline = 'Talks off' ${ONE}`, /column headline/],
    ['a moment of adding', `update report set added = '2031-01-01T00:00:00.000Z' ${ONE}`, /moment of adding/],
    ['a version', `update report set version = 5 ${ONE}`, /not what the log says/],
    ['a lineage', `update report set lineage = 'file:///other.txt' ${ONE}`, /not what the log says/],
    ['a format', `update report set format = 'markdown' ${ONE}`, /not what the log says/],
    ['a text', "update report set text = replace(text, 'not safe', 'now safe') where number = 1", /log says/],
    [
      'a field of the report',
      `update report set body = json_set(body, '$.byline', 'Nina Bell') where number = 1`,
      /log says/,
    ],
    ['an id', "update report set id = 'report:0123456789abcdef' where number = 1", /log does not/],
    ['segments of an origin', `update origin set body = replace(body, '[0,11,', '[0,10,')`, /log says/],
    ['an origin removed', 'delete from origin', /log says/],
    [
      'bytes of a snapshot exchanged',
      `update snapshot set gzip = (select gzip from snapshot where id <> (select snapshot from report where number = 1) limit 1)
        where id = (select snapshot from report where number = 1)`,
      /not the bytes it names/,
    ],
    ['the size of a snapshot', 'update snapshot set size = size + 1', /another size/],
    [
      'the bytes of a page that gave no report',
      'delete from snapshot where id not in (select snapshot from report)',
      /not there/,
    ],
    [
      'bytes that nobody brought',
      "insert into snapshot values ('sha256:x', 1, x'00')",
      /no report and no visit/,
    ],
    [
      'the words of a statement’s JSON',
      `update statement set body = replace(body, 'Mina', 'Nina')`,
      /is not in/,
    ],
    [
      'the confidence of a statement',
      `update statement set body = json_set(body, '$.confidence', 0.123) ${STATEMENT}`,
      /not what its visit says/,
    ],
    ['a statement removed', `delete from statement ${STATEMENT}`, /not what its visit says/],
    ['the mode of a statement', `update statement set mode = 'shown' ${STATEMENT}`, /column mode/],
    [
      'the speaker of a statement',
      `update statement set speaker = 'actor:other' ${STATEMENT}`,
      /column speaker/,
    ],
    ['the day of a statement', `update statement set first = '2030-01-01' ${STATEMENT}`, /column first/],
    ['the searched source', `update statement set source = 'Another' ${STATEMENT}`, /column source/],
    [
      'an actor renamed',
      `update actor set name = 'Nina Bell', body = json_set(body, '$.name', 'Nina Bell')`,
      /not what its visit says/,
    ],
    ['an actor renamed in its column', `update actor set name = 'Nina Bell'`, /column name/],
    [
      'an event moved',
      `update event set body = replace(body, '2031-03-10', '2031-03-11') where number = 1;
        update event set last = '2031-03-11' where number = 1`,
      /not what its visit says/,
    ],
    [
      'an event moved in the calendar',
      "update event set last = '2031-12-31' where last <> ''",
      /column last/,
    ],
    ['a time removed', 'delete from time where number = 1', /not what its visit says/],
    ['a flag removed', 'delete from flag where number = 1', /not what its visit says/],
    ['the name of an analyser', "update analysis set analyser = 'another/1' where report = 1", /visit says/],
    ['an analysis removed', 'delete from analysis where report = 1', /who analysed/],
    ['a visit removed', 'delete from visit where number = 4', /one is missing/],
    ['a visit altered', "update visit set outcome = 'gone' where number = 9", /hash is not that/],
    ['a visit that hides its reason', 'update visit set message = null where number = 9', /hash is not that/],
    [
      'the last visits removed',
      'delete from visit where number > 7',
      /the visits had 9 rows and 2 of them are lost/,
    ],
    ['a log row altered', "update log set at = '2030-01-01T00:00:00.000Z' where number = 3", /hash is not/],
    ['a log row removed', 'delete from log where number = 3', /a row is missing/],
    [
      'a report removed with all that was found in it',
      `${['statement', 'actor', 'flag', 'event', 'time', 'analysis'].map((table) => `delete from ${table} where report = 2;`).join(' ')}
        delete from report where number = 2`,
      /the log has it/,
    ],
    ['the end cut off', CUT, /the log had 8 rows and 3 of them are lost/],
    [
      'words taken out of the index of reports',
      "insert into report_words (report_words, rowid, text) select 'delete', number, text from report where number = 1",
      /report_words: the index/,
    ],
    [
      'words taken out of the index of statements',
      'delete from statement_words where rowid = 1',
      /statement_words: the index/,
    ],
    ['a row that refers to nothing', "insert into origin values (99, '{}')", /refers to a report/],
    ['a table of somebody else', 'create table extra (x)', /table extra: it is no part/],
    ['an index removed', 'drop index event_by_id', /index event_by_id: it is missing/],
  ])('%s', async (_, sql, told) => {
    const path = await copied();
    tamper(path, sql);
    expect(wordsOf(await proofOf(path))).toMatch(told);
  });

  test('a trigger that guards it removed', async () => {
    const path = await copied();
    const database = new DatabaseSync(path);
    database.exec('drop trigger visit_stays');
    database.close();
    expect(wordsOf(await proofOf(path))).toContain('trigger visit_stays: it is missing');
  });

  test.each([
    ['altered', (head: string) => head.replace(/"hash":"../, '"hash":"00')],
    ['of another ledger', (head: string) => head.replace('"number":8', '"number":80')],
    ['cut', (head: string) => head.slice(0, 40)],
  ])('the head %s', async (_, change) => {
    const path = await copied();
    await writeFile(`${path}-head`, change(await readFile(`${path}-head`, 'utf8')));
    expect((await proofOf(path)).broken).toHaveLength(1);
  });

  /** A ledger of which the file alone was copied while it was written: what stood in its write-ahead log is lost. */
  async function withoutLog(): Promise<string> {
    const path = await copied();
    const ledger = openSqlite(path);
    for (const day of ['a', 'b', 'c']) await ledger.add(await entryOf(`${TEXT} Day ${day}.`));
    const lost = join(await newFolder(), 'lost.ledger');
    await copyFile(path, lost);
    await copyFile(`${path}-head`, `${lost}-head`);
    await ledger.close();
    return lost;
  }

  test('a write-ahead log that is lost', async () => {
    const told = wordsOf(await proofOf(await withoutLog()));
    expect(told).toContain('the log had 11 rows and 3 of them are lost');
    expect(told).toContain('the visits had 12 rows and 3 of them are lost');
  });

  test('nobody adds to a ledger whose end is lost, which would hide it; whoever accepts it may', async () => {
    const path = await withoutLog();
    expect(() => openSqlite(path)).toThrow(/the log had 11 rows and 3 of them are lost.*: put a backup/);
    await rm(`${path}-head`);
    const ledger = openSqlite(path);
    await ledger.add(await entryOf(TEXT));
    await ledger.close();
    expect(await proofOf(path)).toMatchObject({ reports: 9, broken: [], unproved: [] });
  });
});

describe('tampering with what people decided is noticed:', () => {
  const HOLT = { kind: 'named', actor: 'actor:anna-holt', name: 'Anna Holt', sort: 'person' } as const;

  /** A ledger with a statement checked, and one whose speaker is corrected to somebody whom its report does not name. */
  async function decidedOn(): Promise<string> {
    const path = await copied();
    const ledger = openSqlite(path);
    const [one, other] = (await ledger.find({ words: 'days' })).statements;
    if (one === undefined || other === undefined) throw new Error('expected two statements');
    await ledger.decide(decisionOn(one, { kind: 'accept' }));
    const nothing = { content: null, act: null, said: null, stance: null };
    await ledger.decide(decisionOn(other, { kind: 'correct', corrected: { ...nothing, speaker: HOLT } }));
    await ledger.close();
    return path;
  }

  test('untampered it holds', async () => {
    expect(await proofOf(await decidedOn())).toMatchObject({ decisions: 2, broken: [], unproved: [] });
  });

  test.each<[kind: string, sql: string, told: RegExp]>([
    ['who decided', `update decision set body = json_set(body, '$.by', 'Another')`, /decisions before it/],
    ['a decision removed', 'delete from decision where number = 1', /decision 1: one is missing/],
    [
      'the last decision removed',
      'delete from decision where number = 2',
      /the decisions had 2 rows and 1 of/,
    ],
    [
      'the last decision removed with all that it did',
      `delete from statement_words where rowid in (select number from statement where now is not null);
        update statement set now = null, decided = null, speaker = 'actor:mina-pell' where now is not null;
        insert into statement_words (rowid, content, source, speaker, behind, addressee, marks, content_stems, source_stems)
          select number, content, source, speaker, behind, addressee, marks, content_stems, source_stems from searched
          where number not in (select rowid from statement_words_docsize);
        delete from decision where number = 2`,
      /the decisions had 2 rows and 1 of/,
    ],
    [
      'a corrected speaker',
      `update statement set now = replace(now, 'Anna Holt', 'Nina Bell')`,
      /column now/,
    ],
    ['a mark', `update statement set decided = replace(decided, 'accepted', 'rejected')`, /column decided/],
    ['a mark removed', 'update statement set decided = null', /column decided/],
    [
      'a speaker by a decision renamed',
      `update actor set body = replace(body, 'Anna', 'Nina') where is_decided = 1`,
      /column body/,
    ],
    [
      'an actor that nobody found or decided',
      `insert into actor (report, place, id, name, kind, body, day, statements, is_decided)
        select report, 99, 'actor:x', 'X', 'person', replace(body, 'Anna Holt', 'X'), day, 0, 1
        from actor where is_decided = 1`,
      /actors? that/,
    ],
  ])('%s', async (_, sql, told) => {
    const path = await decidedOn();
    tamper(path, sql);
    expect(wordsOf(await proofOf(path))).toMatch(told);
  });
});

function decisionOn({ statement, report }: FoundStatement, what: object): Decision {
  const on = { report: report.id, content: statement.content, cue: statement.cue };
  const said = { ...what, on, by: 'A tester', at: '2031-03-01T08:00:00.000Z', why: null };
  const id = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
  return decision.parse({ id: `decision:${id}`, ...said });
}
