import { type AskedWord, askedWords, phrases } from './asked.ts';
import { type Place, placeIn, type Searched } from './place.ts';
import { byTime } from './when.ts';

export { align } from './align.ts';
export { askedWords } from './asked.ts';
export type { SpokenBy } from './by.ts';
export {
  type Alike,
  type Likely,
  likeliest,
  likelyMeasured,
  type Sharing,
  wordsToShare,
} from './likely/index.ts';
export type { Difference, Place, PlaceVerdict, Searched } from './place.ts';

/** What is known of a quotation: its best verdict, the places best first, and who had it first. */
export interface Verdict {
  readonly quotation: string;
  readonly verdict: Place['verdict'] | 'absent';
  readonly by: string | null;
  readonly places: readonly Place[];
  /** The earliest place that has it as well as the best one, from the same person where one is asked for. */
  readonly earliest: Place | null;
  /** The earliest place that has the words in quotation marks, whoever says them there. */
  readonly first: Place | null;
  /** How many reports were looked through. */
  readonly reports: number;
}

/** Longer than any quotation in a report; a longer text is compared report by report. */
const MOST_WORDS = 400;

/** Why a quotation cannot be looked for, or null. */
export function refuseQuotation(quotation: string): string | null {
  const words = askedWords(quotation);
  if (!words.some(({ bracketed }) => !bracketed)) return 'expected a quotation with words in it, found none';
  return words.length > MOST_WORDS
    ? `expected a quotation of at most ${MOST_WORDS} words, found ${words.length}`
    : null;
}

/** The phrases that a search of the ledger looks for, so that every report which may hold the quotation is among the searched. */
export function searchPhrases(quotation: string): string[] {
  return phrases(askedWords(quotation));
}

/**
 * Takes a quotation and the reports that may hold it (`reports` counts those they were chosen from). Gives how each
 * has it: exact; near (but for case, punctuation, an ellipsis, an editor's bracket); altered, with the difference;
 * indirect, outside quotation marks; or absent. With `by`, places that give the words to that person come first.
 */
export function verifyQuotation(
  quotation: string,
  searched: Iterable<Searched>,
  { by = null, reports }: { by?: string | null; reports: number },
): Verdict {
  const asked: AskedWord[] = askedWords(quotation);
  const places: Place[] = [];
  for (const candidate of searched) {
    const place = placeIn(quotation, asked, candidate, by);
    if (place !== null) places.push(place);
  }
  const sorted = places.toSorted((a, b) => rank(a) - rank(b) || b.likeness - a.likeness || byTime(a, b));
  const [best] = sorted;
  const equals = sorted.filter((place) => best !== undefined && isAsGood(place, best));
  return {
    quotation,
    verdict: best?.verdict ?? 'absent',
    by,
    places: sorted,
    earliest: equals.toSorted(byTime)[0] ?? null,
    first: sorted.filter(isQuoted).toSorted(byTime)[0] ?? null,
    reports,
  };
}

/** The person whom the report gives the words to first, where its text names another than the one who is asked for. */
export function hadByAnother({ places, first }: Verdict): Place | null {
  const [best] = places;
  return first?.by?.answer === 'differs' && best?.by?.answer !== 'differs' ? first : null;
}

/** Exact and near are the same words. */
const isQuoted = ({ verdict }: Place) => verdict === 'exact' || verdict === 'near';

function isAsGood(place: Place, best: Place): boolean {
  return (
    place.by?.answer === best.by?.answer &&
    (grade(place) === grade(best) || (isQuoted(place) && isQuoted(best)))
  );
}

const GRADES = ['exact', 'near', 'indirect', 'altered', 'indirect, altered'];
const ANSWERS = ['matches', 'unclear', 'differs'] as const;

/** The same words outside quotation marks say more about the question than other words inside them. */
const grade = ({ verdict, difference }: Place) =>
  GRADES.indexOf(verdict === 'indirect' && difference.length > 0 ? 'indirect, altered' : verdict);

/** From best to worst. Words of another are not what was asked for, however exact. */
function rank(place: Place): number {
  const { by } = place;
  if (by === null) return grade(place) * 10;
  return (by.answer === 'differs' ? 100 : 0) + grade(place) * 10 + ANSWERS.indexOf(by.answer);
}
