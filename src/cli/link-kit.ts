import type { Ledger } from '../ledger/index.ts';
import { linkerBeside } from '../load/linker.ts';

/** What positions are found with: that by which the ledger's reports were linked. */
export async function linkKitOf(ledger: Ledger) {
  const [linker = ''] = await ledger.linkers();
  return await linkerBeside(linker.includes('vectors') ? 'encoder' : 'linear').load();
}
