import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';

/** "A lawyer for the firm, " before the name of the firm, at the beginning of a sentence. */
const BEFORE =
  /(?:^|[.!?]["”’»]?\s|\n)((?:An?|One|The|Its|Their) [^,.;:!?"“”\n]{3,60}? (?:for|of|at|from|with) (?:the|a|an|its) \p{Ll}+(?: \p{Ll}+)?, )$/u;
const REACH = 110;

/** A source that was cut to the name that stands in apposition to "the firm" begins where the sentence does. */
export function wholeSources(found: readonly Found[], { text }: Layout): Found[] {
  return found.map((attribution) => {
    const [first, ...more] = attribution.source;
    if (first === undefined) return attribution;
    const before = BEFORE.exec(text.slice(Math.max(0, first.start - REACH), first.start))?.[1];
    if (before === undefined) return attribution;
    const start = first.start - before.length;
    const isFree = [...attribution.cue, ...attribution.content].every(
      (range) => range.end <= start || range.start >= first.end,
    );
    return isFree ? { ...attribution, source: [{ start, end: first.end }, ...more] } : attribution;
  });
}
