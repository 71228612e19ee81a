import { isMainThread } from 'node:worker_threads';
import type { Kit } from '../../src/analyse/index.ts';

/** What a text has to hold for the kit to break on it, each in its own way. */
export const THROWS = 'the tagger throws here';
export const ENDS = 'the thread ends here';
export const FILLS = 'the memory fills here';

/** A kit that breaks on texts that are marked for it: a fault put in on purpose. */
export function faulty(kit: Kit): Kit {
  const tagger: Kit['tagger'] = {
    name: kit.tagger.name,
    tag: (layouts, part) => {
      for (const { text } of layouts) breakOn(text);
      return kit.tagger.tag(layouts, part);
    },
  };
  return { ...kit, tagger };
}

function breakOn(text: string): void {
  if (text.includes(THROWS)) throw new TypeError('a fault put in on purpose\nwith a second line');
  if (isMainThread) return;
  if (text.includes(ENDS)) process.exit(3);
  if (text.includes(FILLS))
    for (const kept: number[][] = []; ; ) kept.push(new Array(100_000).fill(kept.length));
}
