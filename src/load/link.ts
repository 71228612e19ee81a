import { findQuotations, likeness, sentenceVector, stanceOdds, stemOf } from '../analyse/index.ts';
import { HOME } from '../home.ts';
import { LINK_LISTS, type LinkKit, type StanceWords } from '../link/index.ts';
import { Fault } from '../record/index.ts';
import { align, askedWords } from '../verify/index.ts';
import { loadDeeds } from './deeds.ts';
import { loadSentenceModel, loadStanceModel } from './encoder.ts';
import { deedWeights } from './index.ts';
import { loadPhrases } from './phrases.ts';
import { readLines, readTable } from './table.ts';

const LEXICONS = new URL('lexicons/', HOME);
const STANCE_PHRASES = [
  'favour',
  'disfavour',
  'denial',
  'without',
  'filler',
  'ending',
  'lasting',
  'going',
  'staying',
] as const;
/** Vectors that are kept, for words that are compared with several others. */
const MOST_VECTORS = 4_000;

/**
 * Reads what linking needs from disk: words, and where its runtime is there the model that tells how alike two texts are,
 * unless it is to do without.
 */
export async function loadLinkKit({ vectors = true, language = 'en' } = {}): Promise<LinkKit> {
  const lexicons = new URL(`${language}/`, LEXICONS);
  const [light, stances, phrases, deeds, alike] = await Promise.all([
    readLines(new URL('light-words.tsv', lexicons)),
    readTable(new URL('stance-words.tsv', lexicons)),
    loadPhrases(new URL('link-phrases.tsv', lexicons), LINK_LISTS),
    loadDeeds(lexicons, deedWeights(language)),
    vectors ? loadLikeness(language) : null,
  ]);
  const { irregular, occasions, occasionVerbs } = deeds;
  // Where one model can be had, so can the other.
  const reading = alike === null ? null : stancesOf(language);
  const of = (sort: string) => stances.flatMap(([word = '', told]) => (told === sort ? [word] : []));
  const single = (sort: string) => of(sort).filter((word) => !word.includes(' '));
  const stemsOf = (sort: string) => new Set(single(sort).map((word) => stemOf(word, irregular)));
  const longestFirst = (sort: string) => of(sort).toSorted((a, b) => b.length - a.length);
  const stance: StanceWords = {
    favour: stemsOf('favour'),
    disfavour: stemsOf('disfavour'),
    ending: stemsOf('ending'),
    lasting: stemsOf('lasting'),
    going: stemsOf('going'),
    staying: stemsOf('staying'),
    denial: new Set(single('denial')),
    plan: stemsOf('plan'),
    phrases: new Map(
      STANCE_PHRASES.flatMap((sort) =>
        of(sort).flatMap((words) => (words.includes(' ') ? [[words, sort] as const] : [])),
      ),
    ),
    conditions: longestFirst('condition'),
    bars: longestFirst('bar'),
    idle: longestFirst('idle'),
  };
  const occasionOf = (form: string) =>
    (occasions.get(form) ?? occasions.get(form.replace(/s$/, '')))?.family ?? null;
  const familyOf = (form: string) =>
    occasionOf(form) ?? occasionVerbs.get(stemOf(form, irregular))?.family ?? null;
  return {
    light: new Set(light.split('\n')),
    irregular,
    familyOf,
    occasionOf,
    stance,
    phrases,
    likeness: alike,
    stances: reading,
    quoting: { quotationsIn: findQuotations, wordsOf: askedWords, align },
  };
}

/** Where words stand on a proposition by the stance model, which is loaded when it is first asked. */
function stancesOf(language: string): NonNullable<LinkKit['stances']> {
  let model: ReturnType<typeof loadStanceModel> | null = null;
  return async (proposition, said) => {
    model ??= loadStanceModel(language);
    return await stanceOdds(await model, proposition, said);
  };
}

/** How alike two texts are by the sentence model, each text read once; null where the runtime or the model cannot be had. */
export async function loadLikeness(language: string, most = MOST_VECTORS): Promise<LinkKit['likeness']> {
  try {
    const model = await loadSentenceModel(language);
    const vectors = new Map<string, Promise<Float32Array>>();
    const vectorOf = (text: string) => {
      const known = vectors.get(text) ?? sentenceVector(model, text);
      if (vectors.size >= most) vectors.clear();
      vectors.set(text, known);
      return known;
    };
    return async (one, other) => likeness(await vectorOf(one), await vectorOf(other));
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
