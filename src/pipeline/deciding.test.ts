import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleLedger } from '../../test/examples.ts';
import { type Lanes, oneLane } from '../lanes/index.ts';
import type { FoundStatement, Ledger } from '../ledger/index.ts';
import { loadKit } from '../load/index.ts';
import { linkerBeside } from '../load/linker.ts';
import {
  type Decision,
  decision,
  extentOf,
  type ReportRecord,
  type Statement,
  statementIdAt,
} from '../record/index.ts';
import { spanOf } from '../text/index.ts';
import { anchorOf, contentIn, decideAndLink, speakerNamed, statementNamed } from './deciding.ts';
import { positionsOn, utteranceWith, whoIs } from './picture.ts';
import { rebuild } from './rebuild.ts';

const lanes = oneLane(await loadKit({ tagger: 'linear' }));
const linker = linkerBeside(lanes.analyser);
const NOTHING = { content: null, speaker: null, act: null, said: null, stance: null };
const ISSUE = {
  id: 'issue:00000000000000aa',
  proposition: 'The pier at Sannow may be sold',
  terms: ['pier'],
};

let ledger: Ledger;
let made = 0;
beforeEach(async () => {
  ledger = await exampleLedger();
});
afterEach(() => ledger.close());

async function decide(what: object): Promise<Decision> {
  const id = `decision:${(++made).toString(16).padStart(16, '0')}`;
  const own = decision.parse({ ...what, id, by: 'A tester', at: '2034-06-02T09:00:00.000Z', why: null });
  await decideAndLink(ledger, linker, own);
  return own;
}

const correct = (found: FoundStatement, what: object) =>
  decide({ kind: 'correct', on: anchorOf(found), corrected: { ...NOTHING, ...what } });

async function one(words: string, by: string): Promise<FoundStatement> {
  const [found] = (await ledger.find({ words, by })).statements;
  if (found === undefined) throw new Error(`expected a statement by ${by} with ${words}`);
  return found;
}

/** Another analyser, which takes the first words of what is said away. */
const otherLanes: Lanes = {
  ...lanes,
  analyser: 'other/1',
  analyse: async (reports, alone) =>
    (await lanes.analyse(reports, alone)).map((record) => ('code' in record ? record : shortened(record))),
};

function shortened(record: ReportRecord): ReportRecord {
  const { report, statements, events, flags } = record;
  const ids = new Map<string, Statement['id']>();
  const moved = statements.map((statement) => {
    const content = statement.content.map(({ start, end }) =>
      spanOf(report.text, { start: end - start > 8 ? start + 4 : start, end }),
    );
    const whole = { ...statement, content };
    const nth = [...ids.values()].filter((id) => id === statementIdAt(report.id, extentOf(whole), 1)).length;
    ids.set(statement.id, statementIdAt(report.id, extentOf(whole), nth + 1));
    return whole;
  });
  const renamed = JSON.stringify({ statements: moved, events, flags }, (_, value) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  );
  return { ...record, ...(JSON.parse(renamed) as Pick<ReportRecord, 'statements' | 'events' | 'flags'>) };
}

