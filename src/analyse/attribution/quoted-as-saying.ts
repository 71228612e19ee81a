import { overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, groupRanges } from './found.ts';

/** "“…,” the agency quoted Lunn, a spokeswoman, as saying": whoever is quoted says it, the agency passes it on. */
const QUOTED =
  /(?<cue>(?:has |have |had )?(?:quot|cit)(?:ed|es|ing)) (?<source>[^“”";:]{2,90}?),? (?<as>as (?:saying|telling|adding|writing|stating|noting))(?<colon>:)?/du;
const CONFIDENCE = 0.8;

/** The construction "quoted X as saying", with the quotation before it or what follows it. */
export function quotedAsSaying(found: readonly Found[], { text, blocks, quotations }: Layout): Found[] {
  const outermost = quotations.filter(({ level }) => level === 0);
  const made = blocks
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence): Found[] => {
      const match = QUOTED.exec(text.slice(sentence.start, sentence.end));
      if (match === null) return [];
      const range = groupRanges(match, sentence.start);
      const cue = [range('cue'), range('as')];
      const near = overlapping(outermost, { start: sentence.start, end: range('cue').end });
      const before = near.findLast(({ end }) => end <= range('cue').start);
      const around = near.find(({ end, closing }) => end > range('cue').start && closing === 'closed');
      const from = sentence.start + match.index + match[0].length;
      const rest = text
        .slice(from, Math.min(sentence.end, (around?.end ?? sentence.end + 1) - 1))
        .trim()
        .replace(/[.!]$/, '');
      const behind = text.indexOf(rest, from);
      const content =
        before === undefined
          ? { start: behind, end: behind + rest.length }
          : { start: before.start, end: before.end };
      return content.start >= content.end
        ? []
        : [{ source: [range('source')], cue, content: [content], confidence: CONFIDENCE }];
    });
  if (made.length === 0) return [...found];
  const inOrder = (ranges: Range[]) => ranges.toSorted((a, b) => a.start - b.start);
  const parts = inOrder(made.flatMap(({ cue, source }) => [...cue, ...source]));
  const contents = inOrder(made.flatMap(({ content }) => content));
  const isOld = ({ cue, content }: Found) =>
    cue.some((range) => overlapping(parts, range).length > 0) ||
    (cue.length === 0 && content.some((range) => overlapping(contents, range).length > 0));
  return [...found.filter((one) => !isOld(one)), ...made];
}
