/** What tells the language of a text. Handed in, since it takes tables. */
export interface Tongues {
  /** Whether a text is English beyond question. */
  readonly isEnglish: (text: string) => boolean;
  /** The language of a text (BCP 47), or null where it cannot be told; dearer than the question before. */
  readonly languageOf: (text: string) => string | null;
}

/** Whether at least half of the characters are English beyond question; no more is looked at than that takes. */
export function isMostlyEnglish(paragraphs: readonly string[], isEnglish: Tongues['isEnglish']): boolean {
  const half = lengthOf(paragraphs) / 2;
  let english = 0;
  return paragraphs.some((paragraph) => {
    if (isEnglish(paragraph)) english += paragraph.length;
    return english > 0 && english >= half;
  });
}

/** How many characters are in each language; of a text that is mostly English nothing else is asked. */
export function weighTongues(
  paragraphs: readonly string[],
  { isEnglish, languageOf }: Tongues,
): Map<string, number> {
  if (isMostlyEnglish(paragraphs, isEnglish)) return new Map([['en', lengthOf(paragraphs)]]);
  const weights = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const language = isEnglish(paragraph) ? 'en' : languageOf(paragraph);
    if (language !== null) weights.set(language, (weights.get(language) ?? 0) + paragraph.length);
  }
  return weights;
}

export const lengthOf = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, { length }) => sum + length, 0);

/** The language of a tag, without region and script. */
export const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
