import { foldedWords } from '../../text/index.ts';
import { type LinkWords, stemsOf } from '../words.ts';
import type { Weighed } from './alike.ts';

const MOST = 5;
/** A word that only one saying has is no word of the question. */
const FEWEST = 2;

/** The words that tell the sayings of a question from others, as the record has them most often, the most telling first. */
export function termsOf(cluster: readonly Weighed[], names: ReadonlySet<string>, words: LinkWords): string[] {
  const sums = new Map<string, { weight: number; sayings: number }>();
  for (const { saying, weights } of cluster)
    for (const stem of saying.stems) {
      const { weight, sayings } = sums.get(stem) ?? { weight: 0, sayings: 0 };
      sums.set(stem, { weight: weight + (weights.get(stem) ?? 0), sayings: sayings + 1 });
    }
  const telling = [...sums].filter(
    ([stem, { sayings }]) =>
      sayings >= FEWEST && !names.has(stem) && !/^\p{N}/u.test(stem) && stem.length > 2,
  );
  const forms = formsIn(cluster, words);
  return telling
    .toSorted(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([stem]) => commonest(forms.get(stem) ?? new Map()) ?? stem);
}

/** How often each form of a stem stands in what is said. */
function formsIn(
  cluster: readonly Weighed[],
  words: LinkWords,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const forms = new Map<string, Map<string, number>>();
  for (const { saying } of cluster)
    for (const { text } of saying.statement.content)
      for (const { form } of foldedWords(text))
        for (const stem of stemsOf(form, words)) {
          const own = forms.get(stem) ?? new Map<string, number>();
          const plain = form.replace(/['’]s?$/u, '');
          forms.set(stem, own.set(plain, (own.get(plain) ?? 0) + 1));
        }
  return forms;
}

const commonest = (forms: ReadonlyMap<string, number>): string | undefined =>
  [...forms].toSorted(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1))[0]?.[0];
