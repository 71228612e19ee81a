import type { Segment } from '../../record/index.ts';
import { canonicalText, type Piece } from './canonical.ts';
import { displayOf } from './display.ts';
import { leadsAway, ownHostOf } from './hosts.ts';
import { linkedShare } from './links.ts';
import type { PageElement, PageNode, PageText, PageTree } from './page-tree.ts';
import { firstHalfOf, isBreak, paragraphsOf, wordsOfPieces } from './paragraphs.ts';
import { isPost, piecesOfPost } from './posts.ts';
import { marksAround } from './quotation-marks.ts';

/** A stretch of a page's text that stands by itself: a paragraph, a heading, a list item, a cell, a line of a menu, a post. */
export interface PageBlock {
  /** The element that sets it apart. */
  readonly element: PageElement;
  readonly texts: readonly PageText[];
  /** Its words with single spaces, and where each stands in the source; null where that cannot be told for all of them. */
  readonly text: string;
  readonly segments: readonly Segment[] | null;
  /** How many of its characters are the words of links, from 0 to 1. */
  readonly linked: number;
  /** It leads to another site. */
  readonly leadsAway: boolean;
  /** Somebody's post on a network, embedded, with its author's line. */
  readonly isPost: boolean;
}

/** A line of a page's text and the block that it makes. */
interface Run {
  readonly element: PageElement;
  readonly pieces: readonly Piece[];
  readonly block: PageBlock;
}

/** All blocks of a page's body, in the order of the page. Two line breaks in a row part blocks, one is a space. */
export function blocksOf({ source, root, elements }: PageTree, links: ReadonlySet<PageElement>): PageBlock[] {
  const own = ownHostOf(elements);
  const runs: Run[] = [];
  let line: Piece[] = [];
  /** The end tag of the element within a line that ended last. */
  let closed: PageElement['closed'] = null;
  const runOf = (element: PageElement, pieces: readonly Piece[]): Run | null => {
    const texts = pieces.filter((piece) => piece.kind === 'text');
    const { text, segments } = canonicalText(source, pieces);
    if (text === '') return null;
    const linked = linkedShare(texts, links);
    const away = linked > 0 && leadsAway(texts, own);
    return {
      element,
      pieces,
      block: { element, texts, text, segments, linked, leadsAway: away, isPost: isPost(element) },
    };
  };
  const end = (element: PageElement) => {
    for (const pieces of paragraphsOf(line)) {
      const run = runOf(element, pieces);
      if (run === null) continue;
      const at = firstHalfOf(runs, run);
      const half = runs[at];
      const whole = half === undefined ? null : runOf(half.element, [...half.pieces, ...pieces]);
      if (whole === null) runs.push(run);
      else runs[at] = whole;
    }
    line = [];
  };
  const within = (node: PageElement, block: PageElement, depth: number) => {
    for (const child of node.children) visit(child, block, depth);
  };
  const visit = (node: PageNode, block: PageElement, depth: number): void => {
    if (node.kind === 'text') {
      if (closed !== null && closed.end <= node.start && isNextSentence(wordsBefore(line), node.value))
        line.push({ kind: 'sign', says: ' ', ...closed });
      closed = null;
      line.push(node);
      return;
    }
    const display = displayOf(node, wordsBefore(line));
    if (display === 'inline') {
      within(node, block, depth);
      closed = node.closed;
    } else if (display === 'break') {
      if (isBreak(lastOf(line))) end(block);
      else line.push({ kind: 'sign', says: ' ', start: node.start, end: node.end });
    } else if (display === 'quotation') {
      const marks = marksAround(node, { depth, before: wordsBefore(line) });
      if (marks !== null) line.push(marks[0]);
      within(node, block, depth + 1);
      if (marks !== null) line.push(marks[1]);
    } else if (display === 'block') {
      end(block);
      if (isPost(node)) line = piecesOfPost(node);
      else within(node, node, 0);
      end(node);
    }
  };
  const body = root.children.find((node) => node.kind === 'element' && node.tag !== 'head');
  if (body !== undefined) visit(body, root, 0);
  return runs.map(({ block }) => block);
}

/** Whether words begin a sentence, or stand in brackets behind one: only their elements' style sets them apart. */
const isNextSentence = (before: string, words: string): boolean =>
  /\p{Ll}{2}[.!?][”"’)]{0,2}$/u.test(before) && /^[(“"]?\p{Lu}/u.test(words);

/** What stands last but for white space. */
function lastOf(line: readonly Piece[]): Piece | undefined {
  return line.findLast((piece) => piece.kind === 'sign' || /\S/.test(piece.value));
}

/** The words that stand last in a line. */
const wordsBefore = (line: readonly Piece[]): string => wordsOfPieces(line.slice(-1));
