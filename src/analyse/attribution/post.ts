import { overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, groupRanges } from './found.ts';

/** The line that ends an embedded post: "— Ada Lunn (@ada) May 14, 2031", "A post shared by Ada Lunn (@ada)". */
const AUTHOR_LINE =
  /(?<cue>[—–-]|A (?:post|photo|video|reel|story) shared by)\s?(?<source>[^—–()@]{0,79}[\p{L}\p{N}.])[^\p{L}\p{N}()@]{0,12}\(@[\w.@-]{1,60}\)[^()]{0,40}$/du;
/** Who wrote a post stands in what its network gives out. */
const CONFIDENCE = 0.98;

/**
 * What an embedded post says, its author says, in writing: also where a text was copied with the line of its author. What
 * others are told to say in it is left to the second look.
 */
export function posts(found: readonly Found[], { text, blocks }: Layout): Found[] {
  const embedded: Range[] = [];
  const own = blocks.flatMap(({ start, end }): Found[] => {
    const match = AUTHOR_LINE.exec(text.slice(start, end));
    if (match === null) return [];
    embedded.push({ start, end });
    const rangeOf = groupRanges(match, start);
    const words = text.slice(start, start + match.index).trimEnd();
    if (words === '') return [];
    const content = { start, end: start + words.length };
    return [
      {
        source: [rangeOf('source')],
        cue: [rangeOf('cue')],
        content: [content],
        confidence: CONFIDENCE,
        turn: true,
      },
    ];
  });
  const isOfPost = ({ cue }: Found) => cue.some((range) => overlapping(embedded, range).length > 0);
  return [...found.filter((attribution) => !isOfPost(attribution)), ...own];
}
