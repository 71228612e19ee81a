import { around, type PageElement, textsOf } from './page-tree.ts';

/** What is looked for around an element: what may be a box, and where no box is any more. */
export interface BoxSigns {
  /** The most characters that a box has. */
  readonly most: number;
  readonly isBox?: (element: PageElement) => boolean;
  readonly isEnd?: (element: PageElement) => boolean;
}

/** Gives a function that tells the largest box with few words around an element, itself included; null where there is none. */
export function boxesOf({ most, isBox = () => true, isEnd = () => false }: BoxSigns) {
  const lengths = new Map<PageElement, number>();
  const lengthOf = (element: PageElement): number => {
    const known = lengths.get(element);
    if (known !== undefined) return known;
    let length = 0;
    for (const { value } of textsOf(element)) {
      length += value.trim().length;
      if (length > most) break;
    }
    lengths.set(element, length);
    return length;
  };
  return (element: PageElement | null): PageElement | null => {
    let box: PageElement | null = null;
    for (const at of around(element)) {
      if (isEnd(at) || lengthOf(at) > most) break;
      if (isBox(at)) box = at;
    }
    return box;
  };
}
