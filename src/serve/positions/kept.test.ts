import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Ledger, openSqlite } from '../../ledger/index.ts';
import { entryOf } from '../../ledger/ledger.contract.ts';
import { decision, type Issue } from '../../record/index.ts';
import { keptPictures } from './kept.ts';
import type { Positions } from './told.ts';

const NOBODY: Positions = { positions: [], changes: [] };
const DEFINED = decision.parse({
  id: 'decision:00000000000000aa',
  kind: 'issue',
  issue: { id: 'issue:00000000000000aa', proposition: 'The bridge should be closed', terms: [] },
  by: 'A tester',
  at: '2031-05-01T10:00:00Z',
  why: null,
});

let ledger: Ledger;
let issue: Issue;
beforeEach(async () => {
  ledger = openSqlite(':memory:');
  await ledger.decide(DEFINED);
  const [own] = await ledger.issues();
  if (own === undefined) throw new Error('expected the issue');
  issue = own;
});
afterEach(() => ledger.close());

const add = async () =>
  void (await ledger.add(await entryOf('Ferry late\n\nThe harbour said that it was late.')));

describe('positions that are kept', () => {
  test('are found once for all who ask, and again only when the ledger stands otherwise', async () => {
    let asked = 0;
    const [first, second] = [Promise.withResolvers<Positions>(), Promise.withResolvers<Positions>()];
    const kept = keptPictures(ledger, () => (++asked === 1 ? first : second).promise);
    expect(await kept.ask(issue, 0)).toEqual({ picture: null, isFresh: false, isFailed: false });
    expect((await kept.ask(issue, 0)).picture).toBeNull();
    first.resolve(NOBODY);
    expect(await kept.ask(issue, 5_000)).toMatchObject({ picture: { told: [], turns: [] }, isFresh: true });
    await kept.ask(issue, 0);
    expect(asked).toBe(1);
    await add();
    const former = await kept.ask(issue, 0);
    expect(former.picture).not.toBeNull();
    expect(former.isFresh).toBe(false);
    second.resolve(NOBODY);
    expect((await kept.ask(issue, 5_000)).isFresh).toBe(true);
    expect(asked).toBe(2);
  });

  test('tell that finding them went wrong, and are tried again', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    let asked = 0;
    const kept = keptPictures(ledger, async () => {
      if (++asked === 1) throw new Error('no model');
      return NOBODY;
    });
    expect(await kept.ask(issue, 5_000)).toEqual({ picture: null, isFresh: false, isFailed: true });
    expect(complaints.mock.calls.flat().join()).toContain('no model');
    expect(await kept.ask(issue, 5_000)).toMatchObject({ isFresh: true, isFailed: false });
    complaints.mockRestore();
  });

  test('are begun with for all issues, and a ledger that closes meanwhile harms nobody', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    let asked = 0;
    const kept = keptPictures(ledger, async () => {
      asked += 1;
      return NOBODY;
    });
    await kept.begin();
    await kept.ask(issue, 5_000);
    expect(asked).toBe(1);
    const closed = openSqlite(':memory:');
    await closed.close();
    await keptPictures(closed, async () => NOBODY).begin();
    expect(complaints).toHaveBeenCalled();
    complaints.mockRestore();
  });
});
