import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pageOf } from '../../test/reports.ts';
import { oneLane } from '../lanes/index.ts';
import { alertOf } from '../ledger/alerts.contract.ts';
import { type Ledger, openSqlite } from '../ledger/index.ts';
import { loadKit } from '../load/index.ts';
import { linkerBeside } from '../load/linker.ts';
import { addPages, anchorOf, decideAndLink, linkNew, personsFor } from '../pipeline/index.ts';
import { type Alert, decision, type Issue, issue, type News, type RawPage } from '../record/index.ts';
import { digestOf, digestRead } from './digest.ts';
import { lookForNews } from './look.ts';

const NOW = '2031-03-20T08:00:00.000Z';
const linker = linkerBeside('linear');
let ledger: Ledger;
let kit: Awaited<ReturnType<typeof loadKit>>;
let linkKit: Awaited<ReturnType<typeof linker.load>>;

beforeAll(async () => {
  kit = await loadKit({ tagger: 'linear' });
  linkKit = await linker.load();
});
beforeEach(() => {
  ledger = openSqlite(':memory:');
});
afterEach(() => ledger.close());

async function* pages(some: readonly RawPage[]) {
  yield* some;
}

/** Adds reports as the command does; `analyser` reads them again. */
async function add(texts: readonly [text: string, published: string, url?: string][], analyser?: string) {
  const lane = oneLane(kit);
  const lanes = { ...lane, analyser: analyser ?? lane.analyser };
  const some = texts.map(([text, published, url]) =>
    pageOf(text, { published, url: url ?? `https://a.example/${published}`, outlet: 'The Courier' }),
  );
  for await (const told of addPages(pages(some), {
    lanes,
    ledger,
    linker: { ...linker, load: async () => linkKit },
    now: () => new Date('2031-03-19T08:00:00Z'),
  }))
    if (told.kind === 'failed') throw new Error(told.refusal.message);
}

const look = () => lookForNews({ ledger, linkKit: async () => linkKit, now: () => new Date(NOW) });

/** The news of an alert in the order of finding, as a line each. */
async function newsOf(alert: Alert): Promise<string[]> {
  const news = await ledger.newsOf(alert.id, { limit: 99, offset: 0 });
  return news.toReversed().map((one) => line(one.news));
}

function line(news: News): string {
  if (news.kind === 'statement') return `${news.who}: ${news.from.words}`;
  if (news.kind === 'position') return `${news.who}: ${news.before.stance} → ${news.stance}`;
  return `${news.what}: ${news.before.when} ${news.before.status} → ${news.now.when} ${news.now.status}`;
}

const SAFE = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const TOLL =
  'Toll to rise\n\n“The bridge will cost more,” Mayor Mina Pell said. “Nobody asked us,” Bea Holt said.';
const COPY = 'Bridge shut\n\n“The bridge is not safe,” Mayor Mina Pell told reporters in Lenn.';

