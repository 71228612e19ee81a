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
      const words = text.slice(sentence.start, sentence.end);
      const match = QUOTED.exec(words);
      if (match === null) return [];
      const parts = partsOf(words, match, sentence.start);
      if (parts === null) return [];
      const { source, quoted, as } = parts;
      const near = overlapping(outermost, { start: sentence.start, end: quoted.end });
      const before = near.findLast(({ end }) => end <= quoted.start);
      const around = near.find(({ end, closing }) => end > quoted.start && closing === 'closed');
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
        : [{ source: [source], cue: [quoted, as], content: [content], confidence: CONFIDENCE }];
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

/** Who is quoted, and the two parts of the cue: behind the verb, or before it in "Lunn was quoted by the agency as saying". */
function partsOf(
  words: string,
  match: RegExpExecArray,
  offset: number,
): { source: Range; quoted: Range; as: Range } | null {
  const range = groupRanges(match, offset);
  const parts = { source: range('source'), quoted: range('cue'), as: range('as') };
  if (match.groups?.source?.startsWith('by ') !== true) return parts;
  const subject = subjectBefore(words, match.index);
  if (subject === null) return null;
  const source = { start: offset + subject.start, end: offset + subject.end };
  return { ...parts, source, quoted: { start: source.end + 1, end: parts.quoted.end } };
}

const PASSIVE = new Set(['was', 'were', 'is', 'are', 'been', 'being']);

/** The words before "was quoted", from the last mark on. */
function subjectBefore(words: string, at: number): Range | null {
  const before = words.slice(0, at).trimEnd();
  const verb = before.lastIndexOf(' ');
  if (!PASSIVE.has(before.slice(verb + 1)) || verb < 0) return null;
  const from = Math.max(...[',', ';', ':', '”', '"'].map((mark) => before.lastIndexOf(mark, verb))) + 1;
  const start = from + (/^\s*/.exec(before.slice(from))?.[0].length ?? 0);
  return start < verb ? { start, end: verb } : null;
}
