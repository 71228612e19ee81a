import { foldedWords } from '../text/index.ts';

/** Words in a row that two texts share where one is the other, changed, and seldom where both are of the same matter. */
const RUN = 4;
/**
 * Versions that were corrected, cut or continued have most of the shorter one's runs of words in common; two reports of
 * one matter the words of a quotation or an agency's paragraph.
 */
const SHARED = 0.3;

/** Whether two texts may be versions of one report: enough of the shorter one stands word for word in the other. */
export function isSameStory(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [runsOf(one), runsOf(other)];
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const run of fewer) if (more.has(run)) shared++;
  return fewer.size > 0 && shared >= fewer.size * SHARED;
}

function runsOf(text: string): ReadonlySet<string> {
  const forms = foldedWords(text).map(({ form }) => form);
  const last = Math.max(1, forms.length - RUN + 1);
  return new Set(Array.from({ length: last }, (_, at) => forms.slice(at, at + RUN).join(' ')));
}
