import type { PageSign, Piece } from './canonical.ts';
import { displayOf } from './display.ts';
import { marksOf, type PageElement, type PageNode, textsOf } from './page-tree.ts';

/** The marks of elements that networks give out to be embedded, as their words stand side by side. */
const POST =
  /\b(?:twitter tweet|twitter video|instagram media|bluesky embed|mastodon embed|mastodon post|tiktok embed|fb post|fb xfbml parse ignore|facebook post|threads post media|text post media|reddit embed bq|reddit card|telegram post|truth social|embedded tweet|tweet embed|truthsocial embed|linkedin post)\b/;
/** The line that ends an embedded post: a dash, a name, the name on the network in brackets, and perhaps a day. */
const AUTHOR_LINE = /[—–-] ?[^—–()@]{1,80}\(@[\w.@-]{1,60}\)[^()]{0,40}$/u;
/** What a network says of itself in what it gives out. */
const OF_THE_NETWORK =
  /^(?:view (?:this )?(?:post|photo|video|profile|on|more)\b.*|(?:see|read|show) (?:more|translation|replies)|open in .*|add (?:a )?comment.*|(?:\d[\d.,km]* )?(?:likes?|replies|reposts?|shares?|views?|comments?|boosts?|favou?rites?))$/i;
const LONGEST_POST = 3000;

/** Whether an element is a post of a network within the page: by its mark, or as a quotation set apart that ends with a line of its author. */
export function isPost(element: PageElement): boolean {
  if (element.tag !== 'blockquote' && element.tag !== 'div' && element.tag !== 'section') return false;
  const isMarked = POST.test(marksOf(element).join(' '));
  if (!isMarked && element.tag !== 'blockquote') return false;
  const words = wordsUpTo(element, LONGEST_POST);
  return words !== '' && (AUTHOR_LINE.test(words) || (isMarked && element.tag === 'blockquote'));
}

/** The words of an element; none where they are more than so many characters. */
function wordsUpTo(element: PageElement, most: number): string {
  let words = '';
  for (const { value } of textsOf(element)) {
    words += value;
    if (words.trim().length > most) return '';
  }
  return words.replace(/\s+/g, ' ').trim();
}

/** All that a post says as one line: its paragraphs, and who wrote it. */
export function piecesOfPost(post: PageElement): Piece[] {
  const pieces: Piece[] = [];
  const visit = (node: PageNode): void => {
    if (node.kind === 'text') {
      pieces.push(node);
      return;
    }
    const display = displayOf(node, '');
    if (display === 'none' || isOfNetwork(node)) return;
    if (display === 'break') pieces.push(spaceAt(node));
    for (const child of node.children) visit(child);
    if (display === 'block' && node.closed !== null) pieces.push({ kind: 'sign', says: ' ', ...node.closed });
  };
  for (const child of post.children) visit(child);
  return pieces;
}

const LONGEST_LABEL = 60;

function isOfNetwork(node: PageElement): boolean {
  return OF_THE_NETWORK.test(wordsUpTo(node, LONGEST_LABEL));
}

const spaceAt = ({ start, end }: PageElement): PageSign => ({ kind: 'sign', says: ' ', start, end });
