import { foldedWords } from '../../text/index.ts';
import type { PageBlock } from './page-blocks.ts';
import type { PageKit } from './page-words.ts';

const SHORTEST_NAME = 4;
const LONGEST = 400;
/** An outlet that more of the blocks speak of is what the report is about: a press office's. */
const MOST_TOLD = 0.3;
/** Words of what an outlet says of itself, behind its name. */
const MOST_WORDS = 3;
/** What may stand among them. */
const AMONG = new Set(['a', 'an', 'the', 'also', 'proudly', 'entirely', 'partly', 'fully', 'wholly']);

/**
 * Gives a function that tells whether a block is what an outlet says of itself to its readers ("The Quillwire is a member
 * of the press council"): a sentence that begins with its name and goes on as the lexicon has it. What it asked, learned or
 * was told is of the report; where the report is about the outlet, nothing is its own talk.
 */
export function ownTalk(
  outlet: string | null,
  blocks: readonly PageBlock[],
  { phrases }: Pick<PageKit, 'phrases'>,
): (block: PageBlock) => boolean {
  if (outlet === null || outlet.length < SHORTEST_NAME) return () => false;
  const naming = blocks.filter(({ text }) => text.includes(outlet)).length;
  if (naming > blocks.length * MOST_TOLD) return () => false;
  const name = outlet.replace(/^the /i, '');
  const isOwn = (sentence: string): boolean => {
    const said = sentence.replace(/^(?:(?:here )?at )?the /i, '');
    if (!said.startsWith(`${name} `)) return false;
    const words = foldedWords(said.slice(name.length, LONGEST))
      .map(({ form }) => form)
      .filter((form) => !AMONG.has(form));
    return Array.from({ length: MOST_WORDS }, (_, at) => words.slice(0, at + 1).join(' ')).some(
      (begin) => phrases.get(begin) === 'itself',
    );
  };
  return ({ text }) =>
    text.length <= LONGEST && !/[“”"«»]/.test(text) && text.split(/(?<=[.!?]) /).some(isOwn);
}