describe('statements', () => {
  test('are told once, where their report came after the alert; read again by another analyser they are not told again', async () => {
    await add([[SAFE, '2031-03-01']]);
    const bridge = alertOf('bridge', { words: 'bridge' });
    await ledger.addAlert(bridge, null);
    expect(await look()).toBe(0);
    await add([[TOLL, '2031-03-02']]);
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    const told = ['Mina Pell: “The bridge will cost more,”'];
    expect(await newsOf(bridge)).toEqual(told);
    await add(
      [
        [SAFE, '2031-03-01'],
        [TOLL, '2031-03-02'],
      ],
      'other/1',
    );
    expect(await look()).toBe(0);
    expect(await newsOf(bridge)).toEqual(told);
  });

  test('a report that says the same again in a later version tells only what is new in it', async () => {
    const bridge = alertOf('bridge', { words: 'bridge' });
    await ledger.addAlert(bridge, null);
    const url = 'https://a.example/bridge';
    await add([[SAFE, '2031-03-01', url]]);
    await look();
    await add([[`${SAFE} “The old bridge too,” Bea Holt said.`, '2031-03-01', url]]);
    await look();
    expect(await newsOf(bridge)).toEqual([
      'Mina Pell: “The bridge is not safe,”',
      'Bea Holt: “The old bridge too,”',
    ]);
  });

  test('tell what people decided meanwhile: not what is rejected, and who said it by a correction', async () => {
    const [bridge, holt] = [alertOf('bridge', { words: 'bridge' }), alertOf('Holt', { by: 'Holt' })];
    for (const one of [bridge, holt]) await ledger.addAlert(one, null);
    await add([
      [SAFE, '2031-03-01'],
      [TOLL, '2031-03-02'],
    ]);
    const decide = async (words: string, what: object) => {
      const [found] = (await ledger.find({ words })).statements;
      if (found === undefined) throw new Error(`expected a statement with ${words}`);
      const whole = { ...what, on: anchorOf(found), by: 'A tester', at: NOW, why: null };
      const id = `decision:${words.length.toString(16).padStart(16, '0')}`;
      await decideAndLink(ledger, linker, decision.parse({ ...whole, id }));
    };
    await decide('safe', { kind: 'reject' });
    const speaker = { kind: 'named', actor: 'actor:bea-holt', name: 'Bea Holt', sort: 'person' };
    const corrected = { content: null, speaker, act: null, said: null, stance: null };
    await decide('"cost more"', { kind: 'correct', corrected });
    await look();
    expect(await newsOf(bridge)).toEqual(['Bea Holt: “The bridge will cost more,”']);
    expect(await newsOf(holt)).toEqual([
      'Bea Holt: “The bridge will cost more,”',
      'Bea Holt: “Nobody asked us,”',
    ]);
  });

  test('of an actor over all reports', async () => {
    await add([[SAFE, '2031-03-01']]);
    const { persons } = await personsFor(ledger, 'Mina Pell', 1);
    const [pell] = persons;
    if (pell === undefined) throw new Error('expected an actor');
    const actor = { id: pell.id as never, name: pell.name };
    const all = alertOf('Pell', {}, { actor });
    const some = alertOf('Pell on costs', { words: 'cost' }, { actor });
    for (const one of [all, some]) await ledger.addAlert(one, null);
    await add([
      [TOLL, '2031-03-02'],
      ['Ferry late\n\n“The ferry will not sail,” Mayor Mina Pell said.', '2031-03-03'],
    ]);
    await look();
    expect(await newsOf(all)).toEqual([
      'Mina Pell: “The bridge will cost more,”',
      'Mina Pell: “The ferry will not sail,”',
    ]);
    expect(await newsOf(some)).toEqual(['Mina Pell: “The bridge will cost more,”']);
  });

  test('each act of saying once, where that is asked', async () => {
    const every = alertOf('every', { words: 'bridge' });
    const once = alertOf('once', { words: 'bridge' }, { once: true });
    for (const one of [every, once]) await ledger.addAlert(one, null);
    await add([
      [SAFE, '2031-03-01'],
      [COPY, '2031-03-02', 'https://b.example/1'],
    ]);
    await look();
    expect(await newsOf(every)).toHaveLength(2);
    expect(await newsOf(once)).toEqual(['Mina Pell: “The bridge is not safe,”']);
  });

  test('what is not linked yet waits, and is told then', async () => {
    const bridge = alertOf('bridge', { words: 'bridge' });
    await ledger.addAlert(bridge, null);
    const lanes = oneLane(kit);
    const page = pageOf(SAFE, { published: '2031-03-01', outlet: 'A' });
    for await (const told of addPages(pages([page]), { lanes, ledger, now: () => new Date(NOW) }))
      expect(told.kind).toBe('added');
    expect(await look()).toBe(0);
    await linkNew(ledger, { ...linker, load: async () => linkKit });
    expect(await look()).toBe(1);
  });
});

