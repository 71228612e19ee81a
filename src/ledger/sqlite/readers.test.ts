import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alertOf } from '../alerts.contract.ts';
import { entryOf } from '../ledger.contract.ts';
import type { Ledger } from '../port.ts';
import { openSqlite } from './index.ts';
import { ASKED, openReaders } from './readers.ts';

const TEXT =
  'Talks moved\n\nThe talks, planned for March 3, will now be held on March 10, Mayor Mina Pell said on Monday.';
let direct: Ledger;
let readers: Ledger;

/** An event over reports, as linking would give it. */
const GROUP = {
  id: 'what:0123456789abcdef',
  name: 'talks',
  names: 'talks',
  units: ['test'],
  first: '2031-03-03',
  last: '2031-03-10',
  body: {
    id: 'what:0123456789abcdef',
    what: 'talks',
    members: [],
    schedule: [],
    when: '2031-03-10',
    status: 'rescheduled',
    place: null,
  },
};

const ALERT = alertOf('talks', { words: 'held' });

/** An actor over all reports. */
const WHO = { ...GROUP, id: 'who:0123456789abcdef', body: { links: [], kind: 'person' } };

beforeAll(async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'onrecord-readers-')), 'test.ledger');
  direct = openSqlite(path);
  readers = openReaders(path);
  await direct.add(await entryOf(TEXT, { published: '2031-02-26', outlet: 'A' }));
  await direct.addAlert(ALERT, null);
  await direct.linkNext('test', 8, async ({ record: { report } }, links) => {
    const member = { unit: 'test', id: 'test', report: report.id };
    await links.put('event', [{ ...member, keys: [], kept: '{}', alias: 'what:0' }]);
    await links.replace('event', ['test'], [GROUP]);
    await links.put('actor', [{ ...member, keys: [], kept: '{}', alias: 'who:0' }]);
    await links.replace('actor', ['test'], [WHO]);
  });
});
afterAll(async () => {
  await readers.close();
  await direct.close();
});

test('every question has the same answer from a reader, and what was just added is in it', async () => {
  const { record } = await entryOf(TEXT, { published: '2031-02-26', outlet: 'A' });
  const { id, snapshot } = record.report;
  const page = { limit: 9, offset: 0 };
  const actor = record.actors[0]?.actor ?? '';
  const given: Record<(typeof ASKED)[number], readonly unknown[]> = {
    reports: [page],
    report: [id],
    versions: [id],
    statement: [record.statements[0]?.id],
    snapshot: [snapshot],
    origin: [id],
    find: [{ words: 'talks', by: 'Pell' }],
    onward: [{ words: 'talks' }, { after: 0, limit: 9 }],
    facets: [{ words: 'talks' }],
    hints: [{ words: 'talk', by: 'Nobody' }],
    roots: [{ kind: 'speaker', ...page }],
    outlets: [page],
    takings: [{ kind: 'speaker', roots: ['Mina Pell'], outlets: ['A'] }],
    source: ['A'],
    toldBy: [{ outlet: 'A', stood: 'alone', ...page }],
    actors: [page],
    actor: [actor],
    reportsOn: [actor, page],
    saidBy: [actor, page],
    linkedActors: [page],
    bearersOf: [WHO.id],
    wholeActor: [WHO.id],
    officesOf: [WHO.id, 9],
    voicesOf: [WHO.id],
    saidOnce: [WHO.id, { words: 'held', ...page }],
    reportsNaming: [WHO.id, page],
    flags: [page],
    calendar: [{ first: '2031-03-01', last: '2031-03-31', ...page }],
    subscribed: [{ first: '2031-03-01', last: '2031-03-31', ...page }],
    eventsTold: [[record.events[0]?.id]],
    textsOf: [[id]],
    calendarSpan: [],
    newlySaid: [{ limit: 9 }],
    ahead: [{ day: '2031-03-01', limit: 9 }],
    positionNews: [9],
    goneEvents: [{ first: '2031-03-01', last: '2031-03-31', ...page }],
    eventLine: [GROUP.id],
    linked: ['event', GROUP.id],
    decidedLinks: [],
    utterancesWith: [['test']],
    kin: [id],
    alsoTelling: [id, 9],
    linkedFlagsOf: [id, 9],
    personsNamed: ['talks', page],
    event: [record.events[0]?.id],
    likely: [['will now be held']],
    sharing: [['talks', 'held'], 9],
    alerts: [],
    alertNamed: [ALERT.name],
    newsOf: [ALERT.id, page],
    broughtBy: [
      { after: 0, to: 9 },
      { search: { words: 'held' }, actor: null, among: null },
    ],
    linkedTo: [],
    numbersOf: [[id]],
    visitsTo: [id, 9],
    stood: [id],
    coverage: [],
    toReview: [{}, { limit: 9 }],
    reviewProgress: [{}, '2031-03-01T00:00:00.000Z'],
    decisionsBefore: [null, 9],
    joinedWhole: ['event', GROUP.id],
    counts: [],
    issues: [],
    asOf: [],
  };
  for (const asked of ASKED) {
    const ask = (ledger: Ledger) =>
      (ledger[asked] as (...some: readonly unknown[]) => Promise<unknown>)(...given[asked]);
    const answer = await ask(readers);
    expect(answer, asked).toEqual(structuredClone(await ask(direct)));
    if (asked !== 'origin' && asked !== 'linkedTo') expect(answer, asked).toBeTruthy();
  }
});

test('a question that cannot be answered fails alone', async () => {
  const many = 'many' as unknown as number;
  await expect(readers.reports({ limit: many, offset: 0 })).rejects.toThrow(/datatype mismatch/);
  const symbol = Symbol('none') as unknown as number;
  await expect(readers.reports({ limit: symbol, offset: 0 })).rejects.toThrow(/could not be cloned/);
  expect((await readers.reports({ limit: 1, offset: 0 })).length).toBe(1);
});

test('a long question does not hold up another', async () => {
  // Both readers are there.
  await Promise.all([readers.counts(), readers.counts()]);
  const order: string[] = [];
  const ask = async (name: string, answer: Promise<unknown>) => {
    await answer;
    order.push(name);
  };
  const words = Array.from({ length: 5000 }, (_, number) => `word${number}`).join(' ');
  await Promise.all([ask('long', readers.likely([words])), ask('short', readers.counts())]);
  expect(order).toEqual(['short', 'long']);
});

test('what is under way when the ledger is closed is told as such', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'onrecord-readers-')), 'closing.ledger');
  await openSqlite(path).close();
  const closing = openReaders(path);
  const asked = closing.counts();
  const told = expect(asked).rejects.toMatchObject({ code: 'reader-ended' });
  await closing.close();
  await told;
});
