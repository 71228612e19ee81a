import { writtenDate } from '../metadata/written-date.ts';

const LONGEST = 160;
/** What stands around a date where it stands by itself. */
const AROUND =
  /\b(?:first|last|originally|date|time|published|updated|modified|posted|created|released?|issued|on|at|by|and|the|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|a\.?m|p\.?m|[a-z]{3,4}t|z|gmt|utc|cet|cest|min(?:ute)?s?|read(?:ing)?|ago|hours?|days?)\b/giu;
const MONTHS =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ember|ober)?\b/giu;

/**
 * Whether a line among a report's paragraphs tells about the report in place of being of it: a date, a clock, a byline.
 * `byline` is what was found to be it.
 */
export function isFurniture(text: string, byline: string | null): boolean {
  if (text.length > LONGEST) return false;
  let rest = text;
  if (byline !== null && byline !== '') {
    if (
      text.includes(byline) &&
      text.length <= byline.length + 60 &&
      /^\W*(?:by\b\W*)?$/i.test(text.slice(0, text.indexOf(byline)))
    )
      rest = text.replace(byline, ' ');
    if (rest.trim() === '') return true;
  }
  const isDated = writtenDate(rest) !== null || /\d{1,2}[:.]\d{2}|\b\d+ (?:min|hour|day)/i.test(rest);
  const left = rest
    .replace(MONTHS, ' ')
    .replace(AROUND, ' ')
    .replace(/[\d\s:.,/|()+·•–—-]+/g, '');
  return isDated ? left.length <= 2 : rest !== text && left.length <= 2;
}
