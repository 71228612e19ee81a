import { once } from './once.ts';
import { around, type PageElement, textsOf } from './page-tree.ts';

/** What is looked for around an element: what may be a box, and where no box is any more. */
export interface BoxSigns {
  /** The most characters that a box has. */
  readonly most: number;
  readonly isBox?: (element: PageElement) => boolean;
  readonly isEnd?: (element: PageElement) => boolean;
}

/** No box has more characters. */
const MOST = 1000;

/** How many characters an element holds, counted up to the most that a box has. */
const lengthOf = once((element: PageElement): number => {
  let length = 0;
  for (const { value } of textsOf(element)) {
    length += value.trim().length;
    if (length > MOST) break;
  }
  return length;
});

/** Gives a function that tells the largest box with few words around an element, itself included; null where there is none. */
export function boxesOf({ most, isBox = () => true, isEnd = () => false }: BoxSigns) {
  return (element: PageElement | null): PageElement | null => {
    let box: PageElement | null = null;
    for (const at of around(element)) {
      if (isEnd(at) || lengthOf(at) > most) break;
      if (isBox(at)) box = at;
    }
    return box;
  };
}
