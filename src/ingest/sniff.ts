import { behindProlog } from './feed/root.ts';

/** How a page may begin, behind its declaration and comments. */
const FIRST =
  /^<(?:html|head|body|title|meta|link|script|style|base|h1|article|main|header|section|div|p|table|img|a|b|br|center|nav|span|form)(?=[\s>/])/i;
const TAG =
  /<\/?(?:html|head|body|title|meta|link|script|style|h[1-6]|article|main|section|div|p|table|t[rd]|img|a|b|i|em|strong|br|span|nav|ul|li)(?=[\s>/])/gi;
/** Fewer tags are the words of a text about them. */
const FEWEST = 4;
const SAMPLE = 65_536;

/** Whether a text is a page of HTML by its words, as far as its beginning tells: many servers call pages plain text. */
export function looksLikePage(text: string): boolean {
  const start = behindProlog(text, 0);
  const begins = FIRST.test(text.slice(start, start + 20)) || /<!doctype\s+html/i.test(text.slice(0, start));
  return begins && (text.slice(start, start + SAMPLE).match(TAG)?.length ?? 0) >= FEWEST;
}
