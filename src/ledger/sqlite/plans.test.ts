import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkedActorId } from '../../record/index.ts';
import { alertOf } from '../alerts.contract.ts';
import { entryOf } from '../ledger.contract.ts';
import type { Ledger } from '../port.ts';
import { ledgerIn, openSqlite } from './index.ts';
import { openToAsk } from './open.ts';

const TEXT =
  'Talks moved\n\nThe talks, planned for March 3, will now be held on March 10, Mayor Mina Pell said. “It is not safe,” she said.';

const GROUP = linkedActorId.parse('who:0123456789abcdef');

/** Tables that grow with the ledger, of which no question may walk through a whole one. */
const LARGE =
  /^SCAN (?:report|statement|actor|event|flag|time|visit|log|item|origin|snapshot|actor_sum|link_flag|link_member|link_unit|linked|linked_sum|review|calendar_line|event_told|rooted|root|taken|root_sum|outlet_sum|told_first|news)\b/;

/** Walks through an index that end with the page, or that go no further than what is asked. */
const ALLOWED: readonly (readonly [step: string, reason: string])[] = [
  ['SCAN actor_sum USING COVERING INDEX actor_sum_by_most', 'in its order, to the end of the page'],
  ['SCAN linked_sum USING COVERING INDEX linked_sum_by_most', 'the same'],
  ['SCAN outlet_sum USING INDEX outlet_sum_by_most', 'in its order, to the end of the page'],
  ['SCAN log', 'from its last row, which is the only one that is asked for'],
  ['SCAN visit USING INDEX visit_in_vain', 'from the latest down, a hundred of them'],
  ['SCAN flag USING INDEX sqlite_autoindex_flag_1', 'from the latest report down, to the end of the page'],
  ['SCAN link_flag', 'the same, merged with those'],
  [
    'SCAN news USING INDEX news_of_positions',
    'from the latest change of position down, to the end of the list',
  ],
  ['SCAN review USING INDEX review_by_rank', 'in its order, to the end of the page'],
];

