import type { Choice, Claim } from '../../record/index.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { primary, type Tongues, weighTongues } from '../tongues.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';

/** Shorter paragraphs say too little to tell. */
const SHORTEST = 40;

/**
 * The language of the text: the one that most of it is written in, paragraph by paragraph, as the publisher names it
 * where it names the same ("en-GB"); what the publisher says alone where the text is too short to tell.
 */
export function languageOf(
  kept: readonly PageBlock[],
  { head, data }: { head: Head; data: ArticleData | null },
  tongues: Tongues,
): Choice | null {
  const weights = weighTongues(
    kept.map(({ text }) => text).filter(({ length }) => length >= SHORTEST),
    tongues,
  );
  const [most] = [...weights].toSorted(([, a], [, b]) => b - a);
  const told = [
    ...claim(head.language, 'lang attribute'),
    ...claim(data?.language, 'json-ld'),
    ...claim(firstMeta(head, ['content-language', 'language', 'dc.language'])?.content, 'meta language'),
    ...claim(firstMeta(head, ['og:locale'])?.content, 'meta og:locale'),
  ];
  const same = (a: string, b: string) => primary(a) === primary(b);
  if (most === undefined) return choose('language', told, same);
  const [language] = most;
  const named = told.find(({ value }) => same(value, language));
  return choose(
    'language',
    [...(named === undefined ? [{ value: language, rule: 'words of the text' }] : [named]), ...told],
    same,
  );
}

/** A language as the publisher names it, in the form of BCP 47: "EN_gb" is "en-GB". */
function claim(value: string | null | undefined, rule: string): Claim[] {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)) return [];
  try {
    return Intl.getCanonicalLocales(tag).map((language) => ({ value: language, rule }));
  } catch {
    return [];
  }
}