describe('what people decide', () => {
  test('is in the picture of all reports, and the picture made again is the same', async () => {
    const found = await one('"under it"', 'Lunn');
    const kept = await ledger.linkDigest();
    const speaker = await speakerNamed(ledger, found, { name: 'Casimir Wend', sort: null });
    expect(speaker).toMatchObject({ kind: 'named', actor: 'actor:casimir-wend', name: 'Casimir Wend' });
    const corrected = await correct(found, { speaker });
    const linked = await ledger.linked(
      'actor',
      (await ledger.personsNamed('Casimir Wend', { limit: 1, offset: 0 })).persons[0]?.id ?? '',
    );
    const who = await whoIs(ledger, linked?.id ?? '');
    const renditions = who?.utterances.flatMap((utterance) => utterance.renditions) ?? [];
    expect(renditions.map(({ statement }) => statement)).toContain(found.statement.id);
    await decide({ kind: 'reject', on: anchorOf(await one('lorries', 'authority')) });
    const rebuilt = await rebuild({ ledger, lanes, linker, now: () => new Date(0) });
    expect(rebuilt.after).toBe(rebuilt.before);
    expect(rebuilt.after).not.toBe(kept);
    for (const { id, kind } of await ledger.decisions())
      if (kind !== 'undo') await decide({ kind: 'undo', undoes: id });
    expect(corrected.kind).toBe('correct');
    expect(await ledger.linkDigest()).toBe(kept);
  });

  test('what is rejected renders no utterance', async () => {
    const found = await one('"under it"', 'Lunn');
    expect(await utteranceWith(ledger, found.statement.id)).not.toBeNull();
    await decide({ kind: 'reject', on: anchorOf(found) });
    expect(await utteranceWith(ledger, found.statement.id)).toBeNull();
  });

  test('holds when another analyser has read all reports, wherever it finds the words', async () => {
    const [one1, two] = [await one('"under it"', 'Lunn'), await one('Sannow', 'Ostrey')];
    await correct(one1, { act: 'refuse', said: '2034-05-14' });
    await decide({ kind: 'reject', on: anchorOf(two) });
    const before = await ledger.decisionLines();
    await rebuild({ ledger, lanes: otherLanes, linker, now: () => new Date(0) });
    const after = await ledger.decisionLines();
    expect(after.map(({ state }) => state)).toEqual(['in force', 'in force']);
    expect(after.map(({ statement }) => statement)).not.toEqual(before.map(({ statement }) => statement));
    const now = await statementNamed(ledger, one1.statement.id);
    expect(now).toMatchObject({
      statement: { act: 'refuse', said: { value: '2034-05-14' } },
      decided: { status: 'corrected' },
    });
    const left = (await ledger.find({ words: 'Sannow', by: 'Ostrey' })).statements;
    expect(left.filter(({ report }) => report.id === two.report.id)).toEqual([]);
    const again = await rebuild({ ledger, lanes: otherLanes, linker, now: () => new Date(0) });
    expect(again).toMatchObject({ analysed: 0, after: again.before });
  });

  test('a stance that somebody decided stands beside the one that was read, and counts in what changed', async () => {
    await decide({ kind: 'issue', issue: ISSUE });
    const issue = (await ledger.issues())[0] as (typeof ISSUE & { id: never }) | undefined;
    if (issue === undefined) throw new Error('expected the issue');
    const kit = await linker.load();
    const read = await positionsOn(ledger, issue, kit);
    const last = read.positions.at(-1);
    if (last === undefined) throw new Error('expected positions');
    const found = await statementNamed(ledger, last.statement);
    await correct(found, { stance: { issue: issue.id, stance: 'for' } });
    const { positions, changes } = await positionsOn(ledger, issue, kit);
    expect(positions.find(({ statement }) => statement === last.statement)).toMatchObject({
      stance: 'for',
      rule: 'decided',
      decided: { by: 'A tester', read: last.stance },
    });
    expect(read.changes.map(({ after }) => after)).toContain(last.statement);
    expect(changes.map(({ after }) => after)).not.toContain(last.statement);
    await correct(found, { stance: { issue: issue.id, stance: 'none' } });
    const none = await positionsOn(ledger, issue, kit);
    expect(none.positions.map(({ statement }) => statement)).not.toContain(last.statement);
  });

  test('a position may be where nothing of the issue was read', async () => {
    await decide({ kind: 'issue', issue: ISSUE });
    const [issue] = await ledger.issues();
    if (issue === undefined) throw new Error('expected the issue');
    const kit = await linker.load();
    const growers = (await ledger.find({ words: 'growers' })).statements[0];
    if (growers === undefined) throw new Error('expected a statement of another matter');
    await correct(growers, { stance: { issue: issue.id, stance: 'conditional' } });
    const { positions } = await positionsOn(ledger, issue, kit);
    expect(positions.find(({ statement }) => statement === growers.statement.id)).toMatchObject({
      stance: 'conditional',
      condition: null,
      decided: { read: null },
    });
  });
});

describe('what is meant', () => {
  test('a statement by its id, by the permalink of its words, and by nothing else', async () => {
    const { statement, report } = await one('"under it"', 'Lunn');
    const [place] = statement.content;
    expect((await statementNamed(ledger, statement.id)).statement).toEqual(statement);
    const permalink = `http://127.0.0.1:4477/r/${report.id}#${place?.start}-${place?.end}`;
    expect((await statementNamed(ledger, permalink)).statement.id).toBe(statement.id);
    for (const asked of ['', 'nope', `/r/${report.id}#90000-90009`, '/r/report:0000000000000000#1-2'])
      await expect(statementNamed(ledger, asked)).rejects.toMatchObject({ code: 'no-statement' });
  });

  test('a content by words that stand once, or once beside the statement', async () => {
    const found = await one('"under it"', 'Lunn');
    expect(contentIn(found, { words: 'never under it' })).toMatchObject({
      spans: [{ text: 'never under it' }],
      kind: 'direct',
    });
    expect(() => contentIn(found, { words: 'the' })).toThrow(/stand once.*name the place with --range/);
    expect(() => contentIn(found, { words: 'no such words' })).toThrow(/as they stand there/);
    expect(() => contentIn(found, { words: '' })).toThrow(/as they stand there/);
    expect(() => contentIn(found, { ranges: [{ start: 5, end: 5 }] })).toThrow(/expected ranges within/);
    expect(() => contentIn(found, { ranges: [{ start: 0, end: 99_999 }] })).toThrow(/expected ranges within/);
  });

  test('a speaker of the report, one on record, or one who is told apart', async () => {
    const found = await one('"under it"', 'Lunn');
    const named = (name: string, sort: 'person' | null = null) => speakerNamed(ledger, found, { name, sort });
    expect(await named('actor:petra-lunn')).toMatchObject({ name: 'Petra Lunn', sort: 'person' });
    expect(await named('petra lunn')).toMatchObject({ actor: 'actor:petra-lunn' });
    await expect(named('Otto Nobody')).rejects.toMatchObject({ code: 'no-actor' });
    await expect(named('actor:otto-nobody', 'person')).rejects.toMatchObject({ code: 'no-actor' });
    expect(await named('Otto Nobody', 'person')).toEqual({
      kind: 'named',
      actor: 'actor:otto-nobody',
      name: 'Otto Nobody',
      sort: 'person',
    });
  });
});
