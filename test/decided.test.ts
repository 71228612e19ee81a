import { afterAll, describe, expect, test } from 'vitest';
import { type Lanes, oneLane } from '../src/lanes/index.ts';
import { type Ledger, openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { linkerBeside } from '../src/load/linker.ts';
import {
  addPages,
  anchorOf,
  decideAndLink,
  linkNew,
  mergeOf,
  type NewLinkDecision,
  proveLedger,
  rebuild,
  splitOf,
  statementNamed,
} from '../src/pipeline/index.ts';
import {
  type ActorBody,
  type Decision,
  decision,
  JOINED_KINDS,
  type ReportRecord,
  type Statement,
  type StatementDecision,
} from '../src/record/index.ts';
import { pageOf } from './reports.ts';

const told: Readonly<Record<string, readonly [outlet: string, published: string, text: string]>> = {
  pell: [
    'Marrow Gazette',
    '2031-05-06',
    'Old pier is shut\n\nEdda Pell, the harbour master of Lorn, said: “Nobody stands on the old pier until every plank has been looked at.” The Lorn Anglers’ Club was told.\n\nThe harbour board of Lorn will meet on May 20, 2031, to discuss the repairs of the old pier.\n',
  ],
  again: [
    'Lorn Evening Post',
    '2031-05-07',
    'Anglers keep off the pier\n\nEdda Pell, the harbour master of Lorn, said: “Nobody stands on the old pier until every plank has been looked at.” Boats moor at the fish quay.\n\nThe harbour board of Lorn will meet on May 20, 2031, to discuss the repairs of the old pier.\n',
  ],
  grebel: [
    'Quay Radio',
    '2031-06-11',
    'Harbour master married\n\nEdda Grebel, who runs the harbour of Lorn, said: “We look at the planks one by one, and until then the pier is closed.”\n\nThe board of the port will come together in Marrow on May 27, 2031.\n',
  ],
  dealer: [
    'The Sannow Echo',
    '2031-05-09',
    'Herring is dear\n\nEdda Pell, a fish dealer in Sannow, said: “Herring costs twice as much as a year ago.” The boats stay in.\n\n“Nobody buys a fish for four crowns,” Pell said.\n',
  ],
  bare: [
    'Lorn Observer',
    '2031-05-08',
    'Planks are looked at\n\nPell, the harbour master, said: “The carpenters begin with the oldest planks tomorrow.” The Lorn Anglers’ Club will help.\n',
  ],
  double: [
    'Sannow Radio',
    '2031-05-06',
    'Two dates at the harbour\n\nThe harbour board of Lorn will meet on May 20, 2031, to discuss the repairs.\n\nThe fish auction of Sannow will open on June 3, 2031.\n',
  ],
};
type Name = 'double' | 'pell' | 'again' | 'grebel' | 'dealer' | 'bare';
const ALL: readonly Name[] = ['pell', 'again', 'grebel', 'dealer', 'bare'];

const lanes = oneLane(await loadKit({ tagger: 'linear' }));
const linker = linkerBeside(lanes.analyser);
const now = () => new Date(0);
const ledgers: Ledger[] = [];
afterAll(async () => {
  for (const ledger of ledgers) await ledger.close();
});

/** Adds reports, in this order. */
async function add(ledger: Ledger, names: readonly Name[]): Promise<void> {
  async function* pages() {
    for (const name of names) {
      const [outlet, published, text] = told[name] ?? ['', '', ''];
      yield pageOf(text, { outlet, published, path: `${name}.txt` });
    }
  }
  for await (const adding of addPages(pages(), { lanes, ledger, linker, now }))
    expect(adding.kind).toBe('added');
}

async function ledgerOf(...names: readonly Name[]): Promise<Ledger> {
  const ledger = openSqlite(':memory:');
  ledgers.push(ledger);
  await add(ledger, names);
  return ledger;
}

const whole = await ledgerOf(...ALL);
/** The reports by name. */
const ids = new Map(
  (await whole.reports({ limit: 100, offset: 0 })).map(({ id, outlet }) => [
    ALL.find((name) => told[name]?.[0] === outlet),
    id,
  ]),
);

/** The picture: which members are one, kind by kind, and how they are called, whatever their ids. */
async function pictureOf(ledger: Ledger) {
  const reports = [...ids.values()];
  return await ledger.asked(async (links) => {
    const found: Record<string, string[]> = {};
    for (const kind of JOINED_KINDS) {
      const members = await links.membersIn(kind, reports);
      const groups = await links.groupsOf(kind, [...new Set(members.map(({ unit }) => unit))]);
      const own = groups.map(({ units, names }) =>
        [...members.filter(({ unit }) => units.includes(unit)).map(({ report, id }) => `${report} ${id}`)]
          .toSorted()
          .concat(names)
          .join('\n'),
      );
      found[kind] = own.toSorted();
    }
    return found;
  });
}

/** The id of something in a report whose words have some. */
async function idOf(kind: (typeof JOINED_KINDS)[number], name: Name, words = ''): Promise<string> {
  const report = ids.get(name) ?? '';
  const kept = await whole.report(report);
  if (kind === 'actor') {
    const actor = kept?.actors.find((one) => one.name.includes(words));
    const [member] = await whole.asked(async (links) =>
      (await links.membersIn('actor', kept === null ? [] : [kept.report.id])).filter(
        ({ id }) => id === actor?.actor,
      ),
    );
    return member?.alias ?? '';
  }
  if (kind === 'event') return kept?.events[0]?.id ?? '';
  return kept?.statements.find(({ content }) => content.some(({ text }) => text.includes(words)))?.id ?? '';
}

let nth = 0;
type Undoing = Pick<Extract<Decision, { kind: 'undo' }>, 'kind' | 'undoes'>;
const signed = (made: NewLinkDecision | Undoing | Pick<StatementDecision, 'kind' | 'on'>) =>
  decision.parse({
    ...made,
    id: `decision:${String(nth++).padStart(16, '0')}`,
    by: 'A tester',
    at: '2031-07-01T00:00:00Z',
    why: 'known in town',
  });

const groupOf = async (ledger: Ledger, kind: (typeof JOINED_KINDS)[number], id: string) =>
  (await ledger.linked(kind, id))?.id;

const PELL = await idOf('actor', 'pell', 'Pell');
const GREBEL = await idOf('actor', 'grebel', 'Grebel');
const DEALER = await idOf('actor', 'dealer', 'Pell');
const BARE = await idOf('actor', 'bare', 'Pell');
const PLANKS = await idOf('utterance', 'pell', 'Nobody');
const SAME = await idOf('utterance', 'again', 'Nobody');
const CLOSED = await idOf('utterance', 'grebel', 'one by one');
const DEAR = await idOf('utterance', 'dealer', 'twice');
const FOUR = await idOf('utterance', 'dealer', 'four crowns');
const LORN = await idOf('actor', 'grebel', 'Lorn');
const MARROW = await idOf('actor', 'grebel', 'Marrow');
const MEETING = await idOf('event', 'pell');
const MET = await idOf('event', 'again');
const TOGETHER = await idOf('event', 'grebel');

const cases: readonly (readonly [
  name: string,
  kind: (typeof JOINED_KINDS)[number],
  how: 'merge' | 'split',
  a: string,
  b: string,
  stays: readonly string[],
])[] = [
  ['a person under two names', 'actor', 'merge', PELL, GREBEL, [BARE]],
  ['two persons of one name', 'actor', 'split', PELL, DEALER, [BARE]],
  ['a surname that is another’s', 'actor', 'split', PELL, BARE, []],
  ['words in other words', 'utterance', 'merge', PLANKS, CLOSED, [SAME]],
  ['the same words, said twice', 'utterance', 'split', PLANKS, SAME, []],
  ['two sentences of one report', 'utterance', 'merge', DEAR, FOUR, []],
  ['two names of one report', 'actor', 'merge', LORN, MARROW, []],
  ['a meeting called otherwise', 'event', 'merge', MEETING, TOGETHER, [MET]],
  ['two meetings on one day', 'event', 'split', MEETING, MET, []],
];

describe.each(cases)('%s: %s, %s', (_, kind, how, a, b, stays) => {
  const made = async (ledger: Ledger) =>
    signed(how === 'merge' ? await mergeOf(ledger, [a, b]) : await splitOf(ledger, a, b));

  test('is decided, stays so when all is made again, and is undone', async () => {
    const ledger = await ledgerOf(...ALL);
    const before = { picture: await pictureOf(ledger), digest: await ledger.linkDigest() };
    const one = await made(ledger);
    await decideAndLink(ledger, linker, one);
    const isOne = (await groupOf(ledger, kind, a)) === (await groupOf(ledger, kind, b));
    expect(isOne).toBe(how === 'merge');
    for (const other of stays)
      expect(await groupOf(ledger, kind, other)).toBe(await groupOf(ledger, kind, a));
    expect(await ledger.decidedLinks({ kind, id: a })).toMatchObject([{ state: 'in force' }]);
    const again = await rebuild({ ledger, lanes, linker, now });
    expect(again.after).toBe(again.before);
    expect((await proveLedger(ledger)).broken).toEqual([]);
    await decideAndLink(ledger, linker, signed({ kind: 'undo', undoes: one.id }));
    expect(await pictureOf(ledger)).toEqual(before.picture);
    expect(await ledger.linkDigest()).toBe(before.digest);
    expect(await ledger.decidedLinks()).toMatchObject([{ state: 'undone' }]);
  });

  test('gives the same picture before the reports, between them and after', async () => {
    const last = await ledgerOf(...ALL);
    const one = await made(last);
    await decideAndLink(last, linker, one);
    const picture = await pictureOf(last);
    for (const order of [ALL, ALL.toReversed()])
      for (const at of [0, 1, 2, 3, 4]) {
        const ledger = await ledgerOf(...order.slice(0, at));
        await decideAndLink(ledger, linker, one);
        await add(ledger, order.slice(at));
        expect(await pictureOf(ledger), `${order} at ${at}`).toEqual(picture);
      }
  });
});

describe('a decision', () => {
  test('leads former ids to the one, and says why two are one', async () => {
    const ledger = await ledgerOf(...ALL);
    await decideAndLink(ledger, linker, signed(await mergeOf(ledger, [PELL, GREBEL])));
    const actor = await ledger.linked('actor', GREBEL);
    expect(actor).toEqual(await ledger.linked('actor', PELL));
    expect((actor?.body as ActorBody | undefined)?.links).toContainEqual({
      a: 'edda pell',
      b: 'edda grebel',
      rule: 'decided',
      score: 1,
    });
    const [said] = await ledger.utterancesWith([CLOSED]);
    expect(said?.speakers).toEqual([{ who: actor?.id, name: actor?.name }]);
    await decideAndLink(ledger, linker, signed(await mergeOf(ledger, [MEETING, TOGETHER])));
    const line = await ledger.eventLine(TOGETHER);
    expect(line?.event.members.map(({ event }) => event).toSorted()).toEqual(
      [MEETING, MET, TOGETHER].toSorted(),
    );
    expect(line?.event.members.at(-1)?.link).toMatchObject({ rule: 'decided', score: 1 });
  });

  test('that comes later wins, and one that is taken out may be one with another that is', async () => {
    const ledger = await ledgerOf(...ALL);
    const again = await idOf('actor', 'again', 'Pell');
    const first = signed(await splitOf(ledger, PELL, DEALER));
    await decideAndLink(ledger, linker, first);
    await decideAndLink(ledger, linker, signed(await mergeOf(ledger, [DEALER, again])));
    expect(await groupOf(ledger, 'actor', again)).toBe(await groupOf(ledger, 'actor', DEALER));
    expect(await groupOf(ledger, 'actor', PELL)).not.toBe(await groupOf(ledger, 'actor', DEALER));
    expect(await groupOf(ledger, 'actor', PELL)).toBe(await groupOf(ledger, 'actor', BARE));
    await decideAndLink(ledger, linker, signed(await mergeOf(ledger, [DEALER, PELL])));
    expect(await groupOf(ledger, 'actor', PELL)).toBe(await groupOf(ledger, 'actor', DEALER));
    expect((await ledger.decidedLinks()).map(({ state }) => state)).toEqual([
      'overruled',
      'in force',
      'in force',
    ]);
    const made = await rebuild({ ledger, lanes, linker, now });
    expect(made.after).toBe(made.before);
  });

  test('survives an analyser that moves edges, and is orphaned by one that finds nothing there', async () => {
    const ledger = await ledgerOf(...ALL);
    await decideAndLink(ledger, linker, signed(await mergeOf(ledger, [PLANKS, CLOSED])));
    await decideAndLink(ledger, linker, signed(await mergeOf(ledger, [PELL, GREBEL])));
    const other = (analyser: string, alter: (record: ReportRecord) => ReportRecord): Lanes => ({
      ...lanes,
      analyser,
      analyse: async (...given) =>
        (await lanes.analyse(...given)).map((one) => ('code' in one ? one : alter(one))),
    });
    const moved = other('moves edges', (record) => ({
      ...record,
      statements: record.statements.map((one) => ({
        ...one,
        id: `${one.id}.2` as Statement['id'],
        content: one.content.map(({ start, end, text }) => ({ start: start + 1, end, text: text.slice(1) })),
      })),
    }));
    const states = async () => (await ledger.decidedLinks()).map(({ state }) => state);
    await rebuild({ ledger, lanes: moved, linker, now });
    expect(await states()).toEqual(['in force', 'in force']);
    expect(await groupOf(ledger, 'utterance', `${PLANKS}.2`)).toBe(
      await groupOf(ledger, 'utterance', `${CLOSED}.2`),
    );
    const blind = other('sees nobody', (record) => ({
      ...record,
      statements: [],
      actors: record.actors.filter(({ name }) => name !== 'Edda Grebel'),
    }));
    await rebuild({ ledger, lanes: blind, linker, now });
    expect(await states()).toEqual(['orphaned', 'orphaned']);
    await rebuild({ ledger, lanes, linker, now });
    expect(await states()).toEqual(['in force', 'in force']);
  });

  test('that rejects a statement takes it out of its utterance and of a merge, until it is undone', async () => {
    const ledger = await ledgerOf(...ALL);
    await decideAndLink(ledger, linker, signed(await mergeOf(ledger, [PLANKS, CLOSED])));
    const before = { picture: await pictureOf(ledger), digest: await ledger.linkDigest() };
    const rendering = async (id: string) =>
      (await ledger.utterancesWith([id])).flatMap(({ renditions }) => renditions.map((one) => one.statement));
    const states = async () => (await ledger.decisionLines()).map(({ state }) => state);
    const all = await rendering(PLANKS);
    expect(all).toEqual(expect.arrayContaining([PLANKS, SAME, CLOSED]));
    const rejected: Decision[] = [];
    for (const id of [SAME, CLOSED]) {
      const made = signed({ kind: 'reject', on: anchorOf(await statementNamed(ledger, id)) });
      await decideAndLink(ledger, linker, made);
      expect(await rendering(id)).toEqual([]);
      rejected.push(made);
    }
    const left = await rendering(PLANKS);
    expect(left).toContain(PLANKS);
    expect(left.filter((id) => !all.includes(id) || id === SAME || id === CLOSED)).toEqual([]);
    expect(await states()).toEqual(['orphaned', 'in force', 'in force']);
    const again = await rebuild({ ledger, lanes, linker, now });
    expect(again.after).toBe(again.before);
    expect((await proveLedger(ledger)).broken).toEqual([]);
    for (const { id } of rejected) await decideAndLink(ledger, linker, signed({ kind: 'undo', undoes: id }));
    expect(await pictureOf(ledger)).toEqual(before.picture);
    expect(await ledger.linkDigest()).toBe(before.digest);
    expect(await states()).toEqual(['in force', 'undone', 'undone', 'in force', 'in force']);
  });

  test('on a report that is not there yet is orphaned until it comes', async () => {
    const made = signed(await mergeOf(whole, [PELL, GREBEL]));
    const ledger = await ledgerOf('pell');
    await decideAndLink(ledger, linker, made);
    expect(await ledger.decidedLinks()).toMatchObject([{ state: 'orphaned' }]);
    await add(ledger, ['grebel']);
    expect(await ledger.decidedLinks()).toMatchObject([{ state: 'in force' }]);
  });

  test('that was kept and not linked yet is waiting, and the next who links goes on', async () => {
    const ledger = await ledgerOf(...ALL);
    await ledger.decide(signed(await mergeOf(ledger, [PELL, GREBEL])));
    expect(await ledger.decidedLinks()).toMatchObject([{ state: 'waiting' }]);
    expect(await linkNew(ledger, linker)).toBe(2);
    expect(await ledger.decidedLinks()).toMatchObject([{ state: 'in force' }]);
  });

  test.each<[string, code: string, (ledger: Ledger) => Promise<unknown>]>([
    ['of an id that is none', 'not-linked', (ledger) => mergeOf(ledger, ['who:0000000000000000', PELL])],
    ['of words that are no id', 'not-linked', (ledger) => mergeOf(ledger, ['Edda Pell', PELL])],
    ['of one alone', 'too-few', (ledger) => mergeOf(ledger, [PELL])],
    ['of two kinds', 'of-two-kinds', (ledger) => mergeOf(ledger, [PELL, MEETING])],
    ['of what is one', 'already-one', (ledger) => mergeOf(ledger, [PELL, BARE])],
    ['of a member that is none', 'no-member', (ledger) => splitOf(ledger, PELL, GREBEL)],
    ['of what is alone', 'already-alone', (ledger) => splitOf(ledger, GREBEL, GREBEL)],
    [
      'of words that its report does not have',
      'span-does-not-hold',
      async (ledger) => {
        const made = await mergeOf(ledger, [PELL, GREBEL]);
        const spans = made.one.spans.map((span) => ({ ...span, text: 'Otto Pell' }));
        await ledger.decide(signed({ ...made, one: { ...made.one, spans } }));
      },
    ],
  ])('%s is refused: %s', async (_, code, decide) => {
    await expect(decide(whole)).rejects.toMatchObject({ code });
    expect(await whole.decisions()).toEqual([]);
  });

  test('that two events of one report are one is refused', async () => {
    const ledger = await ledgerOf('double');
    const { events } = await ledger.calendar({ first: '2031', last: '2032', limit: 9, offset: 0 });
    expect(events).toHaveLength(2);
    const two = events.map(({ event }) => event.id);
    await expect(mergeOf(ledger, two)).rejects.toMatchObject({ code: 'of-one-report' });
  });
});
