import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { oneLane } from '../src/lanes/index.ts';
import { type Ledger, openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { linkerBeside } from '../src/load/linker.ts';
import { addPages, linkNew } from '../src/pipeline/index.ts';
import type { Intake, LinkKind } from '../src/record/index.ts';
import { LINK_KINDS } from '../src/record/index.ts';
import { pageOf } from './reports.ts';

const STORIES = new URL('../evals/links/stories/a/', import.meta.url);
const kit = await loadKit({ tagger: 'linear' });
const lanes = oneLane(kit);
const linker = linkerBeside(lanes.analyser);
const ledgers: Ledger[] = [];
afterAll(async () => {
  for (const ledger of ledgers) await ledger.close();
});

/** The reports of two stories by another hand, as pages. */
const pages = ['01-corrin-herring', '02-front-room-square'].flatMap((story) => {
  const folder = new URL(`${story}/`, STORIES);
  return readdirSync(folder)
    .filter((name) => /^\d+\.txt$/.test(name))
    .map((name) => {
      const given = JSON.parse(readFileSync(new URL(name.replace('txt', 'json'), folder), 'utf8')) as {
        url: string;
        outlet: string;
        published: string;
      };
      return pageOf(readFileSync(new URL(name, folder), 'utf8'), { ...given, path: `${story}/${name}` });
    });
});

async function* each(some: readonly Intake[]) {
  yield* some;
}

async function ledgerWith(some: readonly Intake[], ledger = opened()): Promise<Ledger> {
  for await (const adding of addPages(each(some), { lanes, ledger, linker, now: () => new Date(0) }))
    expect(adding.kind).toBe('added');
  return ledger;
}

function opened(path = ':memory:', afterStep?: Parameters<typeof openSqlite>[1]): Ledger {
  const ledger = openSqlite(path, afterStep);
  ledgers.push(ledger);
  return ledger;
}

/** Which units are one, kind by kind: each group as its sorted units, groups sorted. */
async function partition(ledger: Ledger): Promise<Record<LinkKind, string[]>> {
  const reports = await ledger.reports({ limit: 100, offset: 0 });
  const groups = await ledger.asked(async (links) => {
    const found: [LinkKind, string[]][] = [];
    for (const kind of LINK_KINDS) {
      const members = await links.membersIn(
        kind,
        reports.map(({ id }) => id),
      );
      const told = await links.groupsOf(kind, [...new Set(members.map(({ unit }) => unit))]);
      found.push([kind, told.map(({ units }) => units.toSorted().join('\n')).toSorted()]);
    }
    return found;
  });
  return Object.fromEntries(groups) as Record<LinkKind, string[]>;
}

describe('linking', () => {
  test('gives the same picture in whatever order reports come', async () => {
    const first = await partition(await ledgerWith(pages));
    expect(first.utterance.some((units) => units.includes('\n'))).toBe(true);
    expect(first.event.some((units) => units.includes('\n'))).toBe(true);
    const orders = [pages.toReversed(), pages.toSorted((a, b) => a.text.length - b.text.length)];
    for (const order of orders) expect(await partition(await ledgerWith(order))).toEqual(first);
  });

  test('is gone on with where a process broke off', async () => {
    const whole = await partition(await ledgerWith(pages));
    const ledger = opened();
    for await (const _ of addPages(each(pages), { lanes, ledger, now: () => new Date(0) }));
    const dying = linkNew(ledger, linker, {
      onLinked: () => {
        throw new Error('killed');
      },
    });
    await expect(dying).rejects.toThrow('killed');
    await ledgerWith([], ledger);
    expect(await partition(ledger)).toEqual(whole);
  });

  test('the ids that other members would have given lead to the group', async () => {
    const [forwards, backwards] = [await ledgerWith(pages), await ledgerWith(pages.toReversed())];
    const { events } = await forwards.calendar({ first: '0000', last: '9999', limit: 100, offset: 0 });
    expect(events.length).toBeGreaterThan(3);
    for (const {
      event: { id, members },
    } of events) {
      const other = await backwards.linked('event', id);
      expect(other?.units).toEqual(members.map((member) => member.event).toSorted());
    }
  });

  test('names whoever said something as later reports know them', async () => {
    const text = (name: string, words: string) =>
      `Pier of Lorn\n\n${name}, the harbour master of Lorn, said: “${words}” The Lorn Anglers' Club and Otto Quist were told.\n`;
    const page = (published: string, body: string) => pageOf(body, { published, outlet: published });
    const ledger = await ledgerWith([page('2031-05-06', text('Pell', 'Nobody stands on the old pier now.'))]);
    const [said] = (await ledger.find({ words: '"old pier"' })).statements;
    const named = async () =>
      (await ledger.utterancesWith([said?.statement.id ?? ''])).map(({ speakers }) => speakers[0]?.name);
    expect(await named()).toEqual(['Pell']);
    await ledgerWith([page('2031-05-07', text('Edda Pell', 'The ferry goes from the fish quay.'))], ledger);
    expect(await named()).toEqual(['Edda Pell']);
  });

  test('tells as flags where one report quotes the same words otherwise than another, also made again', async () => {
    const text = (words: string) =>
      `Pier of Lorn\n\n“${words},” Edda Pell, the harbour master of Lorn, told reporters on Tuesday.\n`;
    const words = 'The old pier is rotten and, after twelve hard winters, nobody should ever stand on it';
    const page = (outlet: string, own: string) =>
      pageOf(text(own), { published: '2031-05-06', outlet, path: outlet });
    const ledger = await ledgerWith([
      page('Marrow Gazette', words),
      page('Lorn Evening Post', words.replace(', after twelve hard winters,', '')),
      page('Quarn Argus', words.replace('rotten', 'ROTTEN')),
    ]);
    const asked = { kind: 'quotation-differs-between-reports', limit: 10, offset: 0 } as const;
    const told = await ledger.flags(asked);
    expect(told.flags.map(({ report, flag }) => [report.outlet, flag.spans[0]?.text, flag.message])).toEqual([
      [
        'Lorn Evening Post',
        'and nobody',
        'Words left out without a mark: Marrow Gazette has “and, after twelve hard winters, nobody”.',
      ],
    ]);
    expect(told.total).toBe(1);
    expect((await ledger.flags({ limit: 10, offset: 0 })).flags).toEqual(
      expect.arrayContaining([...told.flags]),
    );
    const [digest] = [await ledger.linkDigest(), await ledger.unlink()];
    expect(await ledger.flags(asked)).toEqual({ total: 0, flags: [] });
    await linkNew(ledger, linker, {});
    expect(await ledger.linkDigest()).toBe(digest);
    expect(await ledger.flags(asked)).toEqual(told);
    expect((await ledger.prove(() => null)).broken.filter(({ what }) => /flag|tally/.test(what))).toEqual([]);
  });

  test('is made again from reports alone, row for row', async () => {
    const ledger = await ledgerWith(pages);
    const before = await ledger.calendar({ first: '0000', last: '9999', limit: 100, offset: 0 });
    const parts = await partition(ledger);
    await ledger.unlink();
    expect((await partition(ledger)).event).toEqual([]);
    expect(await linkNew(ledger, linker, {})).toBe(pages.length);
    expect(await partition(ledger)).toEqual(parts);
    expect(await ledger.calendar({ first: '0000', last: '9999', limit: 100, offset: 0 })).toEqual(before);
  });
});
