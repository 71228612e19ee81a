import type { Block } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';

/** A list item's mark. A dash longer than a hyphen opens dialogue in many languages and is none. */
const BULLET = /^(?:[-*•·▪‣◦]|\(?\d{1,2}[.)])\s+(?=\S)/;
const LONGEST_SUBHEAD = 100;
const MOST_SUBHEAD_WORDS = 14;

/** Blocks of plain paragraphs: items by their mark, subheads by their shape and their place before a paragraph. */
export function layout(text: string, paragraphs: readonly Range[]): Block[] {
  return paragraphs.map((range, index) => {
    const bullet = BULLET.exec(text.slice(range.start, range.end));
    if (bullet !== null) return { start: range.start + bullet[0].length, end: range.end, kind: 'item' };
    const before = paragraphs[index - 1];
    const after = paragraphs[index + 1];
    const subhead = before !== undefined && after !== undefined && isSubhead(text, before, range, after);
    return { ...range, kind: subhead ? 'subhead' : 'paragraph' };
  });
}

/** A short line without a full stop or other closing mark, between two longer ones that are sentences. */
function isSubhead(text: string, before: Range, line: Range, after: Range): boolean {
  const words = text.slice(line.start, line.end);
  return (
    words.length < LONGEST_SUBHEAD &&
    words.split(/\s+/).length <= MOST_SUBHEAD_WORDS &&
    /^[\p{Lu}\p{N}]/u.test(words) &&
    /[\p{L}\p{N})]$/u.test(words) &&
    endsSentence(text, before) &&
    after.end - after.start > words.length &&
    endsSentence(text, after)
  );
}

function endsSentence(text: string, { start, end }: Range): boolean {
  return /[.!?…:]["'”’»)\]]*$/u.test(text.slice(start, end));
}
