import { boxesOf } from './boxes.ts';
import { cardsOf } from './cards.ts';
import type { PageBlock } from './page-blocks.ts';
import { endsSentence } from './page-talk.ts';
import type { PageElement } from './page-tree.ts';
import { shapeOf } from './shapes.ts';
import { holderAmong, lengthOf } from './weights.ts';

const LONGEST_TEASER = 400;
/** Where more of a page stands in cards, it is a list of them. */
const FEW_IN_TEASERS = 0.5;

/** The lines of cards whose headings were left out as links to elsewhere, on a page that has more than those. */
export function teasersAmong(
  blocks: readonly PageBlock[],
  left: ReadonlyMap<PageBlock, string>,
  total: number,
): readonly PageBlock[] {
  const heads = blocks.filter(
    (block) => block.element.tag === 'h1' || left.get(block) === 'nothing-but-a-link',
  );
  const cards = cardsOf(heads);
  const lines = Map.groupBy(blocks, (block) => holderAmong(block, cards));
  const teasers = [...lines].flatMap(([card, some]) =>
    card !== null && lengthOf(some) <= LONGEST_TEASER ? some : [],
  );
  return lengthOf(teasers) <= total * FEW_IN_TEASERS ? teasers : [];
}

/** How long a video is, before its name. */
const LENGTH = /^\d{1,2}:\d{2}(?::\d{2})? +/;

/** Names of videos, which stand beside how long they are and below them again. */
export function videosAmong(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const names = new Set(blocks.flatMap(({ text }) => (LENGTH.test(text) ? text.replace(LENGTH, '') : [])));
  const again = new Set(blocks.flatMap(({ text }) => (names.has(text) ? text : [])));
  return blocks.filter(({ text }) => again.has(text.replace(LENGTH, '')));
}

const TALK = new Set(['promotes-the-outlet', 'speaks-to-readers']);
const LONGEST_BOX = 300;
const LONGEST_TAIL = 80;

/** The blocks of small boxes, a part of which promotes the outlet, or counts the pictures of a gallery that it leads to. */
export function boxesOfTalk(
  blocks: readonly PageBlock[],
  left: ReadonlyMap<PageBlock, string>,
  isReport: (element: PageElement) => boolean,
): readonly PageBlock[] {
  const boxAround = boxesOf({ most: LONGEST_BOX, isEnd: isReport });
  const boxesWith = (isTalk: (why: string) => boolean) =>
    new Set(
      [...left].flatMap(([{ element }, why]) => (isTalk(why) ? (boxAround(element.parent) ?? []) : [])),
    );
  const talking = boxesWith((why) => TALK.has(why));
  const counting = boxesWith((why) => why === 'counter-of-a-gallery');
  const leading = boxesWith((why) => why === 'nothing-but-a-link' || why === 'whole-line');
  const isOfGallery = (block: PageBlock) => {
    const box = endsSentence(block.text) ? null : holderAmong(block, counting);
    return box !== null && leading.has(box);
  };
  return blocks.filter((block) => holderAmong(block, talking) !== null || isOfGallery(block));
}

/** What stands last in a box of its own, behind links to elsewhere or other parts of the page: the publisher's address, the weather. */
export function tailOf(
  kept: readonly PageBlock[],
  blocks: readonly PageBlock[],
  left: ReadonlyMap<PageBlock, string>,
): readonly PageBlock[] {
  const end = kept.at(-1);
  if (end === undefined) return [];
  const rest = kept.filter(({ element }) => element.parent !== end.element.parent);
  const tail = kept.slice(rest.length);
  const before = rest.at(-1);
  const [first] = tail;
  if (before === undefined || first === undefined || kept[rest.length - 1] !== before) return [];
  const between = blocks.slice(blocks.indexOf(before) + 1, blocks.indexOf(first));
  const shapes = new Set(rest.map(shapeOf));
  const isOther = tail.every((block) => !block.isPost && !shapes.has(shapeOf(block)));
  return isOther &&
    tail.every(({ text }) => text.length <= LONGEST_TAIL) &&
    between.some((block) => left.has(block))
    ? tail
    : [];
}
