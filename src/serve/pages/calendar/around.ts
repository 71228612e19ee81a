const MOST = 90;

/** What stands around some words in their line: as far as it goes, or whole words with a mark where it is cut. */
export function wordsAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { before: string; after: string } {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - MOST);
  const line = text.indexOf('\n', end);
  const to = Math.min(line < 0 ? text.length : line, end + MOST);
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  const isCut = (at: number) =>
    at > 0 && at < text.length && text.charAt(at) !== '\n' && text.charAt(at - 1) !== '\n';
  return {
    before: isCut(from) ? `… ${before.replace(/^\S*\s*/u, '')}` : before,
    after: isCut(to) ? `${withoutLastWord(after)} …` : after,
  };
}

/** Words up to the last space, without it: the last may be cut. */
function withoutLastWord(words: string): string {
  const at = Math.max(words.lastIndexOf(' '), words.lastIndexOf('\t'));
  return at < 0 ? '' : words.slice(0, at).trimEnd();
}
