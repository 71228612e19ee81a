import type { Report } from '../../record/index.ts';
import { foldedWords, type Range, remembered } from '../../text/index.ts';
import type { LinkWords } from '../words.ts';

const SHOUTED = /^\p{Lu}{3,}$/u;

/** The words that a text has without any capital. */
const smallWords = remembered(
  ({ text }: Pick<Report, 'text'>) =>
    new Set(
      foldedWords(text).flatMap(({ start, end, form }) => (text.slice(start, end) === form ? [form] : [])),
    ),
);

/** Words as a report has them, without capitals that a headline or an opening alone gives: elsewhere it has them small. */
export function calm(
  report: Pick<Report, 'text'>,
  range: Range,
  { light }: Pick<LinkWords, 'light'>,
): string {
  const { text } = report;
  let told = text.slice(range.start, range.end);
  for (const { start, end, form } of foldedWords(text, range))
    if (SHOUTED.test(text.slice(start, end)) && (light.has(form) || smallWords(report).has(form)))
      told = `${told.slice(0, start - range.start)}${form}${told.slice(end - range.start)}`;
  return told.replaceAll(/\s+/gu, ' ');
}
