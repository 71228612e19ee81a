import { stemmer } from 'stemmer';
import type { Statement } from '../../record/index.ts';
import { type Alike, type Asked, byModel, byWords, stemmed, type Told } from './measures.ts';
import { type Known, type Passage, passagesOf, permalinkTo, statementIn } from './passages.ts';
import { pasted } from './post.ts';
import { BY_WORDS, WITH_MODEL } from './weights.ts';
import { singleWords } from './words.ts';

export type { Alike } from './measures.ts';
export type { Known } from './passages.ts';

/** What a ledger knows of the words that are asked for. */
export interface Sharing {
  /** Reports that share the rarest of them, those that share most first. */
  readonly reports: readonly Known[];
  /** Of each word, how many of all reports have it in any form. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A passage that may say what was asked for in other words. */
export interface Likely extends Passage {
  /** What it renders of what somebody said; null where the report says it. */
  readonly statement: Statement | null;
  readonly permalink: string;
  /** The higher, the likelier. */
  readonly score: number;
  /** Whether it is likely enough to be told of. */
  readonly isTold: boolean;
}

/** The words of what is asked for, by which a ledger finds reports: those of a post with those of who signed it. */
export function wordsToShare(quotation: string, by: string | null): string[] {
  const { text, signed } = pasted(quotation);
  return [...new Set(singleWords(`${text} ${signed} ${by ?? ''}`))];
}

/**
 * The passages on record that most likely say what is asked for in other words, the likeliest first: of each report the
 * best, and of those that differ in nothing but their marks the one that was taken in first. Ordered by rare words in
 * common and, where a sentence model can be had, by how alike it finds them; the weights were fitted (`weights.ts`).
 */
export async function likeliest(
  quotation: string,
  { by, alike }: { by: string | null; alike: Alike },
  sharing: Sharing,
): Promise<Likely[]> {
  const { of: weights, least } = alike === null ? BY_WORDS : WITH_MODEL;
  const passages = await likelyMeasured(quotation, { by, alike }, sharing);
  return passages
    .map(({ measures, ...passage }) => {
      const score = measures.reduce((sum, own, nth) => sum + own * (weights[nth] as number), 0);
      const [statement, permalink] = [statementIn(passage), permalinkTo(passage)];
      return { ...passage, statement, permalink, score, isTold: score >= least };
    })
    .toSorted((a, b) => b.score - a.score || byAdding(a, b));
}

/** A passage with what is measured of it, in the order of the weights. */
export interface Measured extends Passage {
  readonly measures: readonly number[];
}

/** The passages that are compared, as `likeliest` takes them, with what is measured of each: what the weights are fitted on. */
export async function likelyMeasured(
  quotation: string,
  { by, alike }: { by: string | null; alike: Alike },
  sharing: Sharing,
): Promise<Measured[]> {
  const asked = askedIn(quotation, by, sharing);
  const passages = once(sharing.reports.flatMap((known) => bestOf(asked, known)));
  const told = passages.map(toldIn);
  const words = byWords(asked, told);
  const model = alike === null ? [] : await byModel(asked, told, alike);
  return passages.map((passage, at) => ({
    ...passage,
    measures: [...(words[at] as number[]), ...(model[at] ?? [])],
  }));
}

/** A quotation with how rare its words are among the reports that there are. */
function askedIn(quotation: string, by: string | null, { counts, total }: Sharing): Asked {
  const { text, signed } = pasted(quotation);
  // In a small ledger the rarest word says as much as in the one that the weights were fitted on.
  const scale = rarityOf(1, FITTED_ON) / rarityOf(1, Math.max(2, total));
  const ofStems = new Map([...counts].map(([word, count]) => [stemmer(word), count]));
  return {
    text,
    words: stemmed(`${text} ${signed} ${by ?? ''}`),
    rarity(stem) {
      const count = ofStems.get(stem);
      if (count === undefined) return stem.length > SHORT ? UNASKED : LITTLE;
      return rarityOf(count, total) * scale;
    },
  };
}

/** Reports of the ledger that the weights were fitted on. */
const FITTED_ON = 10_375;

const rarityOf = (count: number, total: number) => Math.log(1 + (total - count + 0.5) / (count + 0.5));

/** How much words say that were not asked for, so that nobody counted them: some, or little where they are short. */
const UNASKED = 5;
const LITTLE = 1;
const SHORT = 3;

const toldIn = ({ span, report }: Passage): Told => ({ text: span.text, headline: report.headline ?? '' });

/** The passage of a report with most in common with what is asked for. */
function bestOf(asked: Asked, known: Known): Passage[] {
  const passages = passagesOf(known);
  const weights = byWords(asked, passages.map(toldIn)).map((row) => row[0] as number);
  const best = passages[weights.indexOf(Math.max(...weights))];
  return best === undefined ? [] : [best];
}

/** Of passages with the same words the one that was taken in first. */
function once(passages: readonly Passage[]): Passage[] {
  const first = new Map<string, Passage>();
  for (const passage of passages) {
    const words = singleWords(passage.span.text).join(' ');
    const known = first.get(words);
    if (known === undefined || byAdding(passage, known) < 0) first.set(words, passage);
  }
  return [...first.values()];
}

function byAdding(a: Known, b: Known): number {
  const [one, other] = [a.added ?? '', b.added ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