/** Every question that pages and `find` ask. */
async function askAll(ledger: Ledger): Promise<void> {
  const page = { limit: 10, offset: 0 };
  const [line] = await ledger.reports(page);
  const { actors } = await ledger.actors(page);
  const [actor] = actors;
  if (line === undefined || actor === undefined) throw new Error('expected a report and an actor');
  const kept = await ledger.report(line.id);
  await ledger.counts();
  await ledger.asOf();
  await ledger.versions(line.id);
  await ledger.alsoTelling(line.id, 12);
  await ledger.linkedFlagsOf(line.id, 12);
  await ledger.visitsTo(line.id, 10);
  await ledger.stood(line.id);
  await ledger.standing('https://a.example/1');
  await ledger.foundAt('https://a.example/1');
  await ledger.withText('https://a.example/1', 'x');
  await ledger.movedTo('https://a.example/1');
  await ledger.feedOf('https://a.example/feed');
  await ledger.dueItems(['https://a.example/feed'], '2034-02-02T10:00:00.000Z', 10);
  await ledger.statement(kept?.statements[0]?.id ?? '');
  await ledger.snapshot(kept?.report.snapshot ?? '');
  await ledger.origin(line.id);
  await ledger.actor(actor.actor);
  await ledger.reportsOn(actor.actor, page);
  await ledger.saidBy(actor.actor, page);
  await ledger.linkedActors(page);
  for (const sort of ['person', 'body', 'country'] as const) await ledger.linkedActors({ ...page, sort });
  const persons = await ledger.linkedActors(page);
  for (const id of [actor.actor, persons.actors[0]?.id ?? '']) {
    await ledger.bearersOf(id);
    expect((await ledger.wholeActor(id))?.reports).toBe(1);
    await ledger.officesOf(id, 10);
    await ledger.voicesOf(id);
    await ledger.reportsNaming(id, page);
    for (const words of ['', 'talks']) await ledger.saidOnce(id, { words, ...page });
  }
  await ledger.flags(page);
  await ledger.flags({ ...page, kind: 'weekday-does-not-fit' });
  await ledger.flags({ ...page, kind: 'quotation-differs-between-reports' });
  const said = { first: '2031-02-01', last: '2031-02-28' };
  const period = (await ledger.calendarSpan()) ?? { first: '', last: '' };
  const { events } = await ledger.calendar({ ...period, ...page });
  await ledger.goneEvents({ ...period, ...page });
  await ledger.newlySaid({ limit: 10 });
  await ledger.newlySaid({ day: '2031-02-28', limit: 10 });
  await ledger.newlySaid({ since: '2031-02-28', limit: 10 });
  await ledger.newlySaid({ behind: 'utterance:0123456789abcdef', limit: 10 });
  await ledger.ahead({ day: '2031-02-28', limit: 10 });
  await ledger.positionNews(5);
  for (const filter of [
    { kind: 'occasion' },
    { status: 'planned' },
    { kind: 'deed', status: 'planned', words: 'talks', who: 'Pell', place: 'Lorn' },
  ] as const) {
    await ledger.calendar({ ...period, ...page, ...filter });
    await ledger.subscribed({ ...period, ...page, ...filter });
    await ledger.goneEvents({ ...period, ...page, ...filter });
  }
  await ledger.event(events[0]?.event.id ?? '');
  await ledger.eventsTold([kept?.events[0]?.id ?? '']);
  await ledger.textsOf([line.id]);
  await ledger.coverage();
  for (const search of [{ words: 'talks' }, { words: 'talks', outlet: 'A', when: said, held: true }])
    expect((await ledger.find({ ...search, by: 'Pell' })).total).toBeGreaterThan(0);
  for (const search of [
    { words: '', root: 'Pell' },
    { words: 'talks', root: 'Pell' },
    { words: '', root: 'A' },
  ])
    await ledger.find(search);
  for (const order of ['newest', 'oldest', 'latest'] as const) await ledger.find({ words: 'talks', order });
  await ledger.facets({ words: 'talks', root: 'Pell' });
  await ledger.hints({ words: 'talsk', by: 'Pell' });
  await ledger.roots({ kind: 'speaker', ...page });
  await ledger.outlets(page);
  await ledger.takings({ kind: 'speaker', roots: ['Mina Pell'], outlets: ['A'] });
  await ledger.source('A');
  await ledger.toldBy({ outlet: 'A', stood: 'alone', ...page });
  const queued = kept?.statements.find(({ mode }) => mode !== 'held')?.id;
  for (const filter of [
    {},
    { report: line.id },
    { speaker: actor.actor },
    { doubt: 'reading' as const },
    { speaker: actor.actor, doubt: 'reading' as const },
    { report: line.id, doubt: 'reading' as const },
  ]) {
    await ledger.toReview(filter, { limit: 9 });
    await ledger.toReview(filter, { limit: 9, behind: queued });
    await ledger.toReview(filter, { limit: 9, before: queued });
    await ledger.reviewProgress(filter, '2031-03-01T00:00:00.000Z');
  }
  await ledger.decisionsBefore(null, 9);
  await ledger.decisionsBefore(9, 9);
  await ledger.joinedWhole('actor', GROUP);
  await ledger.likely(['will now be held']);
  await ledger.sharing(['will', 'now', 'be', 'held'], 9);
  const own = alertOf('talks', { words: 'talks' });
  await ledger.addAlert(own, null);
  await ledger.alerts();
  await ledger.numbersOf([line.id]);
  const wanted = { search: own.search, actor: null, among: null };
  await ledger.broughtBy({ after: 0, to: 1 }, wanted);
  await ledger.broughtBy({ after: 0, to: 1 }, { ...wanted, search: {}, actor: GROUP });
  await ledger.broughtBy({ after: 0, to: 1 }, { ...wanted, search: {}, among: [] });
  await ledger.newsOf(own.id, page);
  await ledger.newsSince(own.id, null);
  await ledger.toSend(own.id, 10);
  await ledger.claim(own.id, '2034-02-02T10:00:00.000Z', '2034-02-02T10:10:00.000Z');
}

test('no question of a page walks through what grows with the ledger', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'onrecord-plans-')), 'test.ledger');
  const filling = openSqlite(path);
  const entry = await entryOf(TEXT, { published: '2031-02-26', outlet: 'A' });
  await filling.add(entry);
  const speaker = entry.record.statements[0]?.speaker;
  const named = speaker?.kind === 'named' ? (speaker.actor ?? '') : '';
  await filling.linkNext('test', 1, async ({ record: { report } }, links) => {
    await links.put('actor', [
      { unit: 'pell', id: named, report: report.id, keys: [], kept: '{}', alias: GROUP },
    ]);
    const body = { links: [{ a: 'pell', b: 'pell', rule: 'same-name', score: 1 }], kind: 'person' };
    const group = { id: GROUP, name: 'Mina Pell', names: 'Mina Pell', units: ['pell'], first: '', last: '' };
    await links.replace('actor', ['pell'], [{ ...group, body }]);
  });
  await filling.close();
  const database = openToAsk(path);
  const asked = new Set<string>();
  const prepare = database.prepare.bind(database);
  database.prepare = (query) => {
    asked.add(query);
    return prepare(query);
  };
  const ledger = ledgerIn(database, { path, afterStep: () => {} });
  await askAll(ledger);
  const walks = [...asked].flatMap((query) =>
    prepare(`explain query plan ${query}`)
      .all()
      .flatMap(({ detail }) => (LARGE.test(String(detail)) ? [`${detail}: ${query}`] : [])),
  );
  const isAllowed = (walk: string) => ALLOWED.some(([step]) => walk.startsWith(`${step}: `));
  expect(asked.size).toBeGreaterThan(30);
  expect(walks.filter((walk) => !isAllowed(walk))).toEqual([]);
  for (const [step] of ALLOWED)
    expect(
      walks.some((walk) => walk.startsWith(`${step}: `)),
      step,
    ).toBe(true);
  await ledger.close();
});
