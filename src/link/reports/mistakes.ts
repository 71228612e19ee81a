import type { Correction, Report } from '../../record/index.ts';
import { anyOf, remembered, spanOf } from '../../text/index.ts';
import { type LinkWords, stemsOf } from '../words.ts';

/** What a paragraph says that tells of a mistake in an earlier report. */
const mistake = remembered(({ phrases }: LinkWords) => {
  const told = [
    anyOf(phrases.correction),
    `${anyOf(phrases.wrongly)} ${anyOf(phrases.reported)}`,
    `${anyOf(phrases['reported-what'])} (?:\\w+ ){0,4}${anyOf(phrases['by-mistake'])}`,
  ];
  return new RegExp(`\\b(?:${told.join('|')})\\b`, 'iu');
});
/** The sentences behind the one that tells of a mistake say what it was. */
const AFTER = 400;

/** A paragraph that tells of a mistake, with the stems of what it says of it. */
export interface Mistake {
  readonly span: Correction['span'];
  readonly about: ReadonlySet<string>;
}

/** Where a report tells of a mistake in an earlier one; null where it does not. */
export function mistakeIn(report: Report, words: LinkWords): Mistake | null {
  const span = mistakeSpan(report, words);
  if (span === null) return null;
  return { span, about: new Set(stemsOf(report.text.slice(span.start, span.end + AFTER), words)) };
}

export function mistakeSpan({ blocks, text }: Report, words: LinkWords): Correction['span'] | null {
  const block = blocks.find(({ start, end }) => mistake(words).test(text.slice(start, end)));
  return block === undefined ? null : spanOf(text, block);
}
