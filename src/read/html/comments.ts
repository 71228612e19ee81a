import type { PageBlock } from './page-blocks.ts';

const HEADS_COMMENTS =
  /^(?:\d+ )?(?:(?:reader|user|recent|all|view|show|latest) )?(?:comments?|responses?|replies)(?: ?\(\d+\)| ?: ?\d+)?(?: on (?:this|[“"'‘«]).*)?:?$|^\d+ (?:thoughts?|comments?|responses?) (?:on|to)\b|^(?:leave|post|write|add) (?:a |your )?(?:comment|reply)\b|^join the (?:conversation|discussion)\b|^what do you think\?$|^discussion(?: ?\(\d+\))$/i;
const HEADING = /^(?:h[1-6]|legend|b|strong)$/;
/** A report stands above its readers' comments. */
const SHORTEST_REPORT = 200;

/** The place of the heading from which a page's blocks are its readers' comments, behind a report that begins at `from`; the end where there is none. */
export function commentsFrom(blocks: readonly PageBlock[], from: number): number {
  let length = 0;
  for (let index = Math.max(0, from); index < blocks.length; index++) {
    const { element, text } = blocks[index] as PageBlock;
    if (length >= SHORTEST_REPORT && HEADING.test(element.tag) && HEADS_COMMENTS.test(text)) return index;
    length += text.length;
  }
  return blocks.length;
}
