const CUT_OFF = /^(.{30,400}?)(?:…|\.\.\.)\s*(?:\W?(?:read |see |show )?more\W?)?$/i;

/** Gives a function that tells whether a text is the beginning of another of some, cut off: "The quay at Sannow on … more". */
export function cutCopiesAmong(texts: readonly string[]): (text: string) => boolean {
  // In order, all that begin alike stand together: one look finds them among any number.
  let inOrder: readonly string[] | null = null;
  return (text) => {
    const begin = CUT_OFF.exec(text)?.[1]?.trimEnd();
    if (begin === undefined) return false;
    inOrder ??= [...new Set(texts)].sort();
    const at = firstFrom(inOrder, begin);
    return [inOrder[at], inOrder[at + 1]].some(
      (other) => other !== text && other?.startsWith(begin) === true,
    );
  };
}

/** The place of the first of some texts, in their order, that does not stand before another. */
function firstFrom(inOrder: readonly string[], text: string): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
