import { LINKER } from '../link/index.ts';
import { loadLinkKit } from './link.ts';

/** What links the reports that an analyser read, loaded when there is something to link: the encoder's by vectors too. */
export function linkerBeside(analyser: string) {
  const vectors = analyser.startsWith('encoder');
  return { name: vectors ? `${LINKER} with vectors` : LINKER, load: () => loadLinkKit({ vectors }) };
}