describe('an event', () => {
  const SET = 'Talks set\n\nThe talks in Lenn will be held on March 24, Mayor Mina Pell said.';
  const MOVED =
    'Talks moved\n\nThe talks in Lenn, planned for March 24, will now be held on March 30, Mayor Mina Pell said.';

  test('is told when its date or status changes by a new report, and at no other time', async () => {
    await add([[SET, '2031-03-01']]);
    const { events } = await ledger.calendar({
      first: '2031-03-01',
      last: '2031-04-01',
      limit: 9,
      offset: 0,
    });
    const talks = events.find(({ event }) => event.when === '2031-03-24')?.event;
    if (talks === undefined) throw new Error('expected the talks');
    const alert = alertOf('talks', {}, { event: { id: talks.id, what: talks.what } });
    await ledger.addAlert(alert, null);
    await add([
      ['Talks near\n\nThe talks in Lenn will be held on March 24, Mayor Mina Pell said again.', '2031-03-02'],
    ]);
    await look();
    const before = await newsOf(alert);
    await add([[MOVED, '2031-03-03']]);
    await look();
    const after = await newsOf(alert);
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatch(/^talks.*: 2031-03-24 .* → 2031-03-30 rescheduled$/);
    await add([[MOVED, '2031-03-03']], 'other/1');
    await look();
    expect(await newsOf(alert)).toEqual(after);
  });
});

describe('an issue', () => {
  const own: Issue = issue.parse({
    id: 'issue:0123456789abcdef',
    proposition: 'The harbour railway should be shut',
    terms: ['railway', 'line'],
  });
  const AGAINST = 'Line stays\n\n“We will never shut the harbour railway,” Mayor Mina Pell said.';
  const FOR =
    'Line to close\n\n“The harbour railway has to be shut,” Mayor Mina Pell said. “We shall shut the harbour railway,” Pell said.';

  test('positions on it and changes of position, and nothing of other matters', async () => {
    await ledger.decide(
      decision.parse({
        id: 'decision:0123456789abcdef',
        kind: 'issue',
        issue: own,
        by: 'A tester',
        at: NOW,
        why: null,
      }),
    );
    await add([[AGAINST, '2031-03-01']]);
    const alert = alertOf('railway', {}, { issue: { id: own.id, proposition: own.proposition } });
    await ledger.addAlert(alert, null);
    await add([[SAFE, '2031-03-02']]);
    expect(await look()).toBe(0);
    await add([[FOR, '2031-03-03']]);
    await look();
    const told = await newsOf(alert);
    expect(told).toContain('Mina Pell: against → for');
    expect(told).toContain('Mina Pell: “The harbour railway has to be shut,”');
    expect(told.join()).not.toContain('bridge');
    await add([[FOR, '2031-03-03']], 'other/1');
    await add([[TOLL, '2031-03-04']]);
    expect(await look()).toBe(0);
  });
});

test('two that look at the same time tell everything once', async () => {
  const bridge = alertOf('bridge', { words: 'bridge' });
  await ledger.addAlert(bridge, null);
  await add([[SAFE, '2031-03-01']]);
  const both = await Promise.all([look(), look()]);
  expect(both.toSorted()).toEqual([0, 1]);
  expect(await newsOf(bridge)).toHaveLength(1);
});

test('a digest tells what none told before, changes first, and a look back changes nothing', async () => {
  const bridge = alertOf('bridge', { words: 'bridge' });
  for (const one of [bridge, alertOf('ferry', { words: 'ferry' })]) await ledger.addAlert(one, null);
  await add([[SAFE, '2031-03-01']]);
  await look();
  const first = await digestOf(ledger, null);
  expect(first.parts.map(({ alert, news }) => [alert.name, news.length])).toEqual([['bridge', 1]]);
  expect(await digestOf(ledger, null)).toEqual(first);
  await digestRead(ledger, await digestOf(ledger, '2031-03-19'));
  await digestRead(ledger, first);
  expect((await digestOf(ledger, null)).parts).toEqual([]);
  expect((await digestOf(ledger, '2031-03-19')).parts).toHaveLength(1);
  expect((await digestOf(ledger, '2031-03-20')).parts).toEqual([]);
});
