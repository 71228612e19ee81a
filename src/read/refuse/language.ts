import { type Refusal, refuse } from '../../record/index.ts';
import { isMostlyEnglish, lengthOf, primary, type Tongues, weighTongues } from '../tongues.ts';

/** Shorter texts say too little to tell, in letters that many languages share and in others. */
const SHORTEST = 40;
const SHORTEST_OF_OTHER_LETTERS = 15;
/** German, which writes its nouns large, has more small words than this. */
const FEWEST_SMALL = 0.3;
/** So many characters are judged. */
const SAMPLE = 50_000;

/** The refusal of a text in another language, of which the primary part is told (BCP 47: "de" of "de-AT"). */
export function notEnglish(language: string): Refusal {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return refuse(
    'not-english',
    `expected English; this reads as ${names.of(primary(language))}: it is kept where it is added, and not analysed`,
  );
}

/**
 * Why a text is not English, or null: most of it reads for certain as one other language. What it quotes in another
 * language, a list of names, and what is too short to tell are no reason.
 */
export function refuseForeign(paragraphs: readonly string[], tongues: Tongues): Refusal | null {
  if (isMostlyEnglish(paragraphs, tongues.isEnglish)) return null;
  const long = paragraphs.filter(saysEnough);
  const judged = sampleOf(long.length > 0 ? long : [paragraphs.join('\n')].filter(saysEnough));
  const [most] = [...weighTongues(judged, tongues)].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return null;
  const [language, characters] = most;
  return language === 'en' || characters * 2 <= lengthOf(judged) ? null : notEnglish(language);
}

/** The beginning of a long text, so that asking takes the same time however long it is. */
function sampleOf(paragraphs: readonly string[]): string[] {
  const sample: string[] = [];
  for (let index = 0, left = SAMPLE; index < paragraphs.length && left > 0; index++) {
    const part = paragraphs[index]?.slice(0, left) ?? '';
    sample.push(part);
    left -= part.length;
  }
  return sample;
}

/** Names and titles alone tell nothing of a language: sentences have small words. */
function saysEnough(text: string): boolean {
  if (!/\p{Script=Latin}/u.test(text)) return text.length >= SHORTEST_OF_OTHER_LETTERS;
  const words = text.match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return text.length >= SHORTEST && small >= words.length * FEWEST_SMALL;
}
