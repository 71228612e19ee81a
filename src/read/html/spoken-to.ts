import type { PageBlock } from './page-blocks.ts';
import { around, type PageElement } from './page-tree.ts';

const QUOTED = /[“"«][^“”"«»]{0,2000}(?:[”"»]|$)/g;
/** "US" is a country, and so is it where all is in capitals. */
const YOU = /\b(?:[Yy]ou|[Yy]ours?|YOU|YOUR)\b/;
const WE = /\b(?:[Ww]e|[Oo]urs?|[Uu]s|WE|OUR)\b/;
const I = /\b(?:I|[Mm]y|[Mm]e)\b/;
/** How what is asked of readers begins. */
const ASKING =
  /(?:^|[.!?…] )(?:Please |To )?(?:Apply|Become|Choose|Claim|Click|Donate|Download|E-?mail|Follow|Get|Join|Make a|Order|Pick|Register|Send|Sign|Subscribe|Support|Tap)\b|(?:^|[.!?…] )(?:Republish|Visit|See|Browse|Check out|Explore|Try|Buy|Discover|View|Read) our\b|\?(?: |$)/;
/** What a page is to itself. */
const ITSELF = ['this article', 'this story', 'this page', 'this post'];
/** In a heading "this page" may be the report's own: one that was written on through a day. */
const isOfItself = (said: string, { tag }: PageElement): boolean =>
  !/^h[1-6]$/.test(tag) && ITSELF.some((name) => said.includes(name));
/** A report of whose paragraphs more speak of a writer, or to whoever reads, is a letter, a column or advice. */
const MOST_SPOKEN = 0.15;
/** Of fewer, only what asks for something is the outlet's. */
const FEW = 5;
const SHORTEST = 60;
const LONGEST = 600;

const isInQuote = (element: PageElement): boolean =>
  [...around(element)].slice(0, 3).some(({ tag }) => tag === 'blockquote');

/** So much of a letter, of advice or of a manual speaks to whoever reads it. */
const THROUGHOUT = 0.3;

/** Whether a text speaks to its readers throughout. */
export function speaksToReaders(blocks: Iterable<PageBlock>): boolean {
  const long = [...blocks].filter(({ text }) => text.length >= SHORTEST);
  return long.filter(({ text }) => YOU.test(text.replace(QUOTED, ' '))).length > long.length * THROUGHOUT;
}

/** A block without what stands in quotation marks, and whether it is of the page that it stands on. */
interface Told {
  readonly block: PageBlock;
  readonly said: string;
  readonly ofPage: boolean;
}

/**
 * The blocks in which an outlet speaks to its readers in a report that is told of others: of "us" and to "you" at once, or
 * asking for something. Nobody's words in quotation marks count.
 */
export function spokenToReaders(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const told = blocks
    .filter(({ isPost, element }) => !isPost && !isInQuote(element))
    .map((block): Told => {
      const said = block.text.replace(QUOTED, ' ');
      return { block, said, ofPage: isOfItself(said, block.element) };
    });
  const long = told.filter(({ said }) => said.length >= SHORTEST);
  const asks = ({ said, ofPage }: Told) => (ofPage || ASKING.test(said)) && (YOU.test(said) || WE.test(said));
  const isFew = long.length < FEW;
  const spoken = long.filter(
    (one) =>
      (YOU.test(one.said) !== WE.test(one.said) || I.test(one.said)) && !((isFew || one.ofPage) && asks(one)),
  );
  if (spoken.length > Math.max(isFew ? 0 : 1, long.length * MOST_SPOKEN)) return [];
  return told
    .filter(
      (one) =>
        one.said.length <= LONGEST && (asks(one) || (!isFew && YOU.test(one.said) && WE.test(one.said))),
    )
    .map(({ block }) => block);
}
