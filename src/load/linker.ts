import { LINKER } from '../link/index.ts';
import { loadLinkKit } from './link.ts';

/** What links the reports that an analyser read, loaded when there is something to link: the encoder's by vectors too. */
export function linkerBeside(analyser: string) {
  const vectors = analyser.startsWith('encoder');
  return { name: vectors ? `${LINKER} with vectors` : LINKER, load: () => loadLinkKit({ vectors }) };
}

/** Whatever knows by what its reports were linked: a ledger. */
interface Linked {
  linkers(): Promise<readonly string[]>;
}

/** That by which a ledger's reports were linked; null where none is linked. */
export async function linkerOf(ledger: Linked) {
  const [linker] = await ledger.linkers();
  return linker === undefined ? null : linkerBeside(linker.includes('vectors') ? 'encoder' : 'linear');
}

/** What positions are found with: that by which a ledger's reports were linked. */
export const linkKitOf = async (ledger: Linked) =>
  await ((await linkerOf(ledger)) ?? linkerBeside('linear')).load();
