import { lastStartingBy, overlapping } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';

/** A time of day or a mark of a list before the name. */
const BEFORE = /^(?:\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?|[-–•*])[\s:–-]*/;
/** "Nordin, after the meeting": when and where it was said is no part of who. */
const CIRCUMSTANCE = /, (?:after|before|at|on|in|during|speaking|asked|by|via) .*$/s;
const MOST_WORDS = 12;
/** A sentence that begins farther before the colon does not introduce anybody. */
const REACH = 1000;

/** "Reader Petra, from Low Quay: “…”": a colon that the tagger took for a cue without a source has its source before it. */
export function introductions(found: readonly Found[], { text, blocks }: Layout): Found[] {
  return found.map((attribution) => {
    const { source, cue } = attribution;
    const [colon] = cue;
    if (source.length > 0 || colon === undefined || text.slice(colon.start, colon.end) !== ':')
      return attribution;
    const [block] = overlapping(blocks, colon);
    const sentence = block?.sentences[lastStartingBy(block.sentences, colon.start)];
    if (sentence === undefined || colon.start - sentence.start > REACH) return attribution;
    const words = text.slice(sentence.start, colon.start);
    const start = sentence.start + (BEFORE.exec(words)?.[0].length ?? 0);
    const who = text.slice(start, colon.start).replace(CIRCUMSTANCE, '').trimEnd();
    if (!/^\p{Lu}/u.test(who) || who.split(/\s+/).length > MOST_WORDS) return attribution;
    return { ...attribution, source: [{ start, end: start + who.length }] };
  });
}
