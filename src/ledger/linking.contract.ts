import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../record/index.ts';
import { entryOf } from './ledger.contract.ts';
import type { Ledger } from './port.ts';

const BRIDGE = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const FERRY = 'Ferry late\n\nThe harbour authority said that the ferry would sail on Monday.';

const readAgain = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What every ledger does where linking breaks. */
export function linkingContract(name: string, open: () => Ledger): void {
  describe(`linking in ${name}`, () => {
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
    });
    afterEach(() => ledger.close());

    test('passes over a report on which linking breaks, alone, and tells of it', async () => {
      const entries = [await entryOf(BRIDGE), await entryOf(FERRY, { path: '2.txt' })];
      for (const entry of entries) await ledger.add(entry);
      const [first, second] = entries.map(({ record }) => record.report.id);
      const worked: string[] = [];
      const work: Parameters<Ledger['linkNext']>[2] = async ({ record: { report } }, links) => {
        worked.push(report.id);
        await links.put('actor', [
          { unit: report.id, id: 'x', report: report.id, keys: [], kept: '{}', alias: report.id },
        ]);
        if (report.id === first) throw new Error('no such speaker');
      };
      expect(await ledger.linkNext('test', 8, work)).toBe(2);
      expect(worked).toEqual([first, second]);
      // Of the one that broke nothing is left.
      const members = await ledger.asked((links) => links.membersOf('actor', [first ?? '', second ?? '']));
      expect(members.map(({ unit }) => unit)).toEqual([second]);
      expect((await ledger.coverage()).unlinkable).toEqual([{ report: first, why: 'no such speaker' }]);
      expect((await ledger.prove(readAgain)).unproved).toContainEqual({
        what: first,
        why: 'it could not be linked (no such speaker): run onrecord rebuild',
      });
      expect(await ledger.linkNext('test', 8, work)).toBe(0);
      await ledger.unlink();
      expect(await ledger.linkNext('test', 8, async () => {})).toBe(2);
      expect((await ledger.coverage()).unlinkable).toEqual([]);
    });

    test('stops where the ledger is damaged, and nothing of that transaction is there', async () => {
      await ledger.add(await entryOf(BRIDGE));
      const work: Parameters<Ledger['linkNext']>[2] = async () => {
        throw new Fault('damaged-ledger', 'expected a report, found none');
      };
      await expect(ledger.linkNext('test', 8, work)).rejects.toMatchObject({ code: 'damaged-ledger' });
      expect(await ledger.isLinked()).toBe(false);
    });
  });
}
