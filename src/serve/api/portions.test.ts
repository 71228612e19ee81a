import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exampleLedger } from '../../../test/examples.ts';
import type { Ledger } from '../../ledger/index.ts';
import { entryOf } from '../../ledger/ledger.contract.ts';
import { app } from '../app.ts';
import { cursorIn, cursorText } from './cursor.ts';
import { placeBehind } from './onward.ts';

const listOf = (names: readonly string[]) => ({
  ask: async ({ limit, offset }: { limit: number; offset: number }) => ({
    lines: names.slice(offset, offset + limit),
  }),
  nameOf: (name: string) => name,
});
const named = (count: number, from = 0) => Array.from({ length: count }, (_, nth) => `line ${from + nth}`);

describe('where a list goes on', () => {
  test.each([
    ['nothing changed', named(30), 10],
    ['three came before', ['a', 'b', 'c', ...named(30)], 13],
    ['two went before', named(30).slice(2), 8],
    ['very many came before', [...named(2000, 1000), ...named(30)], 2010],
  ])('%s: behind the line that was told last', async (_, names, place) => {
    expect(await placeBehind(listOf(names), { offset: 10, behind: 'line 9' })).toBe(place);
  });

  test('a line that is gone is told', async () => {
    const names = named(30).filter((name) => name !== 'line 9');
    expect(await placeBehind(listOf(names), { offset: 10, behind: 'line 9' })).toBeNull();
  });

  test('a cursor comes back as it went, and anything else is none', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.option(fc.string({ maxLength: 60 })), (offset, behind) => {
        expect(cursorIn(cursorText({ offset, behind }))).toEqual({ offset, behind });
      }),
    );
    for (const odd of ['x', 'bnVsbA', '__proto__', cursorText({ offset: -1, behind: null })])
      expect(cursorIn(odd), odd).toBeNull();
  });
});

let ledger: Ledger;
let web: ReturnType<typeof app>;
const ask = async (path: string) =>
  await web.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
const answer = z.looseObject({
  data: z.looseObject({ lists: z.array(z.looseObject({ actors: z.array(z.unknown()) })).optional() }),
  next: z.string().nullable(),
});

/** All lines of a list, portion by portion. */
async function walked(path: string, linesOf: (data: z.infer<typeof answer>['data']) => unknown) {
  const all: unknown[] = [];
  const portions: number[] = [];
  for (let next: string | null = path; next !== null; ) {
    const response = await ask(next);
    expect(response.status, next).toBe(200);
    const told = answer.parse(await response.json());
    const lines = z.array(z.unknown()).parse(linesOf(told.data));
    expect(response.headers.get('link')).toBe(told.next === null ? null : `<${told.next}>; rel="next"`);
    all.push(...lines);
    portions.push(lines.length);
    next = told.next;
  }
  return { all: all.map((line) => JSON.stringify(line)), portions };
}

beforeAll(async () => {
  ledger = await exampleLedger();
  web = app(ledger, { check: async () => ({ refused: 'no' }), bytePlaces: () => new Uint32Array() });
}, 60_000);
afterAll(async () => {
  await ledger?.close();
});

describe('lists as data', () => {
  const actor = async () => {
    const { actors } = await ledger.linkedActors({ limit: 1, offset: 0 });
    return actors[0]?.id ?? '';
  };

  test.each<[string, (data: z.infer<typeof answer>['data']) => unknown]>([
    ['/reports.json', (data) => data.reports],
    ['/search.json?when=2034', (data) => data.statements],
    ['/search.json?q=pier&order=newest', (data) => data.statements],
    ['/flags.json', (data) => data.flags],
    ['/actors.json', (data) => data.lists?.[0]?.actors],
    ['/actors.json?kind=person', (data) => data.lists?.[0]?.actors],
    ['/actors.json?q=e', (data) => data.lists?.[0]?.actors],
    ['/calendar.json?month=2034-05', (data) => data.events],
    ['/sources.json', (data) => data.outlets],
    ['/today.json', (data) => data.said],
    ['/review.json', (data) => data.queue],
    ['/a/ACTOR.json', (data) => z.looseObject({ said: z.unknown() }).parse(data.said).said],
    ['/a/ACTOR/reports.json', (data) => data.inReports],
  ])('%s: portions of two are all of it in its order, each once', async (address, linesOf) => {
    const path = address.replace('ACTOR', await actor());
    const joined = path.includes('?') ? '&' : '?';
    const whole = await walked(`${path}${joined}limit=200`, linesOf);
    const { all, portions } = await walked(`${path}${joined}limit=2`, linesOf);
    expect(whole.portions).toHaveLength(1);
    expect(all).toEqual(whole.all);
    expect(new Set(all).size).toBe(all.length);
    expect(portions.slice(0, -1).every((count) => count === 2)).toBe(true);
  });

  test('a filter holds on in what follows', async () => {
    const { next } = answer.parse(await (await ask('/search.json?when=2034&act=say&limit=1')).json());
    expect(next).toMatch(/^\/search\.json\?when=2034&act=say&limit=1&cursor=/);
  });

  test.each(['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'cursor=bnVsbA'])('%s is wrong', async (odd) => {
    for (const path of ['/reports.json', '/today.json', '/review/decisions.json']) {
      const response = await ask(`${path}?${odd}`);
      expect([path, response.status]).toEqual([path, 400]);
      expect(await response.json()).toMatchObject({ errors: [{ parameter: odd.split('=')[0] }] });
    }
  });

  test('what comes meanwhile is told neither twice nor in place of another', async () => {
    const before = await walked('/reports.json', (data) => data.reports);
    const { next } = answer.parse(await (await ask('/reports.json?limit=3')).json());
    await ledger.add(await entryOf('Ferry late\n\nThe harbour said that it was late.', { outlet: 'Quay' }));
    const after = await walked(next ?? '', (data) => data.reports);
    expect(after.all).toEqual(before.all.slice(3));
  });
});
