import { MONTH_NAME, writtenDate } from '../../record/index.ts';
import { isOffice } from '../metadata/author-names.ts';

const LONGEST = 160;
/** Names for programs, of which no words are made, and lone addresses. */
const GLUED = /^(?:[\w-]{40,}|https?:\/\/\S+)$/;
/** What stands around a date where it stands by itself. */
const AROUND =
  /\b(?:first|last|originally|date|time|published|updated|modified|posted|created|released?|issued|on|at|by|and|the|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]\.? ?m|[ecmp][ds]?t|[bijk]st|ae[ds]t|eest|msk|z|gmt|utc|cet|cest|min(?:ute)?s?|read(?:ing)?|ago|hours?|days?)\b/giu;
const MONTHS = new RegExp(String.raw`\b${MONTH_NAME}\b`, 'giu');

/**
 * Whether a line among a report's paragraphs tells about the report in place of being of it: a date, a clock, a byline.
 * `byline` is what was found to be it.
 */
export function isFurniture(text: string, byline: string | null): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || GLUED.test(text) || isAboutAuthor(text, byline)) return true;
  if (text.length > LONGEST) return false;
  if (OPEN_DASH.test(text) || isOffice(text)) return true;
  let rest = text;
  if (byline !== null && byline !== '' && text.includes(byline)) {
    rest = text.replace(byline, ' ');
    if (/^\W*(?:(?:posted|written) )?(?:by\b\W*)?$/i.test(rest)) return true;
  }
  if (isByline(text, byline) || isNames(text, byline)) return true;
  // "Posted by Ada Lunn in Energy"
  if (rest !== text) rest = rest.replace(FILED, '');
  const isDated = writtenDate(rest) !== null || /\d{1,2}[:.]\d{2}|\b\d+ (?:min|hour|day)/i.test(rest);
  const left = rest
    .replace(/\d(?:st|nd|rd|th)\b|[\d\s:.,/|()+·•–—-]+/g, ' ')
    .replace(MONTHS, ' ')
    .replace(AROUND, ' ')
    .replace(/\s+/g, '');
  return isDated && left.length <= 2;
}

const FILED = / in \p{Lu}[\p{L}&-]*(?: \p{Lu}[\p{L}&-]*){0,2}$/u;
const LONGEST_OFFICE = 80;

/** "By Ada Lunn, Senior Writer", its pieces glued or not: what begins with "By", the first name, and ends no sentence. */
function isByline(text: string, byline: string | null): boolean {
  const [first = ''] = byline?.split(/[,;]|\band\b/) ?? [];
  const name = first.trim();
  return (
    byline !== null &&
    name !== '' &&
    /^by\b|^By(?=\p{Lu})/iu.test(text) &&
    text.includes(name) &&
    text.length <= byline.length + LONGEST_OFFICE &&
    !/[.!?]["”’]?$/.test(text)
  );
}

const LONGEST_REST = 40;
/** What somebody is or writes of, behind the name: "Investigations". */
const FIELD = /^,?\s?\p{Lu}[\p{L}&-]*(?:\s\p{Lu}[\p{L}&-]*){0,3}$/u;

/** "Ada Lunn and Bo Reyes, Quillwire", its pieces glued or not: what begins with the first name and has all, or nothing but what they write of. */
function isNames(text: string, byline: string | null): boolean {
  const names = (byline ?? '').split(/[,;]|\band\b|&/).flatMap((name) => name.trim() || []);
  const length = names.reduce((sum, name) => sum + name.length, 0);
  if (
    names.some((name) => name.includes(' ') && text.startsWith(name) && FIELD.test(text.slice(name.length)))
  )
    return true;
  return (
    names.length > 0 &&
    names.every((name) => name.includes(' ') && text.includes(name)) &&
    text.startsWith(names[0] ?? '') &&
    text.length <= length + LONGEST_REST &&
    !/[.!?:]["”’]?$/.test(text)
  );
}

/** "Sannow (Quillwire) —", set apart from the sentence that it opens. */
const OPEN_DASH = /^[^.!?:“”"]{2,60}[—–]$/u;
const LONGEST_BIOGRAPHY = 400;
const WRITES =
  /^,? (?:(?:is|was) (?:an?|the|our)\b.{0,80}\b(?:reporter|correspondent|editor|writer|journalist|columnist|producer|contributor|photographer|bureau chief)\b|reports? (?:on|from|about)\b|(?:has )?cover(?:s|ed)\b|(?:has )?(?:writes|written|wrote) (?:about|for|on)\b|has (?:worked|reported|been (?:an?|the|with))\b|joined (?:the|our)\b|contributed to this\b)/u;

/** "Ada Lunn is a reporter in Sannow and has covered the assembly since 2019." */
function isAboutAuthor(text: string, byline: string | null): boolean {
  if (byline === null || text.length > LONGEST_BIOGRAPHY) return false;
  return byline
    .split(/[,;]|\band\b/)
    .map((name) => name.trim())
    .some((name) => name.includes(' ') && text.startsWith(name) && WRITES.test(text.slice(name.length)));
}
