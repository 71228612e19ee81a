import { anyCased, anyOf, remembered } from '../../text/index.ts';
import type { LinkWords } from '../words.ts';

const WORD = "(?:\\p{Lu}[\\p{L}\\d&'’]*(?:\\.[\\p{L}\\d]+)*)";
/** A name as a group: words with capitals, and numbers behind them. */
const NAME = `(${WORD}(?: (?:${WORD}|\\d+))*)`;

/** How reports word it that something was told to a medium, or is of its copy: to be matched with frames. */
export const mediumWords = remembered(({ phrases }: LinkWords) => {
  const adjectives = `(?:${anyOf(phrases['medium-adjective'])} )*`;
  const noun = `(?:${adjectives}${anyOf(phrases.medium)})`;
  const same = anyOf(phrases['medium-again']);
  return {
    /** What the report calls itself, or whoever asked for it. */
    own: new RegExp(
      `\\b(?:${anyOf(phrases['own-copy'])} ${anyOf(phrases['own-medium'])}|${anyOf(phrases['own-newsroom'])})\\b`,
      'iu',
    ),
    /** What the medium named before is called: "told the agency", "on the same station". */
    same: new RegExp(
      `\\b${anyOf(phrases['to-medium'])} ${anyOf(phrases['that-medium'])} (?:same )?${same}\\b(?! \\p{Lu})`,
      'iu',
    ),
    /** A link that names no medium by itself. */
    any: new RegExp(`^(?:the )?(?:same )?${adjectives}${same}$`, 'i'),
    /** Behind it may stand the medium to which words were given, or on which they were said; not one that is cited. */
    lead: new RegExp(
      `(?<!\\b${anyOf(phrases['not-given'])} )\\b${anyCased(phrases['given-to'])}( [Tt]he)?( ${noun})* ${NAME}`,
      'gu',
    ),
    /** A medium that quotes: "X also quoted Y". */
    quotes: new RegExp(`^${NAME} ${anyOf(phrases.cites)}\\b`, 'u'),
    called: new RegExp(`\\b${noun} ${NAME}|${NAME} ${anyOf(phrases['told-first'])}\\b`, 'gu'),
    /** Where a report says whose copy it is in a line of its own: "(Source: ACV)", "ACV contributed to this report." */
    credit: new RegExp(
      `\\b[Ss]ources?: ?${NAME}|\\b${anyCased(phrases['copy-of'])} ${NAME}|${NAME} contributed to this`,
      'gu',
    ),
  };
});
