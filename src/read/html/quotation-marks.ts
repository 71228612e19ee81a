import type { PageSign } from './canonical.ts';
import { type PageElement, wordsOf } from './page-tree.ts';

const MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;
const MARKED = /^["“”«‘']/u;

/**
 * The marks that browsers put around a quotation element, outer and inner ones in turn, each at its tag; none where the
 * page wrote them itself, or where a tag is missing. `depth` is how many such elements stand around it, `before` what
 * stands before it in its line.
 */
export function marksAround(
  element: PageElement,
  { depth, before }: { depth: number; before: string },
): readonly [PageSign, PageSign] | null {
  const { start, end, closed } = element;
  if (closed === null || MARKED.test(wordsOf(element)) || /["“«‘]$/u.test(before)) return null;
  const [open, close] = MARKS[depth % 2] ?? MARKS[0];
  return [
    { kind: 'sign', says: open, start, end },
    { kind: 'sign', says: close, ...closed },
  ];
}
