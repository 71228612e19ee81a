import { type Refusal, refuse } from '../../record/index.ts';
import { lengthOf, primary, type Tongues, weighTongues } from '../tongues.ts';

/** Shorter texts say too little to tell, in letters that many languages share and in others. */
const SHORTEST = 40;
const SHORTEST_OF_OTHER_LETTERS = 15;

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
  const long = paragraphs.filter(saysEnough);
  const judged = long.length > 0 ? long : [paragraphs.join('\n')].filter(saysEnough);
  const [most] = [...weighTongues(judged, tongues)].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return null;
  const [language, characters] = most;
  return language === 'en' || characters * 2 <= lengthOf(judged) ? null : notEnglish(language);
}

const saysEnough = (text: string): boolean =>
  text.length >= (/\p{Script=Latin}/u.test(text) ? SHORTEST : SHORTEST_OF_OTHER_LETTERS);
