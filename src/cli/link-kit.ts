import type { Ledger } from '../ledger/index.ts';
import { linkerBeside } from '../load/linker.ts';

/** That by which the ledger's reports were linked; null where none is linked. */
export async function linkerOf(ledger: Ledger) {
  const [linker] = await ledger.linkers();
  return linker === undefined ? null : linkerBeside(linker.includes('vectors') ? 'encoder' : 'linear');
}

/** What positions are found with: that by which the ledger's reports were linked. */
export const linkKitOf = async (ledger: Ledger) =>
  await ((await linkerOf(ledger)) ?? linkerBeside('linear')).load();
