/** A stretch of words that both texts have, or only the earlier or the later one. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer texts are not compared word by word: they are told as one in place of the other. */
const MOST_WORDS = 1_500;

/** What became of a text, word by word: the longest common subsequence, with what was removed before what was added. */
export function wordDiff(before: string, after: string): Piece[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length > MOST_WORDS || other.length > MOST_WORDS)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        one[i] === other[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], word: string | undefined) => {
    const last = pieces.at(-1);
    if (word === undefined) return;
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: `${last.text} ${word}` };
    else pieces.push({ kind, text: word });
  };
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length)
    if (i < one.length && j < other.length && one[i] === other[j]) {
      put('same', one[i++]);
      j++;
    } else if (
      j >= other.length ||
      (i < one.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    )
      put('removed', one[i++]);
    else put('added', other[j++]);
  return pieces;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
