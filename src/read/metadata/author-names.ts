import { MONTH_NAME } from '../../record/index.ts';
import type { PageText } from '../html/page-tree.ts';
import { written } from './head.ts';

/** What stands before the names of those who wrote it. */
export const BY =
  /^(?:(?:(?:live |original )?(?:written|story|words|report|reporting|text|analysis|interview|review|opinion|posted|published|compiled)|(?:view|see|read)?\s?(?:all|more) (?:posts|articles|stories))\s+)?by:?\s+|^from\s+|^(?:text|words|story|report(?:er)?|author|writer|correspondent|journalist):\s+/i;
/** A name of somebody: two to five words. */
export const NAME = /^\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|van|von|da|bin|al|of)){1,4}$/u;

/** Where a line goes on to say of something else than names. */
const GOES_ON =
  /(?<!\s)\s+(?:[|•·–—]\s+|(?=(?:Published|Updated|Posted|Last|Follow|Read)\b)|(?=\p{Lu}\p{L}+:\s)|(?=The\s+\p{Lu})|(?:for|at|from|with)\s+(?=\p{Lu}|the\b))|,\s+(?=\p{Ll})/u;
/** Where somebody wrote. */
const IN_PLACE = / in \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}(?=,|$| and\b| &)/gu;
const HANDLES = /(?<!\S)(?:@\w+|[\w.+-]{1,60}@[\w.-]+)/g;
const MONTH = `(?:${MONTH_NAME}|[A-Z]{3})`;
/** A day or a clock, and all that follows it. */
const DATED = new RegExp(
  String.raw`(?<![\s,])(?:[\s,]+(?:on\s+)?)?(?:\d{1,2}:\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s.{0,30}\d{4}|\b${MONTH}\.?\s+\d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}\b)[^]*$`,
  'u',
);
const NO_NAME = /^(?:last|updated|published|posted)\b/i;

/** The names of a byline, without "By" and what follows on the same line: a date, a time of reading. Empty where it has none. */
export function namesIn(line: string): string {
  const [rest = ''] = written(line).replace(BY, '').split(OFFICE);
  const [names = ''] = rest.split(GOES_ON);
  const bare = names
    .replace(HANDLES, ' ')
    .replace(/\s+/g, ' ')
    .replace(DATED, '')
    .trim()
    .replace(IN_PLACE, '')
    .replace(/^[\s,|]+|(?<![\s,|–—-])[\s,|–—-]+$/g, '')
    .trim();
  return NO_NAME.test(bare) ? '' : bare;
}

const ROLE =
  '(?:[Rr]eporter|[Ww]riter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Jj]ournalist|[Cc]ontributor|[Pp]roducer|[Ss]taff|[Bb]ureau [Cc]hief)s?';
/** What somebody is at the outlet, behind the name: of any field after a name of two words, else a "Senior Editor" or the like. */
const OFFICE = new RegExp(
  String.raw`(?:(?<=(?:^|, |and |& )\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)(?:,? \p{Lu}\p{Ll}+){0,4}|(?<=\p{Ll}[.,]?)(?: (?:Senior|Chief|Staff|Special|The)){0,2}) ${ROLE}\b`,
  'u',
);
const LONE_OFFICE = new RegExp(String.raw`^(?:\p{Lu}[\p{L}&-]* ){1,4}${ROLE}$`, 'u');
const LONGEST_OFFICE = 40;

/** Whether a line says what somebody is at the outlet, and nothing else: "Food Correspondent". */
export const isOffice = (text: string): boolean => text.length <= LONGEST_OFFICE && LONE_OFFICE.test(text);

/** The words of some texts with a space between any two that their elements set apart. */
export function inPieces(texts: readonly PageText[]): string {
  let words = '';
  let last: PageText | null = null;
  for (const text of texts) {
    words +=
      last !== null && (last.parent !== text.parent || last.end !== text.start)
        ? ` ${text.value}`
        : text.value;
    last = text;
  }
  return words
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:])/g, '')
    .trim();
}
