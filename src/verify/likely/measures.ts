import { plainMarks, stemsOf } from './words.ts';

/** A text that is compared: its stems in order, as a set, and those beside each other. */
interface Stemmed {
  readonly count: number;
  readonly stems: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
  readonly often: ReadonlyMap<string, number>;
}

/** What is asked for: the words that count, and those that the sentence model reads. */
export interface Asked {
  readonly words: Stemmed;
  readonly text: string;
  /** How much a stem says: the logarithm of how rare it is among all reports (Robertson and Spärck Jones 1976). */
  readonly rarity: (stem: string) => number;
}

/** A passage that may say the same, with its report's headline. */
export interface Told {
  readonly text: string;
  readonly headline: string;
}

/** How alike two texts are by a sentence model, from 0 to 1; null where none can be had. */
export type Alike = ((one: string, other: string) => Promise<number>) | null;

export const WORD_MEASURES = [
  'weight of the shared words, of the best one’s',
  'weight of the shared words',
  'share of its words that are asked for',
  'share of the headline’s words',
  'rarest shared word',
  'second rarest',
  'shared words beside each other',
] as const;
export const MODEL_MEASURES = [
  'likeness',
  'likeness of the headline',
  'the greater',
  'below the best',
] as const;

/** BM25 (Robertson and others 1994). */
const SATURATION = 1.2;
const LENGTH = 0.75;
/** Scales that bring the measures to about one. */
const WEIGHT = 20;
const RARITY = 10;
/** Of the sentence model what has nothing in common lies below; a tenth is much. */
const NOTHING = 0.8;
const TENTHS = 10;

export function stemmed(text: string): Stemmed {
  const all = stemsOf(text);
  const often = new Map<string, number>();
  for (const stem of all) often.set(stem, (often.get(stem) ?? 0) + 1);
  const beside = new Set(all.slice(1).map((stem, at) => `${all[at]} ${stem}`));
  return { count: all.length, stems: new Set(all), beside, often };
}

/** What is measured of each passage by the words, in the order of `WORD_MEASURES`, and what the passages weigh. */
export function byWords(asked: Asked, told: readonly Told[]): number[][] {
  const texts = told.map(({ text, headline }) => ({
    all: stemmed(`${headline} ${text}`),
    own: stemmed(text),
    headline: stemmed(headline),
  }));
  const mean = texts.reduce((sum, { all }) => sum + all.count, 0) / Math.max(1, texts.length);
  const weights = texts.map(({ all }) => weightOf(asked, all, mean));
  const best = Math.max(Number.EPSILON, ...weights);
  return texts.map(({ all, own, headline }, at) => {
    const weight = weights[at] as number;
    const shared = [...asked.words.stems.intersection(all.stems)].map(asked.rarity).toSorted((a, b) => b - a);
    return [
      weight / best,
      weight / WEIGHT,
      shareOf(asked, own),
      shareOf(asked, headline),
      (shared[0] ?? 0) / RARITY,
      (shared[1] ?? 0) / RARITY,
      Math.log1p(asked.words.beside.intersection(all.beside).size),
    ];
  });
}

function weightOf({ words, rarity }: Asked, all: Stemmed, mean: number): number {
  const room = SATURATION * (1 - LENGTH + (LENGTH * all.count) / Math.max(1, mean));
  let sum = 0;
  for (const [stem, often] of all.often)
    if (words.stems.has(stem)) sum += (rarity(stem) * often * (SATURATION + 1)) / (often + room);
  return sum;
}

/** How much of what a text says is asked for. */
function shareOf({ words, rarity }: Asked, { stems }: Stemmed): number {
  let [shared, all] = [0, 0];
  for (const stem of stems) {
    const own = rarity(stem);
    all += own;
    if (words.stems.has(stem)) shared += own;
  }
  return all === 0 ? 0 : shared / all;
}

/** What is measured of each passage by the sentence model, in the order of `MODEL_MEASURES`. */
export async function byModel(
  { text }: Asked,
  told: readonly Told[],
  alike: NonNullable<Alike>,
): Promise<number[][]> {
  const scaled = async (other: string) =>
    other === '' ? 0 : ((await alike(plainMarks(text), plainMarks(other))) - NOTHING) * TENTHS;
  const rows: [own: number, headline: number][] = [];
  for (const one of told) rows.push([await scaled(one.text), await scaled(one.headline)]);
  const most = Math.max(...rows.map(([own]) => own));
  return rows.map(([own, headline]) => [own, headline, Math.max(own, headline), most - own]);
}
