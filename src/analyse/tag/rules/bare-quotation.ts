import type { Layout } from '../../layout.ts';
import type { Attribution } from '../index.ts';

/** A quotation this long is said by somebody; a shorter one may be a title or a word at a distance. */
const FEWEST_WORDS = 6;

/** Quotations of whole sentences that no other rule took: words that somebody said, by nobody that the text names beside them. */
export function bareQuotations(layout: Layout, taken: readonly Attribution[]): Attribution[] {
  const contents = taken.flatMap(({ content }) => content);
  return layout.quotations
    .filter(({ level }) => level === 0)
    .filter(({ start, end }) => !contents.some((content) => content.start < end && start < content.end))
    .filter(({ start, end }) => layout.text.slice(start, end).split(/\s+/).length >= FEWEST_WORDS)
    .map(({ start, end }) => ({
      cue: [],
      source: [],
      content: [{ start, end }],
      mode: 'said',
      confidence: 0.3,
    }));
}
