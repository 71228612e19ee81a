/** What tells the language of a text. Handed in, since it takes tables. */
export interface Tongues {
  /** Whether a text is English beyond question. */
  readonly isEnglish: (text: string) => boolean;
  /** The language of a text (BCP 47), or null where it cannot be told; dearer than the question before. */
  readonly languageOf: (text: string) => string | null;
}

/** How many characters are in each language; once most are English, the rest is not asked about. */
export function weighTongues(
  paragraphs: readonly string[],
  { isEnglish, languageOf }: Tongues,
): Map<string, number> {
  const total = lengthOf(paragraphs);
  const others = paragraphs.filter((paragraph) => !isEnglish(paragraph));
  const english = total - lengthOf(others);
  const weights = new Map(english === 0 ? [] : [['en', english]]);
  if (english * 2 >= total) return weights;
  for (const paragraph of others) {
    const language = languageOf(paragraph);
    if (language !== null) weights.set(language, (weights.get(language) ?? 0) + paragraph.length);
  }
  return weights;
}

export const lengthOf = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, { length }) => sum + length, 0);

/** The language of a tag, without region and script. */
export const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
