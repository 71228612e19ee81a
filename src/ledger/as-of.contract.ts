import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decision } from '../record/index.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';

const ISSUE = decision.parse({
  id: 'decision:00000000000000aa',
  kind: 'issue',
  issue: { id: 'issue:00000000000000aa', proposition: 'The bridge should be closed', terms: [] },
  by: 'A tester',
  at: '2031-05-01T10:00:00Z',
  why: null,
});
const UNDO = decision.parse({
  id: 'decision:00000000000000ab',
  kind: 'undo',
  undoes: ISSUE.id,
  by: 'A tester',
  at: '2031-05-02T10:00:00Z',
  why: null,
});

/** Every ledger tells whether it stands as it stood. */
export function asOfContract(name: string, open: () => Ledger): void {
  describe(`${name}: how it stands`, () => {
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
    });
    afterEach(() => ledger.close());

    test('is another word after each report, each that is linked and each decision, and else the same', async () => {
      const told = [await ledger.asOf()];
      const steps = [
        async () =>
          void (await ledger.add(await entryOf('Ferry late\n\nThe harbour said that it was late.'))),
        async () => void (await ledger.linkNext('test', 8, async () => {})),
        () => ledger.decide(ISSUE),
        () => ledger.decide(UNDO),
      ];
      for (const step of steps) {
        await step();
        told.push(await ledger.asOf());
        expect(await ledger.asOf()).toBe(told.at(-1));
      }
      expect(new Set(told).size).toBe(5);
    });

    test('the issues that stand are those that nobody took back', async () => {
      await ledger.decide(ISSUE);
      expect((await ledger.issues()).map(({ id }) => id)).toEqual(['issue:00000000000000aa']);
      await ledger.decide(UNDO);
      expect(await ledger.issues()).toEqual([]);
    });
  });
}
